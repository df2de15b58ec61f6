import { findLaw, turnOf } from '../../rules/application/lifecycle.js';
import { feeOf } from '../../rules/candidate/fees.js';
import { windowOf } from '../../rules/policy/policyWindows.js';
import { type Obligation, obligationsAround } from '../../rules/policy/stagePlan.js';
import { type LetterContent, type LetterFacts, toEach, type Write } from './letter.js';
import { candidate, dataOf, endOf, officeHours, opening, posts, whereTo, yuan } from './phrases.js';

/** Fee and originals, as far as they come on this side of the audit, as one sentence. */
function paymentAndOriginals(letter: LetterFacts, audit: 'before' | 'after'): string {
  const { profile, policy, at, status } = letter;
  // On arrival and after acceptance; a letter of its own asks for the defense fee.
  if (!findLaw(status, 'confirm_payment')) return '暂时无需您办理，请等候下一步通知。';
  const asked = obligationsAround(audit, profile, policy);
  const tasks = {
    payment: `缴纳评审费${yuan(feeOf(profile, policy))}`,
    materials: policy.delivery.byUnit.value
      ? '把评审表等材料原件交所在单位，由单位签章后统一报送'
      : '由单位签章后报送评审表等材料原件',
  };
  return [
    `请在截止时间前${asked.map((obligation) => tasks[obligation]).join('，并')}。`,
    ...asked.map((obligation) => opening(openingLabels[obligation], windowOf(obligation, profile, policy), at)),
    whereTo(asked, letter),
    asked.includes('materials') ? officeHours(policy) : '',
  ].join('');
}

const openingLabels: Readonly<Record<Obligation, string>> = { payment: '缴费', materials: '材料报送' };

/** What the unit does about them. */
function unitTasks(letter: LetterFacts): string {
  const asked = obligationsAround('after', letter.profile, letter.policy);
  if (asked.length === 0) return '暂时无需您办理，请等候下一步通知。';
  const byUnit = letter.policy.delivery.byUnit.value && asked.includes('materials');
  const urged = asked.filter((obligation) => obligation === 'payment' || !byUnit);
  const urge = urged.map((obligation) => (obligation === 'payment' ? '缴费' : '报送材料原件')).join('、');
  return [
    asked.includes('materials') ? '请在评审表单位意见栏填写意见并签字盖章' : '',
    urged.length > 0 ? `督促申报人按时${urge}` : '',
    byUnit ? '并与本单位其他申报人的材料原件一起统一报送' : '',
  ]
    .filter((part) => part !== '')
    .join('，')
    .concat('。', whereTo(asked, letter), asked.includes('materials') ? officeHours(letter.policy) : '');
}

function auditUntil(letter: LetterFacts): string {
  const end = endOf('audit', letter);
  return end === null ? '' : `审核时间至${end}。`;
}

function originalsLeft(letter: LetterFacts, what: string): string {
  return findLaw(letter.status, 'confirm_payment') ? `还须在截止时间前${what}。` : '暂时无需您办理，请等候下一步通知。';
}

function defenseFee({ profile, policy }: LetterFacts): string {
  return yuan(feeOf(profile, policy, 'defense'));
}

function defenseFeeWindow({ policy: { defenseFee: fee } }: LetterFacts) {
  return fee?.value.window ? { value: fee.value.window, clause: fee.clause } : null;
}

/** What the office does with an application that has arrived: it audits, or waits for what comes before the audit. */
function arrival(letter: LetterFacts): Pick<LetterContent, 'title' | 'todo'> {
  if (turnOf(letter.status) !== 'applicant') {
    return {
      title: `${candidate(letter)}的申报待评委会审核`,
      todo: `请审核：符合条件的审核通过，需要补正的一次性告知全部内容。${auditUntil(letter)}`,
    };
  }
  const asked = obligationsAround('before', letter.profile, letter.policy).map(
    (obligation) => openingLabels[obligation],
  );
  return {
    title: `${candidate(letter)}的申报已报送至评委会，待申报人${asked.join('、')}`,
    todo: `暂时无需审核：申报人${asked.join('、')}后另行通知。`,
  };
}

/** That an acceptance is an exception from the conditions; its reason follows in every letter. */
function exception({ transition }: LetterFacts): string {
  return transition?.changes.conditionsWaived ? '所报材料不符合任职资格条件，办事机构说明理由例外通过。' : '';
}

/** Letters of the committee's audit, the corrections, payment and originals. */
export const committeeLetters = {
  arrived: toEach({
    applicant: (letter) => ({
      title: '申报已报送至评委会',
      happened: '您的申报已报送至评委会。',
      todo: paymentAndOriginals(letter, 'before'),
    }),
    clerk: (letter) => ({ ...arrival(letter), happened: `${candidate(letter)}的申报已报送至评委会。` }),
  }),
  accepted: toEach({
    applicant: (letter) => ({
      title: '申报已通过评委会审核',
      happened: `您的申报已通过评委会审核。${exception(letter)}`,
      todo: paymentAndOriginals(letter, 'after'),
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报已通过评委会审核`,
      happened: `${candidate(letter)}的申报已通过评委会审核。${exception(letter)}`,
      todo: unitTasks(letter),
    }),
  }),
  returned_for_correction: toEach({
    applicant: ({ defects }) => ({
      title: '申报需要补正，请在截止时间前提交',
      happened: `评委会审核后退回您的申报，需要补正的全部内容如下（共${defects.length}项）：`,
      points: defects,
      todo: '请逐项补正后重新提交。逾期未补正的，视为放弃申报。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报需要补正`,
      happened: `评委会退回${candidate(letter)}的申报，需要补正的全部内容如下（共${letter.defects.length}项）：`,
      points: letter.defects,
      todo: '请协助申报人在截止时间前补正。逾期未补正的，视为放弃申报。',
    }),
  }),
  not_accepted: toEach({
    applicant: () => ({
      title: '申报不予受理',
      happened: '经评委会审核，您的申报不予受理，本次申报到此结束。',
      todo: '如有疑问，请向评委会办事机构咨询。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报不予受理`,
      happened: `经评委会审核，${candidate(letter)}的申报不予受理。`,
      todo: '请告知申报人；如有疑问，请向评委会办事机构咨询。',
    }),
  }),
  resubmitted: (letter) => ({
    title: '补正材料已提交',
    happened:
      turnOf(letter.status) === 'unit'
        ? `您的补正材料已提交，由用人单位复核${posts(letter) ? '（改动了公示内容的，重新公示）' : ''}后上报评委会。`
        : '您的补正材料已提交评委会。',
    todo: '暂时无需您办理，请等候审核结果。',
  }),
  correction_to_review: (letter) => ({
    title: `${candidate(letter)}的补正材料待单位复核`,
    happened: `${candidate(letter)}已在期限内提交补正材料。`,
    todo: `请尽快核对：认可的转报评委会，仍不符合的说明理由退回继续补正${posts(letter) ? '；补正改动了公示过的内容的，重新公示，期满无异议后自动报送评委会' : ''}。复核期间申报不会视为放弃，退回后申报人重新计算补正期限。`,
  }),
  correction_forwarded: () => ({
    title: '补正材料已由单位上报评委会',
    happened: '用人单位已复核您的补正材料，并上报评委会。',
    todo: '暂时无需您办理，请等候审核结果。',
  }),
  correction_returned: () => ({
    title: '单位退回补正材料，请在截止时间前修改',
    happened: '用人单位复核后退回了您的补正材料，补正期限自单位退回之日起重新计算。',
    todo: '请按单位的意见修改，逐项答复评委会列出的补正内容后重新提交。逾期未补正的，视为放弃申报。',
  }),
  paid: (letter) => ({
    title: '评审费已到账',
    happened: `已收到您缴纳的评审费${yuan(Number(dataOf(letter, 'amount') ?? 0))}。`,
    todo: originalsLeft(letter, '报送材料原件'),
  }),
  materials_received: (letter) => ({
    title: '材料原件已收齐',
    happened: '评委会已收齐您的材料原件。',
    todo: originalsLeft(letter, `缴纳评审费${yuan(feeOf(letter.profile, letter.policy))}`),
  }),
  defense_fee_asked: toEach({
    applicant: (letter) => ({
      title: `请缴纳答辩费${defenseFee(letter)}`,
      happened: '您的申报即将进入答辩，答辩费另行缴纳。',
      todo: `请在截止时间前缴纳答辩费${defenseFee(letter)}。${opening('答辩费缴纳', defenseFeeWindow(letter), letter.at)}${whereTo(['payment'], letter)}到账后安排答辩；逾期未缴的，视为放弃申报。`,
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}须缴纳答辩费${defenseFee(letter)}`,
      happened: `${candidate(letter)}的申报即将进入答辩，答辩费另行缴纳。`,
      todo: '请督促申报人按时缴纳答辩费。逾期未缴的，视为放弃申报。',
    }),
  }),
  defense_fee_paid: (letter) => ({
    title: '答辩费已到账',
    happened: `已收到您缴纳的答辩费${yuan(Number(dataOf(letter, 'amount') ?? 0))}。`,
    todo: '暂时无需您办理，请等候答辩安排。',
  }),
} as const satisfies Record<string, Write>;
