import { allHandlersFinished, condition, continueAsNew, setHandler } from '@temporalio/workflow';
import type { Answer } from '../../rules/application/act.js';
import { Life } from './life.js';
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
  const life = new Life(input);

  for (const update of [...actUpdates, ...arrivingUpdates]) {
    setHandler(update, (act, recorded) => life.carry(act, recorded), {
      validator: (act, recorded) => life.check(act, recorded),
    });
  }
  for (const update of repairUpdates) {
    setHandler(update, (act) => repair(life, update.name, act), {
      validator: (act) => validateRepair(life, update.name, act),
    });
  }
  setHandler(stepParked, ({ step, what }) => life.parking.park(step, what));
  setHandler(currentQuery, () => ({ facts: life.facts, parked: Object.fromEntries(life.parking.steps) }));

  life.show();
  life.arm();
  while (!life.ended && !life.long) {
    await condition(() => life.called);
    if (!life.ended) await life.keepDates();
  }
  await condition(allHandlersFinished);
  life.publish();

  const { status, seq } = life.facts;
  return life.ended ? { status, seq } : continueAsNew<typeof application>(life.carryOn());
}
