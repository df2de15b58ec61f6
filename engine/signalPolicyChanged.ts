import type { Deps } from '../api/deps.js';

/**
 * Has a campaign read its dates again after its policy has changed. When the engine does not hear it, the campaign reads
 * them at the next date or act.
 */
export async function signalPolicyChanged(
  { engine, logger }: Pick<Deps, 'engine' | 'logger'>,
  campaignId: string,
): Promise<void> {
  await engine.signalPolicyChange(campaignId).catch((error: unknown) => {
    logger.warn({ err: error, campaign: campaignId }, 'a campaign was not told of its policy');
  });
}
