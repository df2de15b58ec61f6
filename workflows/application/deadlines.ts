import { sleep } from '@temporalio/workflow';
import type { Act, Transition } from '../../rules/application/act.js';
import { isRefusal } from '../../rules/application/decide.js';
import { eventLabels } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { ApplicationState } from './applicationState.js';
import { promptly } from './effects.js';

/**
 * How long after a due instant its deadline is recorded: every API process has then published that it has registered what
 * arrived before. Where one has not, the recording waits for it (`publishArrivalMark` in records/).
 */
export const intakeGrace: Instant = 300;

/**
 * Applies every deadline that has come due by `upTo`. Acts that were registered before a due instant and are still on
 * their way go before it: a queue in front of the engine makes nobody late who was in time.
 */
export async function letDeadlinesPass(state: ApplicationState, upTo: Instant): Promise<void> {
  for (let due = state.dueBy(upTo); due; due = state.dueBy(upTo)) await letPass(state, due);
}

async function letPass(state: ApplicationState, due: Transition): Promise<void> {
  const grace = due.at + intakeGrace - state.now();
  if (grace > 0) await sleep(grace, { summary: '等待截止前已到达的事项完成登记' });
  const { acts, instead } = await recordDeadline(state, due);
  if (acts.length === 0) await state.apply(instead ?? [due]);
  else if (!(await performInTime(state, acts))) await state.record(due);
}

/** Closes the intake for the due instant; records the deadline unless acts were registered before it. */
async function recordDeadline(state: ApplicationState, transition: Transition) {
  const { applicationId } = state.facts;
  const summary = `期限届满：${eventLabels[transition.event].zh}`;
  return await state.parking.finish('record', '记录期限届满', () =>
    promptly((effects) => effects.recordDeadline.executeWithOptions({ summary }, [{ applicationId, transition }])),
  );
}

/** Performs the acts that the law allows. Returns whether the facts have changed: then the deadline is looked at again. */
async function performInTime(state: ApplicationState, acts: readonly Act[]): Promise<boolean> {
  let changed = false;
  for (const act of acts) {
    if (state.answers[act.key] || state.refusedKeys.has(act.key)) continue;
    await state.prepare(act);
    const outcome = state.decide(act);
    if (isRefusal(outcome)) {
      const { applicationId } = state.facts;
      state.refusedKeys.add(act.key);
      await state.parking.finish('refuse_pending', '登记未能办理的收件', () =>
        promptly((effects) => effects.refusePendingAct({ applicationId, key: act.key })),
      );
      continue;
    }
    changed = true;
    // The record holds something else: what it holds has been applied, so the rest is judged anew with the deadline.
    if (!(await state.record(outcome))) return changed;
  }
  return changed;
}
