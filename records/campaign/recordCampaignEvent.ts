import type { CampaignTransition } from '../../rules/campaign/campaignFacts.js';
import { campaignLaw } from '../../rules/campaign/campaignLaw.js';
import { campaignLetterRoles } from '../../rules/campaign/campaignLetterRoles.js';
import { evolveCampaign } from '../../rules/campaign/decideCampaign.js';
import { canonical } from '../../rules/canonical.js';
import { hashOf } from '../application/eventHash.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';
import { campaignEventsAfter } from './campaignEvents.js';
import { mustFollow } from './campaignProposal.js';
import { ensureCampaignState } from './campaignState.js';

// The row changes only if its seq and hash are those the transition was decided on; event, letters and the campaign's
// state depend on that change.
// $1 row, $2 hash before, $3 event, $4 state of the campaign, $5 roles that get a letter, $6 instant of the event.
const append = {
  name: 'append_campaign_event',
  text: `
    WITH moved AS (
      UPDATE campaign_states AS row SET status = next.status, seq = next.seq, facts = next.facts, last_hash = next.last_hash
      FROM jsonb_populate_record(NULL::campaign_states, $1::jsonb) AS next
      WHERE row.campaign_id = next.campaign_id AND row.seq = next.seq - 1 AND row.last_hash = $2
      RETURNING row.campaign_id, row.seq
    ), letters AS (
      INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
      SELECT moved.campaign_id, 'campaign_' || ($3::jsonb->>'event'), notified.role, recipient.scope, notified.role = 'applicant',
        'campaign:' || moved.campaign_id || '.' || moved.seq || '.' || notified.role || '.' || recipient.scope,
        jsonb_build_object('at', $6::bigint)
      FROM moved, unnest($5::text[]) AS notified (role), LATERAL (
        SELECT id AS scope FROM units WHERE notified.role = 'unit'
        UNION ALL SELECT id FROM departments WHERE notified.role = 'department'
        UNION ALL SELECT DISTINCT person_id FROM role_bindings WHERE role = 'applicant' AND notified.role = 'applicant'
        UNION ALL SELECT moved.campaign_id WHERE notified.role NOT IN ('unit', 'department', 'applicant')) AS recipient
    ), notified AS (
      UPDATE campaigns SET state = $4 FROM moved WHERE campaigns.id = moved.campaign_id AND campaigns.state <> $4
    )
    INSERT INTO campaign_events
    SELECT event.* FROM moved, jsonb_populate_record(NULL::campaign_events,
      $3::jsonb || jsonb_build_object('recorded_at', clock_timestamp())) AS event`,
};

/**
 * Writes a proposed transition of a campaign atomically, only after the one it was decided on, and only if it follows from
 * the record; the same one again changes nothing. Returns the recorded transitions from its seq on when another one is recorded there; otherwise undefined.
 *
 * @throws NotGenuine
 */
export async function recordCampaignEvent(
  database: Database,
  recorded: { readonly campaignId: string; readonly transition: CampaignTransition; readonly notify: boolean },
): Promise<readonly CampaignTransition[] | undefined> {
  const { campaignId, transition, notify } = recorded;
  for (;;) {
    const campaignState = await ensureCampaignState(database, campaignId);
    if (!campaignState) throw new Error(`no campaign ${campaignId}`);
    if (transition.seq <= campaignState.facts.seq) {
      const written = await campaignEventsAfter(database, { campaignId, seq: transition.seq - 1 });
      return written[0] && canonical(written[0]) === canonical(transition) ? undefined : written;
    }
    if (transition.seq > campaignState.facts.seq + 1) throw new Error(`${campaignId}: ${transition.seq} leaves a gap`);
    await mustFollow(database, campaignState.facts, transition);
    const facts = evolveCampaign(campaignState.facts, transition);
    const hash = campaignEventHash(campaignId, transition, campaignState.lastHash);
    const next = { campaign_id: campaignId, status: facts.status, seq: facts.seq, facts, last_hash: hash };
    const event = eventRow(campaignId, transition, campaignState.lastHash, hash);
    const { state } = campaignLaw[facts.status];
    const recipients = (notify && campaignLetterRoles[transition.event]) || [];
    const values = [
      JSON.stringify(next),
      campaignState.lastHash,
      JSON.stringify(event),
      state,
      recipients,
      transition.at,
    ];
    const { rowCount } = await database.pool.query({ ...append, values });
    if (rowCount === 1) return;
  }
}

/** The hash of an event: over all its fields, its campaign and the previous hash. */
export function campaignEventHash(campaignId: string, transition: CampaignTransition, prevHash: string): string {
  return hashOf({ campaignId, ...transition, prevHash });
}

function eventRow(campaignId: string, transition: CampaignTransition, prevHash: string, hash: string) {
  const { seq, law, key, event, actor, at, from, to, data, changes, freeTextHash } = transition;
  return {
    campaign_id: campaignId,
    seq,
    law,
    key,
    event,
    data,
    changes,
    hash,
    actor_role: actor.role,
    actor_id: actor.personId,
    actor_scope: actor.scope,
    at: stored(at),
    from_status: from,
    to_status: to,
    free_text_hash: freeTextHash,
    prev_hash: prevHash,
  };
}
