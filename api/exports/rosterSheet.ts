import { keptPolicyVersion } from '../../records/campaign/keptPolicyVersion.js';
import type { Database } from '../../records/database.js';
import { type RosterRow, type RosterScope, rosterPage } from '../../records/queue/rosterRows.js';
import { birthDateOf } from '../../rules/dossier/idNumber.js';
import { maskedDossier } from '../../rules/dossier/maskedIdentity.js';
import { rosterColumns } from '../../rules/exports/rosterColumns.js';
import { type RosterName, rosters } from '../../rules/exports/rosters.js';
import type { Policy } from '../../rules/policy/policy.js';
import { policyOfRound } from '../../rules/policy/rounds.js';
import type { CellValue } from './safeCell.js';
import type { Sheet } from './sheet.js';

const perPage = 100;

interface Roster extends RosterScope {
  readonly name: RosterName;
  /** Applications whose ID numbers and telephones are shown whole. */
  readonly whole: ReadonlySet<string>;
}

/** A roster as a sheet; its applications are read a page at a time while it is written. */
export function rosterSheet(db: Database, roster: Roster): Sheet {
  const { zh, columns } = rosters[roster.name];
  return {
    name: zh,
    columns: columns.map((column) => rosterColumns[column]),
    rows: rowsOf(db, roster),
  };
}

async function* rowsOf(db: Database, roster: Roster): AsyncGenerator<readonly CellValue[]> {
  const { columns } = rosters[roster.name];
  let ordinal = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: readonly RosterRow[] = await rosterPage(db, { ...roster, after, limit: perPage });
    for (const row of page) {
      ordinal += 1;
      const { policyVersion: version } = row;
      const { policy } = await keptPolicyVersion(db, { campaignId: roster.campaignId, version });
      const entry = entryOf(row, ordinal, { policy: policyOfRound(policy, row.facts.round), whole: roster.whole });
      yield columns.map((column) => rosterColumns[column].source(entry) ?? null);
    }
    after = page.length < perPage ? undefined : page.at(-1)?.number;
  }
}

function entryOf(
  row: RosterRow,
  ordinal: number,
  { policy, whole }: Pick<Roster, 'whole'> & { readonly policy: Policy },
) {
  const { certificate, conferredOn, departmentName, dossier } = row;
  const { idNumber = '' } = dossier.basicInformation ?? {};
  return {
    ...row,
    ordinal,
    policy,
    departmentName: departmentName ?? '',
    dossier: whole.has(row.id) ? dossier : maskedDossier(dossier),
    birthMonth: idNumber === '' ? null : birthDateOf(idNumber).slice(0, 7).replace('-', '.'),
    certificate: certificate === null || conferredOn === null ? null : { number: certificate, conferredOn },
  };
}
