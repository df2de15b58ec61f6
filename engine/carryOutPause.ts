import type { EngineDeps } from './deps.js';

/**
 * Has a pause of a campaign, or its end, carried to the applications on which it is registered. Does not fail: the sweeper does
 * this again until it has reached all of them.
 */
export async function carryOutPause(
  { engine, logger, clockOffset }: Pick<EngineDeps, 'engine' | 'logger' | 'clockOffset'>,
  step: { readonly pauseId: string; readonly ending: boolean },
): Promise<void> {
  await engine.carryOutPause({ ...step, clockOffset }).catch((error: unknown) => {
    logger.warn({ err: error, pause: step.pauseId, ending: step.ending }, 'could not start carrying out a pause');
  });
}
