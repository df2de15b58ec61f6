import type { Unit } from '../../../records/people/organisations.js';
import type { Act } from '../../../rules/application/act.js';
import { hour, localDateOf } from '../../../rules/calendar/instant.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type Step, type StepActor, type StepData, step } from '../plans/plan.js';
import { plannedAt } from '../plans/plannedInstant.js';
import { secondOffice } from './happyStory.js';

const minute = hour / 60;

/** What people upload before an act, and how many minutes ahead. */
function preparations({ event, receivedAt }: Act, { postingPhoto }: Policy): readonly Step[] {
  const ahead = (minutes: number) => plannedAt(receivedAt - minutes * minute);
  if (event === 'submit' || event === 'resubmit') return [step(ahead(20), 'applicant', 'fill')];
  if (event === 'recommend') return [step(ahead(20), 'unit', 'attach')];
  if (event === 'record_entrusted_result') return [step(ahead(20), 'office', 'scan')];
  if (event === 'confirm_unit_posting' && postingPhoto.value) return [step(ahead(20), 'unit', 'photograph')];
  return [];
}

function actorOf({ actor: { role, scope, personId } }: Act, { chain }: Unit): StepActor {
  if (role === 'office' && personId === secondOffice) return 'second_office';
  if (role === 'department') return scope === chain[0] ? 'department' : 'upper_department';
  if (role === 'chair' || role === 'public' || role === 'timer') throw new Error(`no plan has a step of ${role}`);
  return role;
}

function dataOf({ event, data, receivedAt }: Act): StepData {
  const { at, sheets, tally } = data as Partial<{
    at: number;
    sheets: readonly { readonly points: number }[];
    tally: NonNullable<StepData['tally']>;
  }>;
  if (event === 'schedule_defense' && at !== undefined) return { heldAt: plannedAt(at) };
  if (event === 'score_defense' && sheets) return { points: sheets.map(({ points }) => points) };
  return event === 'record_tally' && tally ? { tally, metOn: localDateOf(receivedAt) } : {};
}

/** The steps of a plan that performs these acts, with what has to be uploaded before each. */
export function stepsOf(acts: readonly Act[], unit: Unit, policy: Policy): readonly Step[] {
  return acts.flatMap((act, index) => [
    ...(index === 0 ? [step(plannedAt(act.receivedAt - 30 * minute), 'applicant', 'open')] : []),
    ...preparations(act, policy),
    step(plannedAt(act.receivedAt), actorOf(act, unit), act.event, dataOf(act)),
  ]);
}
