import type { Campaign } from '../../records/campaign/campaigns.js';
import { proofOf } from '../../records/campaign/policyProofs.js';
import type { Database } from '../../records/database.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { lintCampaign } from '../../rules/policy/lint/linter.js';
import type { LintFinding } from '../../rules/policy/lint/lintFinding.js';
import { lintProof } from '../../rules/policy/lint/lintProof.js';

/** Everything the check finds in a campaign. That of a campaign in preparation says how the search of its states stands. */
export async function findingsOn(db: Database, campaign: Campaign, now: Instant): Promise<readonly LintFinding[]> {
  const { policy, state } = campaign;
  const proof = await proofOf(db, policy);
  return [...lintCampaign(campaign, now), ...(proof || state === 'preparing' ? lintProof(proof) : [])];
}
