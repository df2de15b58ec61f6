import type { EngineDeps } from './deps.js';

/**
 * Has a campaign read its dates again after its policy has changed. Does not fail: a campaign that gets no signal reads
 * them at its next date or act.
 */
export async function signalPolicyChanged(
  { engine, logger }: Pick<EngineDeps, 'engine' | 'logger'>,
  campaignId: string,
): Promise<void> {
  await engine.signalPolicyChange(campaignId).catch((error: unknown) => {
    logger.warn({ err: error, campaign: campaignId }, 'could not signal a changed policy to its campaign');
  });
}
