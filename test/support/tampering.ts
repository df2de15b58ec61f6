import pg from 'pg';
import type { TestApi } from './testApi.js';

/**
 * The tables a check of the record covers, each with the columns that no right follows from: when the product wrote a row,
 * what it remembers of its own work, titles, and what follows from a frozen form.
 */
export const coveredTables = {
  events: ['recorded_at'],
  applications: ['needs_attention', 'retiring', 'started_at', 'intake_cutoff', 'updated_at'],
  // What became of an act is its event.
  intakes: ['id', 'expected_seq', 'body_hash', 'outcome', 'answer', 'refusal', 'finished_at'],
  documents: [],
  dossier_versions: [],
  certificates: [],
  sanctions: [],
  policy_versions: [],
  campaigns: ['title', 'calendar_version', 'state', 'created_at'],
  campaign_states: ['started_at'],
  campaign_events: ['recorded_at'],
  campaign_intakes: ['expected_seq', 'policy_version', 'body_hash'],
  register_entries: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type CoveredTable = keyof typeof coveredTables;

/** The tables that no check of the record covers. A new table belongs here or above. */
export const uncoveredTables: ReadonlySet<string> = new Set([
  // accounts, the directory, who read what, and the keys of persons
  ...['users', 'sessions', 'credentials', 'role_bindings', 'password_resets', 'recovery_codes', 'account_requests'],
  ...['access_log', 'data_keys', 'second_factors', 'units', 'departments', 'unit_chain', 'search_keys'],
  ...['identities', 'contact_codes', 'invitations', 'membership_requests', 'unit_registrations', 'name_changes'],
  ...['directory_imports', 'directory_import_rows'],
  // what a calendar was made with: a version of the policy holds the calendar it is in force with
  'calendar_days',
  // work under way, letters and what people have looked at
  'unfinished_uploads',
  ...['arrival_marks', 'outbox', 'letter_repairs', 'read_marks', 'dossiers', 'phrases', 'unmatched_payments'],
  // what is owed follows from the events
  ...['fees', 'ledger_transfers', 'ledger_entries', 'refunds'],
  // what the bank wrote: what it led to is an event
  ...['statements', 'statement_lines', 'day_closes', 'day_close_transfers'],
  // what machine checks compare, and the copies of documents with parts covered
  ...['document_prints', 'document_readings', 'certificate_hashes', 'document_masks'],
  // what a unit stated: the numbers that a recommendation was decided by are in its event
  'position_statements',
  ...[
    'policy_amendments',
    // what a pause did to an application is in its events
    'campaign_pauses',
    'policy_proofs',
    'campaign_fan_outs',
    // how many applications the board counts: they follow from the applications and events
    ...['campaign_counts', 'campaign_count_changes'],
    'campaign_statistics',
    'printed_papers',
    'paper_batches',
    'signed_scans',
    'certificate_counters',
    'application_numbers',
    'campaign_drafts',
    'campaign_files',
    'known_keys',
    'data_keys',
  ],
  // how applicants mean to hand in originals; their receipt is an event
  ...['counter_slots', 'originals_plans'],
  // experts, draws and the defense: a draw has a file of its own
  ...['experts', 'expert_conflicts', 'recusals', 'draws', 'committee_members', 'committee_deputies'],
  ...['defense_sessions', 'defense_panel', 'defense_slots', 'score_sheets'],
  // the ballot, which has a file of its own
  ...['meetings', 'attendances', 'motions', 'motion_voters', 'ballot_tokens', 'ballot_boxes', 'ballots', 'receipts'],
  ...['meeting_corrections', 'objection_files', 'objection_evidence', 'reexaminations'],
  // the checks themselves: signed lines are checked by their signatures
  ...['record_checks', 'signed_heads', 'applied_migrations'],
]);

/** Somebody who owns the database: past triggers, foreign keys and checks. */
export interface Tampering {
  /** Runs a statement that changes at least one row, and undoes it after a look. */
  tampered(statement: string, look: () => Promise<void>): Promise<void>;
  tables(): Promise<readonly string[]>;
  columns(table: string): Promise<readonly { readonly name: string; readonly type: string }[]>;
  close(): Promise<void>;
}

/** Connects as the owner of an API's database and drops its checks. Close it before the API. */
export async function openTampering({ ownerUrl }: Pick<TestApi, 'ownerUrl'>): Promise<Tampering> {
  // What is locked by somebody else fails soon instead of waiting for ever.
  const settings = '-c session_replication_role=replica -c lock_timeout=10s';
  const client = new pg.Client({ connectionString: ownerUrl, options: settings });
  await client.connect();
  await client.query(`DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conname, conrelid::regclass AS relation FROM pg_constraint
      WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'public'::regnamespace
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.relation, one.conname); END LOOP; END $$`);
  return {
    async tampered(statement, look) {
      const [, table] = /^(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)/.exec(statement) ?? [];
      await client.query(`CREATE TEMP TABLE kept AS TABLE ${table}`);
      try {
        const { rowCount } = await client.query(statement);
        if (!rowCount) throw new Error(`nothing was changed: ${statement}`);
        await look();
      } finally {
        await client.query(`DELETE FROM ${table}; INSERT INTO ${table} TABLE kept; DROP TABLE kept`);
      }
    },
    async tables() {
      const { rows } = await client.query<{ name: string }>(
        "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
      );
      return rows.map(({ name }) => name);
    },
    async columns(table) {
      const { rows } = await client.query<{ name: string; type: string }>(
        `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`,
        [table],
      );
      return rows;
    },
    close: () => client.end(),
  };
}

/** For each type of a column, another value than it has. */
const forgeries: Readonly<Record<string, (column: string) => string>> = {
  int2: (column) => `COALESCE(${column}, 7) + 100`,
  int4: (column) => `COALESCE(${column}, 7) + 100`,
  int8: (column) => `COALESCE(${column}, 7) + 100`,
  bool: (column) => `NOT COALESCE(${column}, false)`,
  jsonb: (column) =>
    `CASE jsonb_typeof(${column}) WHEN 'object' THEN ${column} || '{"forged": true}' ELSE '{"forged": true}' END`,
  date: () => "'2024-01-02'",
  timestamptz: () => "'2024-01-02T03:04:05.678Z'",
  uuid: () => "'00000000-0000-4000-8000-000000000000'",
  bytea: () => "'\\x00'",
  text: () => "'forged'",
  _text: () => "ARRAY['forged']",
};

/** The covered columns of a table as the catalog has them, each with an expression for another value. */
export async function columnsOf(owner: Tampering, table: CoveredTable) {
  const left: readonly string[] = coveredTables[table];
  const columns = await owner.columns(table);
  return columns
    .filter(({ name }) => !left.includes(name))
    .map(({ name, type }) => {
      const forge = forgeries[type];
      if (!forge) throw new Error(`no forgery of ${type}`);
      return { column: name, forged: forge(name) };
    });
}
