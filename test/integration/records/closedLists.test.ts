import pg from 'pg';
import { accessKinds } from '../../../rules/access/accessKinds.js';
import { accountRequestKinds, accountRequestOutcomes } from '../../../rules/access/accountRequests.js';
import { intakeOutcomes } from '../../../rules/application/intakeOutcomes.js';
import { repairs, roles, statuses } from '../../../rules/application/lifecycle.js';
import { enteredDayKinds, enteredDayStates } from '../../../rules/calendar/enteredDays.js';
import { campaignFileKinds } from '../../../rules/campaign/campaignFiles.js';
import { campaignStates } from '../../../rules/campaign/campaignStates.js';
import { pauseStates } from '../../../rules/campaign/pauseStates.js';
import { positionRoles } from '../../../rules/campaign/positions.js';
import { feePartLabels } from '../../../rules/candidate/fees.js';
import { conflictKinds, conflictSources } from '../../../rules/committee/conflicts.js';
import { drawStates } from '../../../rules/committee/draw/drawLaw.js';
import { recusalOutcomes, recusalRoles } from '../../../rules/committee/recusals.js';
import { invitations, positions } from '../../../rules/committee/seats.js';
import { sessionStates, slotOutcomes } from '../../../rules/defense/sessionLaw.js';
import { deliveries, importKinds, rowOutcomes, rowVerdicts } from '../../../rules/directory/importKinds.js';
import { accounts } from '../../../rules/fees/accounts.js';
import { feeStateLabels } from '../../../rules/fees/feeStates.js';
import { postingKinds } from '../../../rules/fees/postings.js';
import { refundAskers, refundStateLabels } from '../../../rules/fees/refundLaw.js';
import { choices } from '../../../rules/meeting/ballot/choices.js';
import { leadingParts } from '../../../rules/meeting/leading.js';
import { meetingStates } from '../../../rules/meeting/meetingLaw.js';
import { motionStates } from '../../../rules/meeting/motionLaw.js';
import { letterStates } from '../../../rules/notifications/letterStates.js';
import { planKinds } from '../../../rules/originals/originalsPlans.js';
import { batchFormNames } from '../../../rules/papers/paperBatches.js';
import { scanVerdicts } from '../../../rules/papers/signedScans.js';
import { invitedRoles } from '../../../rules/people/invitations.js';
import { languages, letterWays, requestOutcomes } from '../../../rules/people/membership.js';
import { amendmentStates } from '../../../rules/policy/amendmentStates.js';
import { reexaminationStates } from '../../../rules/sanctions/reexamination.js';
import { sanctionStates } from '../../../rules/sanctions/sanctionLaw.js';
import { sanctionGrounds, sanctionSubjects } from '../../../rules/sanctions/sanctions.js';
import { lineOutcomes } from '../../../rules/statements/verdicts.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

/** Nobody is given these roles: the public needs no account, and the timer is the engine. */
const unbound: readonly string[] = ['public', 'timer'];

/** The values each column may have, by the law. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'access_log.kind': Object.keys(accessKinds),
  'account_requests.kind': accountRequestKinds,
  'account_requests.outcome': accountRequestOutcomes,
  'applications.status': statuses,
  'ballots.choice': choices,
  'calendar_days.kind': enteredDayKinds,
  'calendar_days.state': enteredDayStates,
  'campaign_files.kind': Object.keys(campaignFileKinds),
  'campaign_pauses.state': pauseStates,
  'campaigns.state': campaignStates,
  'committee_members.invitation': invitations,
  'committee_members.position': positions,
  'defense_sessions.state': sessionStates,
  'defense_slots.outcome': slotOutcomes,
  'directory_import_rows.outcome': Object.keys(rowOutcomes),
  'directory_import_rows.verdict': Object.keys(rowVerdicts),
  'directory_imports.delivery': Object.keys(deliveries),
  'directory_imports.kind': Object.keys(importKinds),
  'draws.state': drawStates,
  'expert_conflicts.kind': conflictKinds,
  'expert_conflicts.source': conflictSources,
  'fees.part': Object.keys(feePartLabels).toSorted(),
  'fees.state': Object.keys(feeStateLabels),
  'intakes.outcome': intakeOutcomes,
  'invitations.role': invitedRoles,
  'ledger_entries.account': Object.keys(accounts),
  'ledger_transfers.kind': Object.keys(postingKinds),
  'ledger_transfers.part': Object.keys(feePartLabels).toSorted(),
  'letter_repairs.repair': repairs,
  'meetings.state': meetingStates,
  'membership_requests.outcome': requestOutcomes,
  'motions.ended_as': leadingParts,
  'motions.opened_as': leadingParts,
  'motions.state': motionStates,
  'name_changes.outcome': requestOutcomes,
  'originals_plans.kind': Object.keys(planKinds).toSorted(),
  'outbox.state': letterStates,
  'paper_batches.form': batchFormNames,
  'position_statements.role': positionRoles,
  'policy_amendments.state': amendmentStates,
  'recusals.outcome': recusalOutcomes,
  'recusals.requested_by_role': recusalRoles,
  'reexaminations.state': reexaminationStates,
  'refunds.asked_role': [...refundAskers].toSorted(),
  'refunds.state': Object.keys(refundStateLabels),
  'role_bindings.role': roles.filter((role) => !unbound.includes(role)),
  'sanctions.ground': sanctionGrounds,
  'sanctions.state': sanctionStates,
  'sanctions.subject': sanctionSubjects,
  'statement_lines.direction': ['in', 'out'],
  'statement_lines.outcome': lineOutcomes,
  'statement_lines.part': Object.keys(feePartLabels).toSorted(),
  'signed_scans.verdict': Object.keys(scanVerdicts),
  'unit_registrations.outcome': requestOutcomes,
  'unmatched_payments.part': Object.keys(feePartLabels).toSorted(),
  'users.language': languages,
  'users.letters': letterWays,
};

let database: TestDatabase;
let checks: readonly { readonly table: string; readonly name: string; readonly text: string }[];

beforeAll(async () => {
  database = await createDatabase('closed_lists');
  const client = new pg.Client(database.url);
  await client.connect();
  const { rows } = await client.query(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  checks = rows;
  await client.end();
});
afterAll(() => database.drop());

// Keys of JSON documents, patterns and names of encodings are no values of a column.
const notValues = /(->>?|~) '[^']*'::text|'hex'::text/g;
const word = /'([a-z_]+)'::text/g;
const comparisons = [
  /"?(\w+)"? (?:=|<>) (?:ANY|ALL) \(ARRAY\[([^\]]*)\]\)/g,
  /COALESCE\((\w+), ('\w*'::text)\) (?:=|<>) ('\w+'::text)/g,
  /CASE (\w+)\s+WHEN ('\w+'::text)/g,
  /"?(\w+)"? (?:=|<>) ('\w+'::text)/g,
];

/** Column and value of each comparison with a literal in the checks. */
function comparedValues(): readonly (readonly [column: string, value: string, check: string])[] {
  return checks.flatMap(({ table, name, text }) =>
    comparisons.flatMap((comparison) =>
      [...text.replace(notValues, '').matchAll(comparison)].flatMap(([, column, ...values]) =>
        [...values.join().matchAll(word)].map(([, value = '']) => [`${table}.${column}`, value, name] as const),
      ),
    ),
  );
}

test('every value that a check names is one that this test can read', () => {
  for (const { name, text } of checks) {
    const named = new Set([...text.replace(notValues, '').matchAll(word)].map(([, value]) => value));
    const read = new Set(comparedValues().flatMap(([, value, check]) => (check === name ? [value] : [])));
    expect([name, [...named].toSorted()]).toEqual([name, [...read].toSorted()]);
  }
});

test('a column whose values are checked has the values of its list in rules/, and each list is checked', () => {
  const checked: Record<string, string[]> = {};
  for (const [column, value] of comparedValues()) checked[column] = [...(checked[column] ?? []), value];
  const inOrder = (values: readonly string[]) => [...new Set(values)].toSorted();
  const sorted = (all: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(all).map(([column, values]) => [column, inOrder(values)]));
  expect(sorted(checked)).toEqual(sorted(lists));
});
