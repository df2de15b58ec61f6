import type { Act, FormName, Forms } from './act.js';
import type { Calendar } from './calendar/calendar.js';
import { addDays, type Instant, inDigits, instantOf, inWords, localDateOf } from './calendar/instant.js';
import { feeOf } from './candidate/fees.js';
import { defenseNotice } from './defense/defenseNotice.js';
import { recommendationAttachments } from './dossier/checklist.js';
import { documentWords } from './dossier/documentWords.js';
import type { DocumentKind, MissingItem } from './dossier/dossier.js';
import { originalsLacking } from './dossier/originals.js';
import type { Facts } from './facts.js';
import { quorumMet, tallyProblem } from './meeting/meeting.js';
import { postingPhotoRequired } from './policy/laterValues.js';
import type { Policy } from './policy/policy.js';
import { type Refusal, refuse } from './refusal.js';
import type { Words } from './twoLanguages.js';

export interface GuardContext {
  readonly facts: Facts;
  readonly act: Act;
  readonly policy: Policy;
  readonly calendar: Calendar;
}
type Check = (context: GuardContext) => Refusal | null;

/** A condition on an act. One that looks only at the facts and the clock can be told before anybody acts. */
interface Guard {
  readonly zh: string;
  readonly en: string;
  readonly looksAtAct: boolean;
  readonly check: Check;
}

/** The data of an act, in the form its row of the law takes; the door has checked the shape. */
function dataOf<F extends FormName>(_form: F, act: Act): Forms[F] {
  return act.data as Forms[F];
}

function early(opens: Instant, clause: string, what: Words): Refusal {
  return refuse('window_not_open', clause, {
    zh: `${what.zh}尚未开始，${inWords(opens)}起受理，请届时办理。`,
    en: `${what.en} has not begun. It opens at ${inDigits(opens)}; please come back then.`,
  });
}

function incomplete(missing: readonly MissingItem[]): Refusal | null {
  const [first] = missing;
  if (!first) return null;
  const count = missing.length;
  const words = {
    zh: `申报材料还缺${count}项，请按清单逐项补齐后提交。`,
    en: `The dossier still lacks ${count} ${count === 1 ? 'item' : 'items'}. Please complete each one on the list, then submit.`,
  };
  return refuse('dossier_incomplete', first.clause, words, { missing });
}

/** Documents by name, as one list. */
function named(kinds: readonly DocumentKind[]): Words {
  return {
    zh: kinds.map((kind) => documentWords[kind].zh).join('、'),
    en: kinds.map((kind) => documentWords[kind].en).join(', '),
  };
}

const onFacts = (zh: string, en: string, check: Check): Guard => ({ zh, en, looksAtAct: false, check });
const onAct = (zh: string, en: string, check: Check): Guard => ({ zh, en, looksAtAct: true, check });

/** Every condition the law table names. A guard answers null, or the refusal with its clause. */
export const guards = {
  filing_open: onFacts('申报已开始', 'filing window open', ({ act, policy }) => {
    const { value, clause } = policy.filing.opens;
    return act.receivedAt < instantOf(value) ? early(instantOf(value), clause, { zh: '申报', en: 'Filing' }) : null;
  }),
  eligible: onAct('符合申报范围', 'eligible', ({ act }) => {
    const { ineligible } = dataOf('submission', act);
    const [first] = ineligible;
    if (!first) return null;
    // An act registered before there was English holds Chinese words only.
    const words = { zh: first.message, en: first.messageEn ?? first.message };
    return refuse('not_eligible', first.clause, words, { missing: ineligible });
  }),
  not_sanctioned: onAct('不在处罚期内', 'not sanctioned', ({ act }) => {
    const { sanctionedUntil } = dataOf('submission', act);
    return sanctionedUntil === null
      ? null
      : refuse('sanctioned', '通知 五（一）、附件3', {
          zh: `处罚期至${sanctionedUntil}，期满前不得申报。`,
          en: `A sanction stands until ${sanctionedUntil}; no application can be made before it has ended.`,
        });
  }),
  dossier_complete: onAct('材料齐全', 'checklist complete', ({ act }) => incomplete(dataOf('submission', act).missing)),
  words_given: onAct('说明理由', 'reasons given', ({ act }) =>
    act.wordsHash === null
      ? refuse(
          'words_missing',
          '通知 四（三）',
          { zh: '请写明理由，对方会看到这段文字。', en: 'Please give your reasons; the other side will read them.' },
          { field: 'reason' },
        )
      : null,
  ),
  publicity_still_valid: onFacts('公示内容未变', 'what was published has not changed', ({ facts }) =>
    facts.publishedHash !== null && facts.publishedHash === facts.publishableHash
      ? null
      : refuse('publicity_not_valid', '通知 四（二）', {
          zh: '公示内容有变化或尚未公示期满，须重新公示。',
          en: 'What was published has changed, or its period has not run to the end; it has to be published again.',
        }),
  ),
  no_open_objection: onFacts('无未处理异议', 'no open objection', ({ facts }) =>
    facts.objections.some(({ outcome }) => outcome === null)
      ? refuse('objection_open', '通知 四（二）', {
          zh: '尚有异议未处理完毕。',
          en: 'An objection has not been resolved yet.',
        })
      : null,
  ),
  objection_waiting: onFacts('有异议待处理', 'an objection waits', ({ facts }) =>
    facts.objections.some(({ outcome }) => outcome === null)
      ? null
      : refuse('objection_unknown', '通知 附件1', { zh: '没有待处理的异议。', en: 'No objection is waiting.' }),
  ),
  objection_is_open: onAct('异议待处理', 'the objection is open', ({ facts, act }) => {
    const { objectionId } = dataOf('objectionOutcome', act);
    return facts.objections.some(({ id, outcome }) => id === objectionId && outcome === null)
      ? null
      : refuse(
          'objection_unknown',
          '通知 附件1',
          { zh: '没有这条待处理的异议。', en: 'There is no such objection, or it is no longer waiting.' },
          { field: 'objectionId' },
        );
  }),
  recommendation_attached: onAct(
    '公示结果、推荐意见、承诺书齐全',
    'publicity result, Annex 2 and Annex 3 attached',
    ({ act, policy }) => {
      const { attached } = dataOf('attachments', act);
      const lacking = recommendationAttachments(policy).filter((kind) => !attached.includes(kind));
      return lacking.length
        ? refuse(
            'attachments_missing',
            '通知 四（二）、附件2、附件3',
            { zh: `还缺：${named(lacking).zh}。`, en: `Still missing: ${named(lacking).en}.` },
            { field: 'attached' },
          )
        : null;
    },
  ),
  audit_open: onFacts('审核已开始', 'audit has opened', ({ act, policy }) => {
    const { value, clause } = policy.audit;
    return act.receivedAt < instantOf(value.opens)
      ? early(instantOf(value.opens), clause, { zh: '评委会审核', en: "The committee's audit" })
      : null;
  }),
  defects_given: onAct('列出全部补正内容', 'at least one defect', ({ act }) =>
    dataOf('defects', act).defects.length === 0
      ? refuse(
          'defects_missing',
          '通知 四（三）',
          {
            zh: '请一次性列出需要补正的全部内容。',
            en: 'Please list everything that has to be corrected, all at once.',
          },
          { field: 'defects' },
        )
      : null,
  ),
  submissions_left: onFacts('上报未满3次', 'submissions left', ({ facts, policy }) => {
    const { value, clause } = policy.maxSubmissions;
    return facts.submissions < value
      ? null
      : refuse('submissions_used_up', clause, {
          zh: `已上报${facts.submissions}次，仍不符合的不再受理，不能再退回补正。`,
          en: `All ${facts.submissions} submissions are used up. What still falls short is not accepted any more and cannot be returned for correction again.`,
        });
  }),
  defects_answered: onAct('逐条答复补正内容', 'every defect answered', ({ facts, act }) => {
    const { answered } = dataOf('resubmission', act);
    const open = facts.defects.filter((defect) => !answered.includes(defect));
    return open.length
      ? refuse(
          'defects_unanswered',
          '通知 四（三）',
          {
            zh: `还有${open.length}条补正内容没有答复。`,
            en: `Points to correct that are still without an answer: ${open.length}.`,
          },
          { field: 'answers' },
        )
      : null;
  }),
  corrected_dossier_complete: onAct('材料齐全', 'checklist complete', ({ act }) =>
    incomplete(dataOf('resubmission', act).missing),
  ),
  payment_open: onFacts('缴费已开始', 'payment window open', ({ act, policy }) => {
    const { value, clause } = policy.payment;
    return act.receivedAt < instantOf(value.opens)
      ? early(instantOf(value.opens), clause, { zh: '缴费', en: 'Payment' })
      : null;
  }),
  not_yet_paid: onFacts('尚未缴费', 'not yet paid', ({ facts }) =>
    facts.paidAt === null
      ? null
      : refuse('already_done', '通知 五（四）', {
          zh: '费用已经到账，不必重复确认。',
          en: 'The fee has arrived already and need not be confirmed again.',
        }),
  ),
  amount_equals_fee: onAct('金额与收费标准一致', 'amount equals the fee', ({ facts, act, policy }) => {
    const fee = feeOf(facts.profile, policy);
    const { amount } = dataOf('payment', act);
    return amount === fee
      ? null
      : refuse(
          'amount_mismatch',
          policy.fees.clause,
          {
            zh: `应缴${fee / 100}元，到账${amount / 100}元，请核对。`,
            en: `The fee is ${fee / 100} yuan, and ${amount / 100} yuan arrived. Please check.`,
          },
          { field: 'amount' },
        );
  }),
  money_arrived: onAct('到账日期不在登记之后', 'the money has arrived', ({ act }) => {
    const { paidOn } = dataOf('payment', act);
    return paidOn === undefined || paidOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'date_in_future',
          '通知 五（四）',
          {
            zh: '到账日期在登记之后，请核对年月日。',
            en: 'The day the money arrived lies after today. Please check the date.',
          },
          { field: 'paidOn' },
        );
  }),
  materials_open: onFacts('材料报送已开始', 'delivery window open', ({ act, policy }) => {
    const { value, clause } = policy.materials;
    return act.receivedAt < instantOf(value.opens)
      ? early(instantOf(value.opens), clause, { zh: '材料报送', en: 'Delivery of the originals' })
      : null;
  }),
  originals_not_yet_in: onFacts('原件尚未收到', 'originals not yet in', ({ facts }) =>
    facts.materialsAt === null
      ? null
      : refuse('already_done', '通知 五（三）', {
          zh: '原件已经收齐，不必重复登记。',
          en: 'The originals are all in already and need not be registered again.',
        }),
  ),
  originals_complete: onAct('原件齐全', 'originals complete', ({ facts, act, policy }) => {
    const { received } = dataOf('originals', act);
    const lacking = originalsLacking(received, facts.profile, policy);
    return lacking.length
      ? refuse(
          'originals_incomplete',
          '通知 五（三）',
          { zh: `原件还缺：${named(lacking).zh}。`, en: `Originals still missing: ${named(lacking).en}.` },
          { field: 'received' },
        )
      : null;
  }),
  defense_notice_given: onAct('提前通知答辩', "at least the policy's notice ahead", ({ act, policy }) => {
    const { value, clause } = policy.defense.noticeDays;
    const earliest = addDays(localDateOf(act.receivedAt), value);
    return localDateOf(dataOf('appointment', act).at) >= earliest
      ? null
      : refuse('notice_too_short', clause, defenseNotice(value, earliest), { field: 'at' });
  }),
  defense_appointed: onFacts('已安排答辩', 'a defense is appointed', ({ facts }) =>
    facts.defenseAt === null
      ? refuse('defense_not_held', '通知 四（四）', {
          zh: '没有已安排的答辩，不必撤下。',
          en: 'No defense is appointed, so there is none to call off.',
        })
      : null,
  ),
  defense_held: onFacts('已到答辩时间', 'after the scheduled time', ({ facts, act }) =>
    facts.defenseAt !== null && act.receivedAt >= facts.defenseAt
      ? null
      : refuse('defense_not_held', '通知 四（四）', {
          zh: '答辩尚未安排或尚未到时间。',
          en: 'The defense is not scheduled, or its time has not come.',
        }),
  ),
  experts_enough: onAct('至少3名专家，无应回避者', 'enough experts, none recused', ({ act, policy }) => {
    const { value, clause } = policy.defense.minimumExperts;
    const { sheets } = dataOf('scores', act);
    const panel = new Set(sheets.filter(({ recused }) => !recused).map(({ expertId }) => expertId));
    return panel.size === sheets.length && panel.size >= value
      ? null
      : refuse(
          'experts_too_few',
          clause,
          {
            zh: `须有至少${value}名不需回避的专家各评一份。`,
            en: `At least ${value} experts who are not recused have to score, one sheet each.`,
          },
          { field: 'sheets' },
        );
  }),
  scores_valid: onAct('分数有效', 'scores valid', ({ act }) =>
    dataOf('scores', act).sheets.every(({ points }) => Number.isInteger(points) && points >= 0 && points <= 10_000)
      ? null
      : refuse(
          'score_invalid',
          '通知 四（四）',
          {
            zh: '每份评分应在0至100分之间，最多两位小数。',
            en: 'Each score has to lie between 0 and 100 points, with at most two decimals.',
          },
          { field: 'sheets' },
        ),
  ),
  specialty_scored: onAct(
    '免答辩者：本专业答辩全部评分',
    'exempt: every defense of the specialty scored',
    ({ facts, act, policy }) => {
      const defends = policy.defense.levels.value.includes(facts.profile.level);
      const { pending } = dataOf('meeting', act).specialty;
      return defends && facts.profile.defenseExempt && pending > 0
        ? refuse('defense_pending', '通知 四（四）', {
            zh: `本专业还有${pending}人未答辩评分，免答辩者的平均分尚不能确定。`,
            en: `Candidates of this specialty whose defense is still to be scored: ${pending}. Until then the average for exempt candidates is not known.`,
          })
        : null;
    },
  ),
  committee_large_enough: onAct('评委会人数达标', 'committee large enough', ({ act, policy }) => {
    const { value, clause } = policy.meeting.minimumCommittee;
    return dataOf('meeting', act).tally.committee >= value
      ? null
      : refuse(
          'committee_too_small',
          clause,
          { zh: `评委会至少${value}人。`, en: `The committee has to have at least ${value} members.` },
          { field: 'tally.committee' },
        );
  }),
  meeting_held: onAct('评审会已召开', 'the meeting has been held', ({ act }) =>
    dataOf('meeting', act).metOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'tally_invalid',
          '人社部令第40号',
          {
            zh: '评审会日期在登记之后，请核对年月日。',
            en: 'The day of the meeting lies after today. Please check the date.',
          },
          { field: 'metOn' },
        ),
  ),
  tally_adds_up: onAct('票数相符', 'the tally adds up', ({ act }) => {
    const problem = tallyProblem(dataOf('meeting', act).tally);
    return problem ? refuse('tally_invalid', '人社部令第40号', problem, { field: 'tally' }) : null;
  }),
  quorum_met: onAct('出席人数达到法定比例', 'quorum', ({ act, policy }) =>
    quorumMet(dataOf('meeting', act).tally, policy)
      ? null
      : refuse(
          'quorum_not_met',
          policy.meeting.quorum.clause,
          {
            zh: '出席委员不足规定比例，本次表决无效。',
            en: 'Fewer members attended than the rule asks for; this vote is void.',
          },
          { field: 'tally.attending' },
        ),
  ),
  posting_shown: onAct('附张贴照片（政策要求的）', 'photo of the posting, where asked for', ({ act, policy }) =>
    dataOf('posting', act).photo !== undefined || !postingPhotoRequired(policy)
      ? null
      : refuse(
          'photo_missing',
          '通知 三（五）',
          {
            zh: '请先上传在本单位张贴公示的现场照片，再确认已公示。',
            en: 'Upload a photo of the posting in the unit first, then confirm it.',
          },
          { field: 'photo' },
        ),
  ),
  deadline_running: onAct('期限正在进行', 'the deadline is running', ({ facts, act }) =>
    facts.deadlines[dataOf('extension', act).deadline]
      ? null
      : refuse(
          'deadline_unknown',
          '延期规则',
          { zh: '这项期限没有在进行。', en: 'This deadline is not running.' },
          { field: 'deadline' },
        ),
  ),
  due_later: onAct('只能延后', 'later than before', ({ facts, act }) => {
    const { deadline, due } = dataOf('extension', act);
    const running = facts.deadlines[deadline];
    return running && due > running.due
      ? null
      : refuse(
          'not_later',
          '延期规则',
          {
            zh: '延期后的截止时间须晚于现在的截止时间。',
            en: 'The new deadline has to be later than the present one.',
          },
          { field: 'due' },
        );
  }),
  extension_pending: onFacts('有待批准的延期', 'an extension is pending', ({ facts }) =>
    facts.pendingExtension
      ? null
      : refuse('extension_missing', '延期规则', { zh: '没有待批准的延期。', en: 'No extension waits for approval.' }),
  ),
  second_person: onFacts('由另一人批准', 'a second person', ({ facts, act }) =>
    facts.pendingExtension?.requestedBy === act.actor.personId
      ? refuse('second_person_needed', '延期规则', {
          zh: '延期须由另一位工作人员批准。',
          en: 'An extension has to be approved by another member of staff.',
        })
      : null,
  ),
  not_tolled: onFacts('期限未中止', 'not tolled', ({ facts }) =>
    facts.tolledSince === null
      ? null
      : refuse('tolled', '中止规则', { zh: '期限已经中止。', en: 'The deadlines are paused already.' }),
  ),
  is_tolled: onFacts('期限已中止', 'tolled', ({ facts }) =>
    facts.tolledSince === null
      ? refuse('not_tolled', '中止规则', { zh: '期限没有中止。', en: 'The deadlines are not paused.' })
      : null,
  ),
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof guards;
