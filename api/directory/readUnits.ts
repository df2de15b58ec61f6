import { listCampaigns } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { holdersOfCodes } from '../../records/directory/namedScopes.js';
import { currentUnits, type UnitEntry } from '../../records/directory/unitRegister.js';
import { usualEmployerKinds, usualEmployerRanks } from '../../rules/campaign/codes.js';
import { chainFields } from '../../rules/directory/importColumns.js';
import { fieldErrors } from '../http/fieldErrors.js';
import { UnitFields } from '../organisations/bodies.js';
import { fault, formulaFaults, onePerField, type ReadRow, type SentRow, twice } from './judgedRow.js';
import { type FindScope, findScopes } from './scopeNames.js';

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
  const above = rows.flatMap(({ cells }) => ['superior', ...chainFields].flatMap((field) => cells[field] || []));
  const find = await findScopes(db, above);
  const ids = rows.map((row, index) => idOf(row, holders.get(codes[index] ?? '')));
  const registered = await currentUnits(db.pool, ids);
  const lines = new Map<string, number>();
  // Units of the lines above, by all they may be named by.
  const added = new Map<string, string>();
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
    const superior = cells.superior ? superiorOf(cells.superior, added, find) : null;
    if (superior !== null && 'fault' in superior) faults.push(superior.fault);
    const superiorId =
      cells.superior === undefined ? (now?.superiorId ?? null) : superior && 'id' in superior ? superior.id : null;
    if (superiorId !== null && chain.length > 0) faults.push(fault('chain1', followsSuperior));
    if (superiorId === id) faults.push(fault('superior', ownSuperior));
    const known = creditCode === null ? undefined : holders.get(creditCode);
    const body = {
      id,
      name: cells.name ?? '',
      kind: codeOf(kinds, cells.kind ?? ''),
      rank: cells.rank === undefined ? now?.rank : codeOf(ranks, cells.rank),
      region: cells.region === undefined ? now?.region : cells.region || null,
      creditCode,
      superiorId,
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
    const entry = data && faults.length === 0 ? complete(data) : null;
    if (entry) for (const text of [entry.id, entry.name, entry.creditCode ?? entry.id]) added.set(text, entry.id);
    return { line, entry, faults: onePerField(faults) };
  });
}

/** The unit that a cell names: one that is registered, else one of the lines above. */
function superiorOf(text: string, added: ReadonlyMap<string, string>, find: FindScope) {
  const id = added.get(text) ?? added.get(text.toLowerCase()) ?? added.get(text.toUpperCase());
  const found = find('unit', text, 'superior');
  return 'fault' in found && id !== undefined ? { id } : found;
}

const followsSuperior = {
  zh: '有上级单位的不填主管部门，随上级单位。',
  en: 'With a superior unit, the departments follow from that; please leave these empty.',
};
const ownSuperior = { zh: '上级单位不能是本单位。', en: 'A unit is not its own superior.' };

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
  superiorId = null,
  ...unit
}: ReturnType<typeof UnitFields.parse>): UnitEntry {
  return { ...unit, rank, region, creditCode, superiorId };
}
