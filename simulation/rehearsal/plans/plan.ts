import type { ProblemCode } from '../../../api/http/problem.js';
import type { DeadlineName } from '../../../rules/application/deadline.js';
import type { Tally } from '../../../rules/application/facts.js';
import type { EventName, Status } from '../../../rules/application/lifecycle.js';
import type { LocalDate } from '../../../rules/calendar/instant.js';
import type { DocumentKind, Dossier } from '../../../rules/dossier/dossier.js';
import type { EmployerKind, Level, Track } from '../../../rules/policy/policy.js';

/** An instant of the campaign's year in Beijing, `08-30 17:59`. */
export type PlannedAt = string;

/** Who acts: people of this application's unit, departments and committee; `stranger` is the clerk of another unit. */
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
 * What people do at the door that is no event of the law: open a draft, fill it in, attach the unit's papers, or
 * its photo of what it posted.
 */
export const apiSteps = ['open', 'fill', 'attach', 'photograph'] as const;
export type ApiStep = (typeof apiSteps)[number];
export const apiStepLabels: Readonly<Record<ApiStep, string>> = {
  open: '新建草稿',
  fill: '填报上传',
  attach: '上传单位材料',
  photograph: '上传张贴照片',
};

/** What is said differently from what somebody who does everything right would say. */
export interface StepData {
  /** Evidence that is not uploaded. */
  readonly without?: readonly DocumentKind[];
  /** Sections written instead of the complete ones; with `only`, nothing else is saved. */
  readonly sections?: Dossier;
  readonly only?: true;
  /** No reason is given. */
  readonly silent?: true;
  /** In fen. */
  readonly amount?: number;
  readonly received?: readonly DocumentKind[];
  /** When the defense is to be held. */
  readonly heldAt?: PlannedAt;
  /** Heard in the one session of the day, in their turn, and scored by its panel. */
  readonly inSession?: true;
  readonly points?: readonly number[];
  readonly recused?: true;
  readonly tally?: Tally;
  readonly metOn?: LocalDate;
  readonly outcome?: 'upheld' | 'dismissed';
  /** An objection or defect nobody has raised is named. */
  readonly unknown?: true;
  /** How many defects are listed, or left unanswered. */
  readonly defects?: number;
  readonly unanswered?: number;
  readonly deadline?: DeadlineName;
  readonly due?: PlannedAt;
  /** The seq of the page they look at. */
  readonly seq?: number;
  /** The same request is sent a second time under the same key. */
  readonly twice?: true;
}

/** One line of a plan: at this instant this player does this, and is or is not refused. */
export interface Step {
  readonly at: PlannedAt;
  readonly actor: StepActor;
  readonly event: EventName | ApiStep;
  readonly data: StepData;
  /** The code they must be refused with; null when it must go through. */
  readonly refused: ProblemCode | null;
}

/** What a plan's application applies for, and what kind of unit it comes from. */
export interface Candidate {
  readonly level: Level;
  readonly track: Track;
  readonly specialty: string;
  readonly employerKind: EmployerKind;
  /** Exempt from the defense, with proof. */
  readonly exempt: boolean;
  /** How many departments stand between the unit and the committee. */
  readonly chain: 0 | 1 | 2;
}

/** The life of one application as it is to be played, and the status it must end in. */
export interface Plan {
  readonly name: string;
  readonly zh: string;
  readonly candidate: Candidate;
  readonly steps: readonly Step[];
  readonly ends: Status;
  /** The applicant is under a sanction that the register holds. */
  readonly sanctioned?: true;
  /** The applicant is a clerk of their own unit as well. */
  readonly clerk?: true;
}

/** Somebody does something, and it goes through. */
export const step = (at: PlannedAt, actor: StepActor, event: Step['event'], data: StepData = {}): Step => ({
  at,
  actor,
  event,
  data,
  refused: null,
});

/** Somebody tries something, and is refused with this code. */
export const refusal = (
  at: PlannedAt,
  actor: StepActor,
  event: Step['event'],
  refused: ProblemCode,
  data: StepData = {},
): Step => ({ at, actor, event, data, refused });

/** Whether a step is one of the door's own. */
export function isApiStep(event: Step['event']): event is ApiStep {
  return (apiSteps as readonly string[]).includes(event);
}
