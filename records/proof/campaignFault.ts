import type { CampaignFacts, CampaignTransition } from '../../rules/campaign/campaignFacts.js';
import { newCampaign } from '../../rules/campaign/campaignSchedule.js';
import { evolveCampaign } from '../../rules/campaign/decideCampaign.js';
import { canonical } from '../../rules/canonical.js';
import { firstHash, hashOf } from '../application/eventHash.js';
import { campaignEventHash } from '../campaign/recordCampaignEvent.js';
import type { Statements } from '../database.js';
import type { Fault } from './fault.js';
import { policyFault } from './registerFault.js';

type Json = Readonly<Record<string, unknown>>;
interface Row {
  readonly state: Json | null;
  readonly events: readonly Json[];
  readonly intakes: readonly Json[];
  readonly pinned: boolean | null;
}

const read = {
  name: 'read_campaign_record',
  text: `SELECT (SELECT to_jsonb(progress) FROM campaign_states AS progress WHERE campaign_id = $1) AS state,
    (SELECT COALESCE(jsonb_agg(to_jsonb(entry) ORDER BY seq), '[]') FROM campaign_events AS entry WHERE campaign_id = $1) AS events,
    (SELECT COALESCE(jsonb_agg(to_jsonb(intake)), '[]') FROM campaign_intakes AS intake WHERE campaign_id = $1) AS intakes,
    (SELECT version.policy = campaign.policy AND version.calendar = campaign.calendar FROM policy_versions AS version
      WHERE version.campaign_id = $1 AND version.version = campaign.policy_version) AS pinned
  FROM campaigns AS campaign WHERE id = $1`,
};

/** The first thing of a campaign that does not hold, or null: its chain, its facts, the words, the policy in force and its versions. */
export async function campaignFault(statements: Statements, id: string): Promise<Fault | null> {
  const { rows } = await statements.query<Row>({ ...read, values: [id] });
  const [row] = rows;
  if (!row) return { what: 'chain', at: 'campaign' };
  if (row.pinned !== true) return { what: 'policy', at: 'campaign' };
  return readable(id, row) ?? (await policyFault(statements, id));
}

function readable(id: string, row: Row): Fault | null {
  try {
    return eventsFault(id, row);
  } catch {
    return { what: 'chain', at: 'unreadable' };
  }
}

function eventsFault(id: string, { state, events, intakes }: Row): Fault | null {
  const recorded = events.map(
    (event) => ({ ...event, transition: transitionOf(event) }) as Json & { transition: CampaignTransition },
  );
  const registered = new Map(intakes.map((intake) => [intake.key as string, intake]));
  let before = firstHash;
  for (const [index, event] of recorded.entries()) {
    const { transition } = event;
    const hash = campaignEventHash(id, transition, before);
    if (transition.seq !== index + 1 || event.prev_hash !== before || event.hash !== hash) {
      return { what: 'chain', at: `event ${index + 1}` };
    }
    const fault = intakeFault(transition, registered.get(transition.key));
    if (fault) return fault;
    before = hash;
  }
  if (state === null) return events.length === 0 ? null : { what: 'facts', at: 'state' };
  const facts = state.facts as CampaignFacts;
  const first = recorded[0]?.transition;
  const opened = newCampaign(id, facts.schedule, (first?.from ?? facts.status) === 'announced');
  const folded = recorded.map(({ transition }) => transition).reduce(evolveCampaign, opened);
  const stored = { facts, status: state.status, seq: state.seq, hash: state.last_hash };
  const expected = { facts: folded, status: folded.status, seq: folded.seq, hash: before };
  return canonical(stored) === canonical(expected) ? null : { what: 'facts', at: 'state' };
}

/** Dates pass and outcomes are applied without anybody's act; everything else was registered before. */
function intakeFault({ key, event, actor, at, data, freeTextHash }: CampaignTransition, intake?: Json): Fault | null {
  const words = intake?.free_text == null ? null : hashOf(intake.free_text);
  if (freeTextHash !== words) return { what: 'words', at: key };
  if (!intake) return actor.personId === 'timer' ? null : { what: 'intake', at: key };
  const act = { key, event, actor, at, data, freeTextHash };
  return canonical(actOf(intake, intake.received_at)) === canonical(act) ? null : { what: 'intake', at: key };
}

function actOf({ key, event, actor_role, actor_id, actor_scope, data, free_text_hash }: Json, at: unknown) {
  const actor = { role: actor_role, personId: actor_id, scope: actor_scope };
  return { key, event, actor, at: Date.parse(at as string), data, freeTextHash: free_text_hash };
}

function transitionOf(row: Json): CampaignTransition {
  const { seq, law, at, from_status: from, to_status: to, changes } = row;
  return { ...actOf(row, at), seq, law, from, to, changes } as unknown as CampaignTransition;
}
