import { proxyActivities } from '@temporalio/workflow';
import type { ApplicationActivities } from '../../activities/applicationActivities.js';
import type { Answer } from '../../rules/application/act.js';
import type { RepairName } from '../../rules/application/lifecycle.js';
import { refuse, repairedByOperators } from '../../rules/refusal.js';
import { refused } from '../refused.js';
import type { ApplicationState } from './applicationState.js';
import type { RepairAct } from './messages.js';

const { retryMail, skipMail } = proxyActivities<ApplicationActivities>({
  startToCloseTimeout: '30 s',
  retry: { maximumAttempts: 5 },
});

const mailStep = 'mail:';

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

/** Retries or skips a parked step. */
export async function repair(state: ApplicationState, name: RepairName, { step }: RepairAct): Promise<Answer> {
  if (step.startsWith(mailStep)) {
    const outboxId = step.slice(mailStep.length);
    await (name === 'skip_step' ? skipMail({ outboxId }) : retryMail({ outboxId }));
  }
  state.parking.release(step);
  const { status, seq } = state.facts;
  return { status, seq };
}
