import type { Transition } from '../../rules/application/act.js';
import type { Database } from '../database.js';

/** The columns of an event as its hash has them, with both hashes. */
const event = (
  own: string,
) => `jsonb_build_object('seq', entry.seq, 'law', entry.law, 'key', entry.key, 'event', entry.event,
  'actor', jsonb_build_object('role', entry.actor_role, 'personId', entry.actor_id, 'scope', entry.actor_scope),
  'at', (extract(epoch FROM entry.at) * 1000)::bigint, 'from', entry.from_status, 'to', entry.to_status, 'data', entry.data,
  'freeTextHash', entry.free_text_hash, 'changes', entry.changes, 'prevHash', entry.prev_hash, 'hash', entry.hash${own})`;
const eventsOf = `(SELECT COALESCE(jsonb_agg(${event(", 'deadlines', entry.deadlines")} ORDER BY entry.seq), '[]')
  FROM events AS entry WHERE entry.application_id = application.id)`;
const application = `jsonb_build_object('opening', application.opening, 'events', ${eventsOf},
  'openedAt', (extract(epoch FROM application.opened_at) * 1000)::bigint)`;
const certificate = `jsonb_build_object('applicationId', application_id, 'ordinal', ordinal, 'number', number,
  'conferredOn', conferred_on)`;
const policies = `(SELECT jsonb_agg(jsonb_build_object('version', version, 'policy', policy, 'calendar', calendar,
  'changedAt', (extract(epoch FROM changed_at) * 1000)::bigint) ORDER BY version) FROM policy_versions WHERE campaign_id = $1)`;

// Each in one statement: what is exported is the record of one moment.
const campaign = {
  name: 'exported_campaign',
  text: `SELECT ${policies} AS policies,
    (SELECT COALESCE(jsonb_agg(${event('')} ORDER BY entry.seq), '[]') FROM campaign_events AS entry WHERE campaign_id = $1) AS events,
    (SELECT COALESCE(jsonb_agg(${application} ORDER BY id), '[]') FROM applications AS application WHERE campaign_id = $1) AS applications,
    (SELECT COALESCE(jsonb_agg(${certificate} ORDER BY ordinal), '[]') FROM certificates WHERE campaign_id = $1) AS certificates,
    (SELECT COALESCE(jsonb_agg(content ORDER BY ordinal), '[]') FROM signed_heads) AS heads`,
};
const conferral = {
  name: 'exported_certificate',
  text: `SELECT ${policies} AS policies,
    (SELECT ${application} FROM applications AS application WHERE id = $2::uuid) AS application,
    (SELECT ${certificate} FROM certificates WHERE application_id = $2::uuid) AS certificate`,
};

/** The whole record of a campaign without a name or a text: events, policies, certificates and signed heads. */
export async function exportedCampaign({ pool }: Pick<Database, 'pool'>, campaignId: string): Promise<object> {
  const { rows } = await pool.query<object>({ ...campaign, values: [campaignId] });
  return rows[0] ?? {};
}

/** The record of one application as a file has it. */
export interface ExportedRecord {
  readonly events: readonly (Transition & { readonly prevHash: string; readonly hash: string })[];
}
interface ExportedCertificate {
  readonly policies: readonly object[];
  readonly application: ExportedRecord;
  readonly certificate: { readonly number: string } | null;
}

/** The record of one application with its certificate; `certificate` is null where no title was conferred. */
export async function exportedCertificate(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, applicationId }: { readonly campaignId: string; readonly applicationId: string },
): Promise<ExportedCertificate> {
  const { rows } = await pool.query<ExportedCertificate>({ ...conferral, values: [campaignId, applicationId] });
  if (!rows[0]) throw new Error(`no application ${applicationId}`);
  return rows[0];
}
