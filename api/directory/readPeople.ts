import { z } from 'zod';
import type { Database } from '../../records/database.js';
import type { PersonEntry } from '../../records/directory/peopleRegister.js';
import { roleLabels } from '../../rules/application/labels.js';
import { grantedByTwo, type Role, roles } from '../../rules/application/lifecycle.js';
import { importedRoles } from '../../rules/directory/importColumns.js';
import { fieldErrors } from '../http/fieldErrors.js';
import { line as lineOfText } from '../http/text.js';
import { fault, formulaFaults, type ReadRow, type SentRow } from './judgedRow.js';
import { readContacts } from './readContacts.js';
import { type FindScope, findScopes } from './scopeNames.js';

const Name = z.object({ name: lineOfText(50) });
const required = { zh: '必填。', en: 'This is required.' };

/** Reads rows of people: each gives one role. */
export async function readPeople(
  db: Pick<Database, 'pool'>,
  rows: readonly SentRow[],
): Promise<readonly ReadRow<PersonEntry>[]> {
  const find = await findScopes(
    db,
    rows.flatMap(({ cells }) => cells.scope || []),
  );
  return rows.map((row) => {
    const { line, cells } = row;
    const { data, error } = Name.safeParse({ name: cells.name ?? '' });
    const { email, phone, faults: contactFaults } = readContacts(cells);
    const role = roles.find((one) => [one, roleLabels[one].zh, roleLabels[one].en].includes(cells.role ?? ''));
    const scope = scopeOf(role, cells.scope ?? '', find);
    const faults = [
      ...formulaFaults(row),
      ...(error ? fieldErrors(error) : []),
      ...contactFaults,
      ...roleFaults(role, cells.role ?? ''),
      ...('fault' in scope ? [scope.fault] : []),
    ];
    if (!data || role === undefined || 'fault' in scope || faults.length > 0) return { line, entry: null, faults };
    return { line, entry: { ...data, email, phone, role, ...scope }, faults };
  });
}

function roleFaults(role: Role | undefined, text: string) {
  if (text === '') return [fault('role', required)];
  if (grantedByTwo.some((one) => one === role))
    return [
      fault('role', {
        zh: '这个角色须在“人员与角色”中逐一授予，由两位运维人员办理。',
        en: 'This role is given one by one, on the page of people, by two operators.',
      }),
    ];
  if (importedRoles.some((one) => one === role)) return [];
  return [
    fault('role', {
      zh: `只能是：${importedRoles.map((one) => roleLabels[one].zh).join('、')}。`,
      en: `It can only be: ${importedRoles.map((one) => roleLabels[one].en).join(', ')}.`,
    }),
  ];
}

const boundTo: Readonly<Partial<Record<Role, 'unit' | 'department'>>> = {
  applicant: 'unit',
  unit: 'unit',
  department: 'department',
};
function scopeOf(role: Role | undefined, text: string, find: FindScope) {
  const none = { unitId: null, departmentId: null, campaignId: null };
  const of = (role && boundTo[role]) ?? 'campaign';
  if (text === '') return of === 'campaign' ? none : { fault: fault('scope', required) };
  const found = find(of, text, 'scope');
  return 'id' in found ? { ...none, [`${of}Id`]: found.id } : found;
}
