import type { Answer } from '../../rules/application/act.js';
import type { RepairName } from '../../rules/application/lifecycle.js';
import { refuse, repairedByOperators } from '../../rules/refusal.js';
import { isObject } from '../genuine.js';
import { refused } from '../refused.js';
import type { ApplicationState } from './applicationState.js';
import type { RepairAct } from './messages.js';

const mailStep = 'mail:';

/** Whether a signal parks a letter, which is all that is parked from outside. */
export function isParkedLetter(parked: unknown): boolean {
  if (!isObject(parked) || typeof parked.step !== 'string' || typeof parked.description !== 'string') return false;
  return /^mail:\d{1,18}$/.test(parked.step);
}

/** Whether a repair can be read and is whole. */
export function isRepair(act: unknown): boolean {
  return isObject(act) && isObject(act.actor) && typeof act.key === 'string' && typeof act.step === 'string';
}

/** Refuses a repair by anyone but an operator, of a step that is not parked, or that would leave a gap in the record. */
export function validateRepair(state: ApplicationState, name: RepairName, { actor, step }: RepairAct): void {
  if (actor.role !== 'operator') {
    throw refused(refuse('role_not_allowed', '运维规则', repairedByOperators));
  }
  state.parking.mustBeParked(step);
  if (name === 'skip_step' && !step.startsWith(mailStep)) {
    throw refused(
      refuse(
        'step_not_skippable',
        '运维规则',
        {
          zh: '这一步不能跳过，跳过会使记录缺失；请重试。',
          en: 'This step cannot be skipped, because the record would have a gap. Please retry it.',
        },
        { field: 'step' },
      ),
    );
  }
}

/**
 * Releases a parked step. One that records runs again; what becomes of a letter is in the outbox, where the operator's
 * request has been carried out before.
 */
export function repair(state: ApplicationState, { step }: RepairAct): Answer {
  state.parking.release(step);
  const { status, seq } = state.facts;
  return { status, seq };
}
