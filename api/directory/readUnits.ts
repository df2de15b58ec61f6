import { listCampaigns } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { holdersOfCodes } from '../../records/directory/namedScopes.js';
import { currentUnits, type UnitEntry } from '../../records/directory/unitRegister.js';
import { usualEmployerKinds, usualEmployerRanks } from '../../rules/campaign/codes.js';
import { chainFields } from '../../rules/directory/importColumns.js';
import { fieldErrors } from '../http/fieldErrors.js';
import { UnitFields } from '../organisations/bodies.js';
import { fault, formulaFaults, onePerField, type ReadRow, type SentRow, twice } from './judgedRow.js';
import { findScopes } from './scopeNames.js';

interface Named {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Reads rows of units: kinds, ranks and departments by code or name. */
export async function readUnits(db: Database, rows: readonly SentRow[]): Promise<readonly ReadRow<UnitEntry>[]> {
  const policies = (await listCampaigns(db)).map(({ policy }) => policy.codes);
  const kinds = [...policies.flatMap(({ employerKinds }) => employerKinds), ...usualEmployerKinds];
  const ranks = [...policies.flatMap(({ employerRanks }) => employerRanks), ...usualEmployerRanks];
  const codes = rows.map(({ cells }) => cells.creditCode?.toUpperCase() ?? '');
  const holders = await holdersOfCodes(db, codes);
  const above = rows.flatMap(({ cells }) => chainFields.flatMap((field) => cells[field] ?? []));
  const find = await findScopes(db, above);
  const ids = rows.map((row, index) => idOf(row, holders.get(codes[index] ?? '')));
  const registered = await currentUnits(db.pool, ids);
  const lines = new Map<string, number>();
  return rows.map((row, index) => {
    const { line, cells } = row;
    const id = ids[index] ?? '';
    const now = registered.get(id);
    const faults = [...formulaFaults(row)];
    // What the table has no column for stays as it is; so does a code where the cell is empty.
    const creditCode = cells.creditCode ? cells.creditCode.toUpperCase() : (now?.creditCode ?? null);
    const chain = chainFields.flatMap((field) => {
      const text = cells[field];
      if (!text) return [];
      const scope = find('department', text, field);
      if ('id' in scope) return [scope.id];
      faults.push(scope.fault);
      return [];
    });
    const known = creditCode === null ? undefined : holders.get(creditCode);
    const body = {
      id,
      name: cells.name ?? '',
      kind: codeOf(kinds, cells.kind ?? ''),
      rank: cells.rank === undefined ? now?.rank : codeOf(ranks, cells.rank),
      region: cells.region === undefined ? now?.region : cells.region || null,
      creditCode,
      chain: chainFields.some((field) => cells[field] !== undefined) ? chain : (now?.chain ?? []),
    };
    const { data, error } = UnitFields.safeParse(body);
    faults.push(
      ...(error ? fieldErrors(error) : []).map((one) => (one.field === 'chain' ? { ...one, field: 'chain1' } : one)),
    );
    if (cells.kind && body.kind === null) faults.push(fault('kind', unknownCode(kinds)));
    if (cells.rank && body.rank === null) faults.push(fault('rank', unknownCode(ranks)));
    if (known !== undefined && known !== id)
      faults.push(
        fault('creditCode', { zh: `这个代码已属于单位 ${known}。`, en: `This is the code of unit ${known}.` }),
      );
    const before = creditCode === null ? undefined : lines.get(creditCode);
    if (before !== undefined) faults.push(twice('creditCode', before));
    else if (creditCode !== null) lines.set(creditCode, line);
    return { line, entry: data && faults.length === 0 ? complete(data) : null, faults: onePerField(faults) };
  });
}

const idOf = ({ cells }: SentRow, holder: string | undefined) =>
  (cells.id || holder || cells.creditCode || '').toLowerCase();

const codeOf = (list: readonly Named[], text: string) =>
  list.find(({ code, zh, en }) => code === text || zh === text || en === text)?.code ?? null;

const unknownCode = (list: readonly Named[]) => ({
  zh: `只能是：${[...new Set(list.map(({ zh }) => zh))].join('、')}。`,
  en: `It can only be: ${[...new Set(list.map(({ en }) => en))].join(', ')}.`,
});

function complete({
  rank = null,
  region = null,
  creditCode = null,
  ...unit
}: ReturnType<typeof UnitFields.parse>): UnitEntry {
  return { ...unit, rank, region, creditCode };
}
