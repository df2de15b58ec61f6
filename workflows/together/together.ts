import { allHandlersFinished, condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { ActsTogether, Reached, TogetherActivities } from '../../activities/togetherActivities.js';

/** What it starts with. */
export type TogetherInput = ActsTogether;
/** How far the record of an application has come, as an application is told it. */
export type RecordReached = Reached;

export const togetherWorkflow = 'together';
export const followWorkflow = 'follow';
/** Answers once every act is recorded, refused or left to its application. */
export const recordedUpdate = defineUpdate<null>('recorded');

/** Acts recorded in one transaction: few enough that their rows are locked briefly. */
const partSize = 125;

const { recordTogether } = proxyActivities<TogetherActivities>({
  startToCloseTimeout: '30 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '20 s' },
});
const { tellReached } = proxyActivities<TogetherActivities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 s',
  retry: { initialInterval: '1 s', backoffCoefficient: 2, maximumInterval: '30 s' },
});

/**
 * Acts of one person on many applications, recorded in a few transactions. The applications' own workflows follow: each
 * is told how far its record has come.
 */
export async function together({ intakes, clockOffset }: TogetherInput): Promise<void> {
  let recorded = false;
  setHandler(recordedUpdate, async () => {
    await condition(() => recorded);
    return null;
  });
  const parts = await Promise.all(
    partsOf(intakes).map((part) =>
      recordTogether.executeWithOptions({ summary: `一并记录：${part.length}件` }, [{ intakes: part, clockOffset }]),
    ),
  );
  recorded = true;
  await follow({ moved: parts.flatMap(({ moved }) => moved) });
  await condition(allHandlersFinished);
}

/** Tells applications whose record was written without them how far it has come. */
export async function follow({ moved }: { readonly moved: readonly RecordReached[] }): Promise<void> {
  if (moved.length > 0) await tellReached.executeWithOptions({ summary: `告知流程：${moved.length}件` }, [{ moved }]);
}

function partsOf(intakes: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(intakes.length / partSize) }, (_, part) =>
    intakes.slice(part * partSize, (part + 1) * partSize),
  );
}
