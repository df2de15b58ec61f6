import { explain } from '../../../rules/application/deadline.js';
import { formatDueZh, formatInstantZh } from '../../../rules/calendar/instant.js';
import {
  clauseOfFee,
  dueOfPart,
  type FeePart,
  feeOf,
  feePartLabels,
  partPaidIn,
} from '../../../rules/candidate/fees.js';
import { originalsRequired } from '../../../rules/dossier/checklist.js';
import { documentLabels } from '../../../rules/dossier/documentLabels.js';
import { contactLines } from '../../../rules/policy/contact.js';
import type { Paper } from '../paper.js';
import { amountInWords } from './amountInWords.js';
import { dayInWords, dayOf, type PaperInput, pair } from './input.js';
import { contacts, issued, officePaper, text } from './officeParts.js';

/** 补正通知书 (通知 四（三）): every defect with what is asked, until when, and how many submissions are left. */
export function defectNotice(input: PaperInput): Paper {
  const { facts, policy, defects, applicantName } = input;
  const on = dayOf(facts.returnedAt, input);
  const due = input.deadlines.correction_due;
  const left = policy.maxSubmissions.value - facts.submissions;
  return officePaper(input, '补正通知书', on, [
    text(`${applicantName}同志：`, '您的申报材料经审核，需要补正下列内容：'),
    { kind: 'items', items: defects },
    text(
      due === undefined
        ? '补正期限已过或已补正，以系统显示为准。'
        : `请于${formatDueZh(due.due)}前补正并重新上报，逾期视为放弃申报。`,
      `依据${policy.maxSubmissions.clause}，上报次数至多${policy.maxSubmissions.value}次（含初次），您还可上报${Math.max(0, left)}次。`,
    ),
    ...contacts(input, 'questions'),
    issued(input, dayInWords(on)),
  ]);
}

/** The name of a part of the fee, with what a paper says of it. */
const partOf = (input: PaperInput, part: FeePart) => ({
  label: feePartLabels[part].zh,
  fee: input.fees.find((one) => one.part === part),
  amount: feeOf(input.facts.profile, input.policy, part),
});

/** 缴费通知书: how much, until when and how that was counted, where to, and what to quote. */
export function paymentNotice(input: PaperInput): Paper {
  const { facts, policy, number, deadlines } = input;
  const waiting = partPaidIn(facts.status) ?? 'review';
  const { label, fee, amount } = partOf(input, waiting);
  const on = dayOf(facts.acceptedAt, input);
  const due = deadlines[dueOfPart[waiting]];
  const payee = contactLines(policy, 'payment').map(({ zh, value }) => [pair(zh, value)]);
  const quoted = fee === undefined ? number : `${fee.code}（缴款码，转账时请务必填写，凭此到账）`;
  return officePaper(input, '缴费通知书', on, [
    text(`${input.applicantName}同志：`, `您的申报材料已审核通过，请按下列信息缴纳${label}：`),
    {
      kind: 'pairs',
      photo: null,
      rows: [
        [pair('金额', `${(amount / 100).toFixed(2)}元`), pair('大写', amountInWords(amount))],
        [pair('缴费截止', due === undefined ? '以系统显示为准' : formatDueZh(due.due))],
        [pair('附言', quoted)],
        ...payee,
      ],
    },
    ...(fee === undefined ? [] : [{ kind: 'code', svg: fee.qr.svg, caption: fee.qr.caption } as const]),
    text(...(due === undefined ? [] : [explain(due).zh]), `收费依据：${clauseOfFee(policy, waiting)}。`),
    ...contacts(input, 'questions'),
    issued(input, dayInWords(on)),
  ]);
}

/** 缴费确认单: which fees have arrived, and when. It is no invoice. */
export function paymentReceipt(input: PaperInput): Paper {
  const { paidAt, defenseFeePaidAt } = input.facts;
  const paid = [
    { ...partOf(input, 'review'), at: paidAt },
    { ...partOf(input, 'defense'), at: defenseFeePaidAt },
  ].filter(({ at, amount }) => at !== null && amount > 0);
  const on = dayOf(defenseFeePaidAt ?? paidAt, input);
  return officePaper(input, '缴费确认单', on, [
    {
      kind: 'pairs',
      photo: null,
      rows: paid.flatMap(({ label, amount, fee, at }) => [
        [pair(`已收${label}`, `${(amount / 100).toFixed(2)}元`), pair('大写', amountInWords(amount))],
        [pair('到账确认', at === null ? '' : formatInstantZh(at)), pair('缴款码', fee?.code)],
      ]),
    },
    { kind: 'note', paragraphs: ['本单仅作到账确认，不作为报销凭证；票据由收款单位开具。'] },
    ...contacts(input, 'payment'),
    issued(input, dayInWords(on)),
  ]);
}

/** 材料接收回执: which originals were handed in, and when; both sides sign. */
export function deliveryReceipt(input: PaperInput): Paper {
  const { facts, policy } = input;
  const on = dayOf(facts.materialsAt, input);
  const counts = new Map<string, number>();
  for (const kind of originalsRequired(facts.profile, policy)) {
    const { zh } = documentLabels[kind];
    counts.set(zh, (counts.get(zh) ?? 0) + 1);
  }
  return officePaper(input, '材料接收回执', on, [
    text('今收到下列申报材料原件：'),
    {
      kind: 'list',
      columns: [
        { label: '序号', width: 1 },
        { label: '材料', width: 6 },
        { label: '份数', width: 1 },
      ],
      rows: [...counts].map(([name, count], index) => [String(index + 1), name, String(count)]),
    },
    text(`接收时间：${facts.materialsAt === null ? '' : formatInstantZh(facts.materialsAt)}`),
    { kind: 'signed', signer: '送交人（签字）', seal: false },
    { kind: 'signed', signer: '接收人（签字）', seal: true },
    ...contacts(input, 'originals'),
  ]);
}
