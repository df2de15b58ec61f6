import { ApplicationFailure } from '@temporalio/common';
import { allHandlersFinished, condition, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { BareAct, BareActivities, BareAnswer, BareInput } from './bareMessages.js';

const { project } = proxyActivities<BareActivities>({ startToCloseTimeout: '30 s' });
// Never reached.
const limit = '60 days';

/** The engine alone: each act is an Update with a synchronous validator and one projection, in a given order. */
export async function bare({ id, acts, timers }: BareInput): Promise<void> {
  let seq = 0;
  for (const [place, name] of acts.entries()) {
    const perform = async ({ key, at }: BareAct): Promise<BareAnswer> => {
      seq = place + 1;
      const answer = { status: name, seq };
      await project({ id, seq, key, event: name, at });
      return answer;
    };
    const validator = (_act: BareAct) => {
      if (seq !== place) throw ApplicationFailure.nonRetryable('not now', 'Refused');
    };
    setHandler(defineUpdate<BareAnswer, [BareAct]>(name), perform, { validator });
  }
  const done = () => seq === acts.length;
  if (timers === 'one') {
    void sleep(limit);
    await condition(done);
  } else {
    while (!done()) {
      const seen = seq;
      await condition(() => seq > seen, limit);
    }
  }
  await condition(allHandlersFinished);
}

/** Waits until an instant and then writes one projection. */
export async function bareDeadline({ id, due }: { readonly id: string; readonly due: number }): Promise<void> {
  await sleep(due - Date.now());
  await project({ id, seq: 1, key: 'due', event: 'lapsed', at: due });
}
