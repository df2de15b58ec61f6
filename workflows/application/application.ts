import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { Answer } from '../../rules/application/act.js';
import { ApplicationState } from './applicationState.js';
import { letDeadlinesPass } from './deadlines.js';
import {
  type ApplicationInput,
  actUpdates,
  arrivingUpdates,
  currentQuery,
  repairUpdates,
  stepParked,
} from './messages.js';
import { sendReminders } from './reminders.js';
import { repair, validateRepair } from './repair.js';

/** The story of one application, from draft to its end. */
export async function application(input: ApplicationInput): Promise<Answer> {
  const state = new ApplicationState(input);

  for (const update of [...actUpdates, ...arrivingUpdates]) {
    setHandler(update, (act, recordedSeq) => state.perform(act, recordedSeq), {
      validator: (act, recordedSeq) => state.check(act, recordedSeq),
    });
  }
  for (const update of repairUpdates) {
    setHandler(update, (act) => repair(state, update.name, act), {
      validator: (act) => validateRepair(state, update.name, act),
    });
  }
  setHandler(stepParked, ({ step, description }) => state.parking.park(step, description));
  setHandler(currentQuery, () => ({ facts: state.facts, parked: Object.fromEntries(state.parking.steps) }));

  state.publishState();
  state.arm();
  while (!state.ended && !state.long) {
    await condition(() => state.called);
    if (!state.ended) await processDue(state);
  }
  await condition(allHandlersFinished);
  state.publish();

  const { status, seq } = state.facts;
  return state.ended ? { status, seq } : continueAsNew<typeof application>(state.continueAsNewInput());
}

/** What a date brings: deadlines that have come due, reminders, search attributes to be written. */
async function processDue(state: ApplicationState): Promise<void> {
  state.timer.rang = false;
  await state.oneAtATime(async () => {
    const now = state.now();
    await letDeadlinesPass(state, now);
    await sendReminders(state, now);
    state.publish(now);
    state.arm();
  });
}
