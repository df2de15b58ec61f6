import type { ProblemCode } from '../../../api/http/problem.js';
import type { DeadlineName } from '../../../rules/application/deadlines.js';
import type { Tally } from '../../../rules/application/facts.js';
import type { EventName, Status } from '../../../rules/application/lifecycle.js';
import type { LocalDate } from '../../../rules/calendar/instant.js';
import type { EmployerKind, Level, Track } from '../../../rules/campaign/codes.js';
import type { DocumentKind, Dossier } from '../../../rules/dossier/dossier.js';

/** An instant in Beijing: `08-30 17:59` of the campaign's year, or with a year of its own. */
export type PlannedAt = string;

/** Who acts: people of this application's unit, departments and committee; `stranger` is a clerk of another unit. */
export type StepActor =
  | 'applicant'
  | 'unit'
  | 'department'
  | 'upper_department'
  | 'office'
  | 'second_office'
  | 'finance'
  | 'expert'
  | 'supervisor'
  | 'operator'
  | 'bank'
  | 'stranger';

/**
 * What people do through the API that is no event of the lifecycle: open a draft, fill it in, attach the unit's papers,
 * or upload the photo of the posting or another committee's decision.
 */
export const apiSteps = ['open', 'fill', 'attach', 'photograph', 'scan'] as const;
export type ApiStep = (typeof apiSteps)[number];
export const apiStepLabels: Readonly<Record<ApiStep, string>> = {
  open: '新建草稿',
  fill: '填报上传',
  attach: '上传单位材料',
  photograph: '上传张贴照片',
  scan: '上传评审结果文件',
};

/** Deviations from a complete and valid request. */
export interface StepData {
  /** Evidence that is left out. */
  readonly without?: readonly DocumentKind[];
  /** Sections written instead of the complete ones; with `only`, nothing else is saved. */
  readonly sections?: Dossier;
  readonly only?: true;
  /** The reason is left out. */
  readonly silent?: true;
  /** The unit does not state its decision and the leader responsible. */
  readonly undecided?: true;
  /** In fen. */
  readonly amount?: number;
  readonly received?: readonly DocumentKind[];
  /** The appointed instant of the defense. */
  readonly heldAt?: PlannedAt;
  /** Heard in the day's session, in turn, and scored by its panel. */
  readonly inSession?: true;
  readonly points?: readonly number[];
  readonly recused?: true;
  readonly tally?: Tally;
  readonly metOn?: LocalDate;
  readonly outcome?: 'upheld' | 'dismissed';
  /** The request names an objection or defect that does not exist. */
  readonly unknown?: true;
  /** The number of defects listed, or left unanswered. */
  readonly defects?: number;
  readonly unanswered?: number;
  readonly deadline?: DeadlineName;
  readonly due?: PlannedAt;
  /** The seq of the page the actor has open. */
  readonly seq?: number;
  /** The same request is sent twice under the same key. */
  readonly twice?: true;
}

/** One step of a plan: an actor does something at an instant, and is refused or not. */
export interface Step {
  readonly at: PlannedAt;
  readonly actor: StepActor;
  readonly event: EventName | ApiStep;
  readonly data: StepData;
  /** The problem code the step must be refused with; null when it must succeed. */
  readonly refused: ProblemCode | null;
}

/** The title a plan's candidate applies for, and the kind of unit. */
export interface Candidate {
  readonly level: Level;
  readonly track: Track;
  readonly specialty: string;
  readonly employerKind: EmployerKind;
  /** Exempt from the defense, with evidence. */
  readonly exempt: boolean;
  /** The number of departments between the unit and the committee. */
  readonly chain: 0 | 1 | 2;
}

/** The steps of one application, and the status it must end in. */
export interface Plan {
  readonly name: string;
  readonly zh: string;
  readonly candidate: Candidate;
  readonly steps: readonly Step[];
  readonly ends: Status;
  /** The applicant is under a recorded sanction. */
  readonly sanctioned?: true;
  /** The unit is put under sanction while the application is on publicity. */
  readonly unitSanctioned?: true;
  /** The applicant is a clerk of their own unit as well. */
  readonly clerk?: true;
}

/** A step that must succeed. */
export const step = (at: PlannedAt, actor: StepActor, event: Step['event'], data: StepData = {}): Step => ({
  at,
  actor,
  event,
  data,
  refused: null,
});

/** A step that must be refused with this code. */
export const refusal = (
  at: PlannedAt,
  actor: StepActor,
  event: Step['event'],
  refused: ProblemCode,
  data: StepData = {},
): Step => ({ at, actor, event, data, refused });

/** Whether a step is an API step rather than an event. */
export function isApiStep(event: Step['event']): event is ApiStep {
  return (apiSteps as readonly string[]).includes(event);
}
