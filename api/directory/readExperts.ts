import type { Database } from '../../records/database.js';
import {
  type CurrentExpert,
  currentExperts,
  type ExpertRow,
  holdersIn,
} from '../../records/directory/expertRegister.js';
import { contactsOf } from '../../records/directory/peopleRegister.js';
import { expertRankLabels, expertRanks } from '../../rules/committee/experts.js';
import type { Policy } from '../../rules/policy/policy.js';
import { ExpertEntry, entryFaults } from '../committee/expertBody.js';
import { fieldErrors } from '../http/fieldErrors.js';
import { fault, formulaFaults, onePerField, type ReadRow, type SentRow } from './judgedRow.js';
import { readContacts } from './readContacts.js';
import { findScopes } from './scopeNames.js';

/** A row of a table of experts, with the people whose address or number it names. */
export interface ReadExpert extends ReadRow<ExpertRow> {
  readonly holders: readonly CurrentExpert[];
}

/**
 * Reads rows of experts by a campaign's policy: specialties and titles by name or code. Who is in the pool keeps the
 * specialties that the campaign does not have.
 */
export async function readExperts(
  db: Pick<Database, 'pool'>,
  rows: readonly SentRow[],
  policy: Policy,
): Promise<readonly ReadExpert[]> {
  const contacts = rows.map(({ cells }) => readContacts(cells));
  const known = holdersIn(await currentExperts(db.pool, contacts.flatMap(contactsOf)));
  const find = await findScopes(
    db,
    rows.flatMap(({ cells }) => cells.unitId || []),
  );
  return rows.map((row, index) => {
    const { line, cells } = row;
    const { email = null, phone = null, faults: contactFaults = [] } = contacts[index] ?? {};
    const holders = [...new Set(contactsOf({ email, phone }).flatMap((contact) => known.get(contact) ?? []))];
    const now = holders[0]?.entry ?? null;
    const unit = cells.unitId ? find('unit', cells.unitId, 'unitId') : null;
    const { data, error } = ExpertEntry.safeParse({
      name: cells.name ?? '',
      specialties: specialtiesIn(cells.specialties ?? '', policy),
      rank: expertRanks.find((rank) => isRank(rank, cells.rank ?? '')) ?? cells.rank,
      // What the table has no column for stays as it is.
      unitId:
        unit === null ? (cells.unitId === undefined ? (now?.unitId ?? null) : null) : 'id' in unit ? unit.id : null,
      employerName: cells.employerName ?? '',
      validFrom: dayIn(cells.validFrom ?? ''),
      validUntil: dayIn(cells.validUntil ?? ''),
    });
    const found = [
      ...formulaFaults(row),
      ...contactFaults,
      ...(error ? fieldErrors(error).map((one) => (one.field === 'rank' ? unknownRank : one)) : []),
      ...(data ? entryFaults(data, policy) : []),
      ...(unit !== null && 'fault' in unit ? [unit.fault] : []),
    ];
    const faults = onePerField(found.map((one) => ({ ...one, field: one.field.split('.')[0] ?? one.field })));
    if (!data || faults.length > 0) return { line, entry: null, faults, holders };
    const elsewhere = (now?.specialties ?? []).filter((code) => !policy.specialties.some((one) => one.code === code));
    return {
      line,
      entry: { ...data, email, phone, specialties: [...data.specialties, ...elsewhere] },
      faults,
      holders,
    };
  });
}

const unknownRank = fault('rank', {
  zh: `只能是：${expertRanks.map((rank) => expertRankLabels[rank].zh).join('、')}。`,
  en: `It can only be: ${expertRanks.map((rank) => expertRankLabels[rank].en).join(', ')}.`,
});

const isRank = (rank: (typeof expertRanks)[number], text: string) =>
  [rank, expertRankLabels[rank].zh, expertRankLabels[rank].en].includes(text);

/** The codes of specialties that a cell names, by code or name. */
function specialtiesIn(text: string, { specialties }: Policy): readonly string[] {
  return text
    .split(/[;；、,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => specialties.find(({ name }) => name === one)?.code ?? one);
}

/** A day as spreadsheets write it in China, `2024/1/5` or `2024年1月5日`, as a local date; other texts stay. */
function dayIn(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
