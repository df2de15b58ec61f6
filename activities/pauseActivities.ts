import type { ApplicationRange } from '../records/campaign/pauseActs.js';

/** A step of a pause that is carried to its applications: that they are paused, or that their deadlines run again. */
export interface PauseStepInput {
  readonly pauseId: string;
  readonly ending: boolean;
  /** Campaign time minus engine time, in ms. */
  readonly clockOffset: number;
}

/** One part of the applications of a pause. */
export interface PausePart extends PauseStepInput, ApplicationRange {}

/** Effects of a pause of a campaign. Each may run more than once, and changes nothing the second time. */
export interface PauseActivities {
  /** Records the step on the next applications of a range. Returns where the next part begins; null: this was the last. */
  pausePart(part: PausePart): Promise<{ readonly after: string | null }>;
  /** Notes that the step has reached every application. @throws while it is not known what became of one */
  finishPauseStep(step: PauseStepInput): Promise<void>;
}
