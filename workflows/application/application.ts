import { allHandlersFinished, condition, setHandler, sleep } from '@temporalio/workflow';
import type { Answer } from '../../rules/application/act.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { continueAs } from '../continueAs.js';
import { isActOf, isAheadOfRecord, isNotGenuine, raiseAlarm, refuseNotGenuine } from '../genuine.js';
import { ApplicationState } from './applicationState.js';
import { letDeadlinesPass } from './deadlines.js';
import {
  type ApplicationInput,
  actUpdates,
  arrivingUpdates,
  currentQuery,
  deadlineCame,
  recordReached,
  repairUpdates,
  stepParked,
} from './messages.js';
import { openRecorded } from './open.js';
import { sendReminders } from './reminders.js';
import { isParkedLetter, isRepair, repair, validateRepair } from './repair.js';

/** The story of one application, from draft to its end. */
export async function application(input: ApplicationInput): Promise<Answer> {
  const opening = openRecorded(input).then((recorded) => new ApplicationState(input, recorded));
  let opened: ApplicationState | null = null;

  // Handlers exist from the beginning: the engine rejects an Update that finds none.
  for (const update of [...actUpdates, ...arrivingUpdates]) {
    setHandler(update, async (act, recordedSeq) => (await opening).perform(act, recordedSeq), {
      validator: (act, recordedSeq) => {
        if (!isActOf(update.name, act, recordedSeq)) refuseNotGenuine(update.name);
        opened?.check(act, recordedSeq);
      },
    });
  }
  for (const update of repairUpdates) {
    setHandler(update, async (act) => repair(await opening, act), {
      validator: (act) => {
        if (!isRepair(act)) refuseNotGenuine(update.name);
        if (opened) validateRepair(opened, update.name, act);
      },
    });
  }
  setHandler(stepParked, async (parked) => {
    if (!isParkedLetter(parked)) return raiseAlarm('step_parked');
    (await opening).parking.park(parked.step, parked.description);
  });
  setHandler(deadlineCame, async () => {
    (await opening).woken = true;
  });
  setHandler(recordReached, async (seq) => {
    if (!Number.isSafeInteger(seq)) return raiseAlarm('record_reached');
    await (await opening).followTo(seq);
  });
  setHandler(currentQuery, () => {
    if (!opened) throw new Error('the application is still being read from the record');
    return { facts: opened.facts, parked: Object.fromEntries(opened.parking.steps) };
  });

  const state = await opening;
  opened = state;
  state.publishState();
  state.arm();
  while (!state.ended && !state.over) {
    await condition(() => state.called);
    if (!state.ended) await processDue(state);
  }
  await condition(allHandlersFinished);
  await state.attentionNoted;
  state.publish();

  const { status, seq } = state.facts;
  if (state.ended) return { status, seq };
  return await continueAs<typeof application>(state, state.continueAsNewInput());
}

/** How long a workflow waits whose deadline does not follow from the record. */
const afterMismatch = '1 minute';

/** What a date brings: deadlines that have come due, reminders, search attributes to be written. */
async function processDue(state: ApplicationState): Promise<void> {
  const agreed = await state.oneAtATime(async () => {
    // Not before: an act that goes first would then arm the timer, or not, depending on when this workflow was woken.
    state.timer.rang = false;
    state.woken = false;
    const now = state.now();
    const passed = await letPassAsRecorded(state, now);
    await sendReminders(state, now);
    state.publish(now);
    state.arm();
    return passed;
  });
  if (!agreed) await sleep(afterMismatch, { summary: '等待：与登记簿不一致，稍后再核对' });
}

/** False: this workflow was not where the record is, and has taken over what the record holds. */
async function letPassAsRecorded(state: ApplicationState, now: Instant): Promise<boolean> {
  try {
    await state.follow(now);
    await letDeadlinesPass(state, now);
    return true;
  } catch (error) {
    if (!isNotGenuine(error) && !isAheadOfRecord(error)) throw error;
    await state.reload();
    return false;
  }
}
