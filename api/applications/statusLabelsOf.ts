import { findCampaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import type { QueueItem } from '../../records/queue/queue.js';
import { lifecycle } from '../../rules/application/lifecycle.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { isNamedByTrack, statusLabelIn } from '../../rules/candidate/labelsOfTrack.js';

type Line = Pick<QueueItem, 'campaignId' | 'level' | 'status'>;

/** A function that names the status of each line of a list; only names that depend on the campaign read its policy. */
export async function statusLabelsOf(db: Database, lines: readonly Line[]): Promise<(line: Line) => BilingualText> {
  const ids = new Set(lines.filter(({ status }) => isNamedByTrack(status)).map(({ campaignId }) => campaignId));
  const campaigns = await Promise.all([...ids].map((id) => findCampaign(db, id)));
  const policies = new Map(
    campaigns.flatMap((campaign) => (campaign ? [[campaign.id, campaign.policy] as const] : [])),
  );
  return ({ campaignId, level, status }) => {
    const policy = policies.get(campaignId);
    const { zh, en } = policy ? statusLabelIn(status, policy, level) : lifecycle[status];
    return { zh, en };
  };
}
