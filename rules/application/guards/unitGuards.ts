import { addDays, endOfDay, type Instant, localDateOf } from '../../calendar/instant.js';
import { recommendationAttachments } from '../../dossier/checklist.js';
import { cite } from '../../policy/clauses.js';
import type { Policy } from '../../policy/policy.js';
import { type Refusal, refuse } from '../../refusal.js';
import type { UnitDecision } from '../act.js';
import { asksRepublish } from '../publicity/republish.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';
import { named } from './named.js';

/** Why the unit's decision does not do: not stated where the notice asks for it, or of a day that has not come. */
function decisionRefusal(
  decision: UnitDecision | null | undefined,
  at: Instant,
  { unitDecision }: Pick<Policy, 'unitDecision'>,
): Refusal | null {
  if (decision === undefined) return null;
  if (decision === null) {
    return unitDecision.value
      ? refuse(
          'attachments_missing',
          unitDecision.clause,
          {
            zh: '请写明单位研究同意推荐的日期和把关负责的主要领导姓名。',
            en: 'Please state the day on which the unit decided to recommend, and the name of the leader responsible for it.',
          },
          { field: 'decidedOn' },
        )
      : null;
  }
  return decision.decidedOn > localDateOf(at)
    ? refuse(
        'date_in_future',
        unitDecision.clause,
        {
          zh: '单位研究同意推荐的日期不能晚于今天。',
          en: 'The day on which the unit decided to recommend cannot lie after today.',
        },
        { field: 'decidedOn' },
      )
    : null;
}

/** Conditions on what the unit publishes and recommends. */
export const unitGuards = {
  publicity_still_valid: onFacts('公示内容未变', 'what was published has not changed', ({ facts, clause }) =>
    facts.publishedHash !== null && facts.publishedHash === facts.publishableHash
      ? null
      : refuse('publicity_not_valid', clause, {
          zh: '公示内容有变化或尚未公示期满，须重新公示。',
          en: 'What was published has changed, or its period has not run to the end; it has to be published again.',
        }),
  ),
  publication_unchanged: onFacts(
    '补正未改动公示内容',
    'the correction changed nothing published',
    ({ facts, policy }) =>
      asksRepublish(facts, policy)
        ? refuse('publicity_not_valid', policy.correctionRepublish.clause, {
            zh: '补正改动了公示过的内容，须重新公示，期满无异议后转报评委会。',
            en: 'The correction changed what was published. It has to be published again, and goes on to the committee after that.',
          })
        : null,
  ),
  publication_changed: onFacts(
    '补正改动了公示内容',
    'the correction changed what was published',
    ({ facts, policy }) =>
      asksRepublish(facts, policy)
        ? null
        : refuse('event_not_allowed', policy.correctionRepublish.clause, {
            zh: '补正没有改动公示过的内容，不必重新公示，请转报评委会。',
            en: 'The correction changed nothing that was published, so nothing is published again. Please forward it.',
          }),
  ),
  publicity_retractable: onFacts(
    '仍在可撤下更正的期限内',
    'a mistake can still be mended',
    ({ facts, act, policy }) => {
      const { value: days, clause } = policy.publicityRetractionDays;
      const until = facts.postedAt === null ? 0 : endOfDay(addDays(localDateOf(facts.postedAt), days));
      return days > 0 && act.receivedAt < until
        ? null
        : refuse('event_not_allowed', clause, {
            zh: `公示发布后${days}日内发现笔误方可撤下更正，现已超过；内容确有问题的，请按异议处理或不予推荐。`,
            en: `A posting with a mistake can be taken back within ${days} days, which are over. Deal with it as an objection, or decline.`,
          });
    },
  ),
  recommender_fit: onAct(
    '单位不在处罚期内；在处罚期内的，由上级主管部门推荐',
    'the unit is under no sanction, or the department above it recommends',
    ({ act, policy }) => {
      const until = dataOf('attachments', act).unitSanctionedUntil;
      const byDepartment = act.actor.role === 'department';
      const { value: passes, clause } = policy.sanctions.unitPassedBy;
      const basis = `${cite(policy, 'sanctions')}、${clause}`;
      if (byDepartment) {
        return until !== null && passes
          ? null
          : refuse('role_not_allowed', basis, {
              zh: '单位不在处罚期内，由单位推荐。',
              en: 'The unit is under no sanction and recommends by itself.',
            });
      }
      return until === null
        ? null
        : refuse('sanctioned', basis, {
            zh: `本单位处罚期至${until}，期满前不得推荐。${passes ? '由上级主管部门核实后推荐。' : ''}`,
            en: `A sanction of the unit stands until ${until}; it does not recommend before it has ended.${passes ? ' The department above recommends in its place.' : ''}`,
          });
    },
  ),
  // Where nobody decides in its place, a unit under sanction may still decline.
  decliner_fit: onAct(
    '单位不在处罚期内；在处罚期内的，由上级主管部门决定',
    'the unit is under no sanction, or the department above it decides',
    ({ act, policy }) => {
      const until = dataOf('declination', act).unitSanctionedUntil ?? null;
      const byDepartment = act.actor.role === 'department';
      const { value: passes, clause } = policy.sanctions.unitPassedBy;
      const basis = `${cite(policy, 'sanctions')}、${clause}`;
      const passed = until !== null && passes;
      if (passed === byDepartment) return null;
      return byDepartment
        ? refuse('role_not_allowed', basis, {
            zh: '由单位决定是否推荐，不由上级主管部门代为决定。',
            en: 'The unit decides by itself; the department above does not decide in its place.',
          })
        : refuse('sanctioned', basis, {
            zh: `本单位处罚期至${until}，期满前由上级主管部门决定是否推荐。`,
            en: `A sanction of the unit stands until ${until}; until it has ended, the department above decides in its place.`,
          });
    },
  ),
  recommendation_attached: onAct(
    '公示结果、推荐意见、承诺书齐全，写明单位研究同意的日期和主要领导',
    'publicity result, Annex 2 and Annex 3 attached, the unit’s decision and its leader stated',
    ({ act, policy, clause }) => {
      const { attached, decision } = dataOf('attachments', act);
      const lacking = recommendationAttachments(policy).filter((kind) => !attached.includes(kind));
      return lacking.length
        ? refuse(
            'attachments_missing',
            clause,
            { zh: `还缺：${named(lacking).zh}。`, en: `Still missing: ${named(lacking).en}.` },
            { field: 'attached' },
          )
        : decisionRefusal(decision, act.receivedAt, policy);
    },
  ),
} satisfies Record<string, Guard>;
