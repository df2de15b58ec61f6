import { addDays, type Instant, inWords, localDateOf } from '../calendar/instant.js';
import type { Policy } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';
import { scorersOf } from './panel.js';
import { type DefensePlan, endOf, overlap, slotsOf } from './plan.js';
import { criteriaProblem } from './sheet.js';

const clause = '通知 四（四）';

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

/** What a plan is held against. */
export interface PlanCircumstances {
  readonly now: Instant;
  readonly policy: Pick<Policy, 'defense' | 'specialties'>;
  readonly criteria: Parameters<typeof criteriaProblem>[0];
  /** Experts of the committee that judges the specialty, by id. */
  readonly candidates: ReadonlyMap<string, { readonly name: string }>;
  /** Applications of the specialty that wait to be heard, by id. */
  readonly waiting: ReadonlyMap<string, { readonly name: string; readonly applicantId: string }>;
  readonly recused: ReadonlyMap<string, ReadonlySet<string>>;
  readonly others: readonly Busy[];
}

const clash = (message: string, field: string) => refuse('defense_clash', clause, message, { field });
const wrong = (message: string, field: string) => refuse('plan_invalid', clause, message, { field });

/** Everything that keeps a session from being held as planned, all at once: the office sees it before it saves. */
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
  const unfit = criteriaProblem(criteria);
  return [
    ...(unfit ? [unfit] : []),
    ...(policy.specialties.some(({ code }) => code === plan.specialty)
      ? []
      : [wrong('政策中没有这个专业。', 'specialty')]),
    ...(plan.applications.length === 0 ? [wrong('请至少安排一名答辩人。', 'applications')] : []),
    ...(new Set(plan.applications).size === plan.applications.length
      ? []
      : [wrong('同一申报在顺序中出现了两次。', 'applications')]),
    ...plan.applications.flatMap((id, index) =>
      waiting.has(id) ? [] : [wrong('这份申报不在待答辩之列，或已排入其他场次。', `applications.${index}`)],
    ),
  ];
}

function noticeProblems({ startsAt }: DefensePlan, { now, policy }: PlanCircumstances): readonly Refusal[] {
  const { value, clause: rule } = policy.defense.noticeDays;
  const earliest = addDays(localDateOf(now), value);
  if (localDateOf(startsAt) >= earliest) return [];
  const message = `答辩须至少提前${value}日通知，最早可安排在${earliest}。`;
  return [refuse('notice_too_short', rule, message, { field: 'startsAt' })];
}

/** Enough experts for each application, whoever is recused from it left out. */
function panelProblems(plan: DefensePlan, at: PlanCircumstances): readonly Refusal[] {
  const { value, clause: rule } = at.policy.defense.minimumExperts;
  const few = (message: string, field: string) => refuse('experts_too_few', rule, message, { field });
  const distinct = new Set(plan.panel);
  return [
    ...(distinct.size === plan.panel.length ? [] : [wrong('同一专家在答辩组中出现了两次。', 'panel')]),
    ...(distinct.has(plan.leader) ? [] : [wrong('组长须是答辩组成员。', 'leader')]),
    ...plan.panel.flatMap((id, index) =>
      at.candidates.has(id) ? [] : [wrong('这位专家不在本专业的评审委员会中，或已辞谢。', `panel.${index}`)],
    ),
    ...(distinct.size < value
      ? [few(`答辩组须有至少${value}名专家。`, 'panel')]
      : plan.applications.flatMap((id, index) => {
          const scorers = scorersOf([...distinct], at.recused.get(id) ?? new Set());
          if (scorers.length >= value) return [];
          const left = `除去应回避的专家，只有${scorers.length}名可以评分，须至少${value}名。`;
          return [few(`${at.waiting.get(id)?.name ?? ''}：${left}`, `applications.${index}`)];
        })),
  ];
}

function roomAndPanelClashes(plan: DefensePlan, { others, candidates }: PlanCircumstances): readonly Refusal[] {
  const stretch = { startsAt: plan.startsAt, endsAt: endOf(plan) };
  return others
    .filter((other) => overlap(stretch, other))
    .flatMap((other) => {
      const until = `${inWords(other.startsAt)}至${inWords(other.endsAt).slice(-5)}`;
      const busy = plan.panel.filter((id) => other.panel.includes(id));
      return [
        ...(other.sameCampaign && other.room === plan.room
          ? [clash(`${plan.room}在${until}已安排另一场答辩。`, 'room')]
          : []),
        ...busy.map((id) => clash(`${candidates.get(id)?.name ?? ''}在${until}已有另一场答辩。`, 'panel')),
      ];
    });
}

/** Nobody is heard twice at the same time, whatever they apply for. */
function candidateClashes(plan: DefensePlan, { others, waiting }: PlanCircumstances): readonly Refusal[] {
  const taken = others.flatMap(({ slots }) => slots);
  return slotsOf(plan).flatMap((slot, index) => {
    const own = waiting.get(slot.applicationId);
    const other = own && taken.find((one) => one.applicantId === own.applicantId && overlap(one, slot));
    return own && other
      ? [clash(`${own.name}在${inWords(other.startsAt)}已有另一场答辩。`, `applications.${index}`)]
      : [];
  });
}
