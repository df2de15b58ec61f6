import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { Answer } from '../../rules/application/act.js';
import { ApplicationState } from './applicationState.js';
import {
  type ApplicationInput,
  actUpdates,
  arrivingUpdates,
  currentQuery,
  repairUpdates,
  stepParked,
} from './messages.js';
import { repair, validateRepair } from './repair.js';

/** The story of one application, from draft to its end. */
export async function application(input: ApplicationInput): Promise<Answer> {
  const applicationState = new ApplicationState(input);

  for (const update of [...actUpdates, ...arrivingUpdates]) {
    setHandler(update, (act, recorded) => applicationState.perform(act, recorded), {
      validator: (act, recorded) => applicationState.check(act, recorded),
    });
  }
  for (const update of repairUpdates) {
    setHandler(update, (act) => repair(applicationState, update.name, act), {
      validator: (act) => validateRepair(applicationState, update.name, act),
    });
  }
  setHandler(stepParked, ({ step, description }) => applicationState.parking.park(step, description));
  setHandler(currentQuery, () => ({
    facts: applicationState.facts,
    parked: Object.fromEntries(applicationState.parking.steps),
  }));

  applicationState.publishState();
  applicationState.arm();
  while (!applicationState.ended && !applicationState.long) {
    await condition(() => applicationState.called);
    if (!applicationState.ended) await applicationState.keepDates();
  }
  await condition(allHandlersFinished);
  applicationState.publish();

  const { status, seq } = applicationState.facts;
  return applicationState.ended
    ? { status, seq }
    : continueAsNew<typeof application>(applicationState.continueAsNewInput());
}
