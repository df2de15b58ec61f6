import type { BilingualText } from '../bilingualText.js';
import { addDays, formatInstantZh, type Instant, inDigits, localDateOf } from '../calendar/instant.js';
import { type Cited, cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';
import { defenseNotice } from './defenseNotice.js';
import { scorersOf } from './panel.js';
import { type DefensePlan, endOf, overlap, slotsOf } from './plan.js';
import { criteriaProblem } from './sheet.js';

/** Another session that is still to be held, in this campaign or another one. */
export interface Busy {
  readonly sameCampaign: boolean;
  readonly room: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly panel: readonly string[];
  readonly slots: readonly {
    readonly applicationId: string;
    readonly applicantId: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
  }[];
}

/** The circumstances a plan is checked against. */
export interface PlanCircumstances {
  readonly now: Instant;
  readonly policy: Pick<Policy, 'defense' | 'specialties' | 'clauses'>;
  readonly criteria: Parameters<typeof criteriaProblem>[0];
  /** Experts of the committee that judges the specialty, by id. */
  readonly candidates: ReadonlyMap<string, { readonly name: string }>;
  /** Applications of the specialty that wait to be heard, by id. */
  readonly waiting: ReadonlyMap<string, { readonly name: string; readonly applicantId: string }>;
  readonly recused: ReadonlyMap<string, ReadonlySet<string>>;
  readonly others: readonly Busy[];
}

/** What a plan is refused with, under the clause of the campaign's notice. */
const problemsUnder = (policy: Cited) => {
  const clause = cite(policy, 'defense');
  return {
    clash: (message: BilingualText, field: string) => refuse('defense_clash', clause, message, { field }),
    wrong: (zh: string, en: string, field: string) => refuse('plan_invalid', clause, { zh, en }, { field }),
  };
};

/** Every problem of a planned session at once, which the office sees before it saves. */
export function planProblems(plan: DefensePlan, at: PlanCircumstances): readonly Refusal[] {
  return [
    ...ownProblems(plan, at),
    ...noticeProblems(plan, at),
    ...panelProblems(plan, at),
    ...roomAndPanelClashes(plan, at),
    ...candidateClashes(plan, at),
  ];
}

function ownProblems(plan: DefensePlan, { policy, waiting, criteria }: PlanCircumstances): readonly Refusal[] {
  const { wrong } = problemsUnder(policy);
  const unfit = criteriaProblem(criteria, policy);
  return [
    ...(unfit ? [unfit] : []),
    ...(policy.specialties.some(({ code }) => code === plan.specialty)
      ? []
      : [wrong('政策中没有这个专业。', 'The policy has no such specialty.', 'specialty')]),
    ...(plan.applications.length === 0
      ? [wrong('请至少安排一名答辩人。', 'Please put at least one candidate into the session.', 'applications')]
      : []),
    ...(new Set(plan.applications).size === plan.applications.length
      ? []
      : [wrong('同一申报在顺序中出现了两次。', 'The same application stands in the order twice.', 'applications')]),
    ...plan.applications.flatMap((id, index) =>
      waiting.has(id)
        ? []
        : [
            wrong(
              '这份申报不在待答辩之列，或已排入其他场次。',
              'This application does not wait for a defense, or stands in another session already.',
              `applications.${index}`,
            ),
          ],
    ),
  ];
}

function noticeProblems({ startsAt }: DefensePlan, { now, policy }: PlanCircumstances): readonly Refusal[] {
  const { value, clause: rule } = policy.defense.noticeDays;
  const earliest = addDays(localDateOf(now), value);
  if (localDateOf(startsAt) >= earliest) return [];
  return [refuse('notice_too_short', rule, defenseNotice(value, earliest), { field: 'startsAt' })];
}

/** Enough experts for each application, without the recused. */
function panelProblems(plan: DefensePlan, at: PlanCircumstances): readonly Refusal[] {
  const { wrong } = problemsUnder(at.policy);
  const { value, clause: rule } = at.policy.defense.minimumExperts;
  const few = (message: BilingualText, field: string) => refuse('experts_too_few', rule, message, { field });
  const distinct = new Set(plan.panel);
  return [
    ...(distinct.size === plan.panel.length
      ? []
      : [wrong('同一专家在答辩组中出现了两次。', 'The same expert stands on the panel twice.', 'panel')]),
    ...(distinct.has(plan.leader)
      ? []
      : [wrong('组长须是答辩组成员。', 'The leader has to be a member of the panel.', 'leader')]),
    ...plan.panel.flatMap((id, index) =>
      at.candidates.has(id)
        ? []
        : [
            wrong(
              '这位专家不在本专业的评审委员会中，或已辞谢。',
              'This expert is not on the committee of the specialty, or has declined.',
              `panel.${index}`,
            ),
          ],
    ),
    ...(distinct.size < value
      ? [few({ zh: `答辩组须有至少${value}名专家。`, en: `A panel needs at least ${value} experts.` }, 'panel')]
      : plan.applications.flatMap((id, index) => {
          const scorers = scorersOf([...distinct], at.recused.get(id) ?? new Set());
          if (scorers.length >= value) return [];
          const name = at.waiting.get(id)?.name ?? '';
          const message = {
            zh: `${name}：除去应回避的专家，只有${scorers.length}名可以评分，须至少${value}名。`,
            en: `${name}: without the experts who are recused only ${scorers.length} can score, and ${value} are needed.`,
          };
          return [few(message, `applications.${index}`)];
        })),
  ];
}

function roomAndPanelClashes(plan: DefensePlan, { others, candidates, policy }: PlanCircumstances): readonly Refusal[] {
  const { clash } = problemsUnder(policy);
  const stretch = { startsAt: plan.startsAt, endsAt: endOf(plan) };
  return others
    .filter((other) => overlap(stretch, other))
    .flatMap((other) => {
      const ends = inDigits(other.endsAt).slice(-5);
      const until = { zh: `${formatInstantZh(other.startsAt)}至${ends}`, en: `${inDigits(other.startsAt)} to ${ends}` };
      const busyMessage = (who: string): BilingualText => ({
        zh: `${who}在${until.zh}已有另一场答辩。`,
        en: `${who} has another session from ${until.en}.`,
      });
      const busy = plan.panel.filter((id) => other.panel.includes(id));
      return [
        ...(other.sameCampaign && other.room === plan.room
          ? [
              clash(
                {
                  zh: `${plan.room}在${until.zh}已安排另一场答辩。`,
                  en: `${plan.room} is taken by another session from ${until.en}.`,
                },
                'room',
              ),
            ]
          : []),
        ...busy.map((id) => clash(busyMessage(candidates.get(id)?.name ?? ''), 'panel')),
      ];
    });
}

/** No candidate is heard twice at the same time. */
function candidateClashes(plan: DefensePlan, { others, waiting, policy }: PlanCircumstances): readonly Refusal[] {
  const { clash } = problemsUnder(policy);
  const taken = others.flatMap(({ slots }) => slots);
  return slotsOf(plan).flatMap((slot, index) => {
    const own = waiting.get(slot.applicationId);
    const other = own && taken.find((one) => one.applicantId === own.applicantId && overlap(one, slot));
    if (!own || !other) return [];
    const message = {
      zh: `${own.name}在${formatInstantZh(other.startsAt)}已有另一场答辩。`,
      en: `${own.name} has another defense at ${inDigits(other.startsAt)}.`,
    };
    return [clash(message, `applications.${index}`)];
  });
}
