import { employerOfUnit, type Unit } from '../../../records/people/organisations.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { kizilsu2025 } from '../../../rules/policy/campaigns/kizilsu2025.js';
import { completeDossier, completeEvidence, profile } from '../rules/completeDossier.js';

const unit = (region: string | null, more: Partial<Unit> = {}): Unit => ({
  id: 'unit-1',
  name: '某单位',
  kind: 'public_institution',
  chain: ['department-1'],
  region,
  ...more,
});
const lacking = (of: Unit, policy = aksu2024) =>
  missingItems(completeDossier, completeEvidence, { ...profile, ...employerOfUnit(of, policy) }, policy).map(
    ({ field, clause }) => [field, clause],
  );
const letter = ['documents.entrustment_letter', '通知 二'];

test('people of the prefecture and its counties hand in no letter of entrustment, people from elsewhere do (通知 二)', () => {
  expect(lacking(unit('652900'))).toEqual([]);
  expect(lacking(unit('652922'))).toEqual([]);
  expect(lacking(unit('653100'))).toEqual([letter]);
  expect(lacking(unit('440300'))).toEqual([letter]);
});

test('a unit whose region is not registered is taken for a local one', () => {
  expect(lacking(unit(null))).toEqual([]);
});

test('the letter that is uploaded does', () => {
  const evidence = [...completeEvidence, { kind: 'entrustment_letter', year: null } as const];
  const outsider = { ...profile, ...employerOfUnit(unit('653100'), aksu2024) };
  expect(missingItems(completeDossier, evidence, outsider, aksu2024)).toEqual([]);
});

test('units and departments can be local by name, and a notice that names none asks nobody', () => {
  const named = { code: 'department-1', name: '某局' };
  const value = { regions: [], departments: [named], units: [] };
  const policy = { ...aksu2024, localUnits: { value, clause: '通知 二', source: 'notice', confirmed: true } as const };
  expect(lacking(unit('440300'), policy)).toEqual([]);
  expect(lacking(unit('440300', { chain: [] }), policy)).toEqual([letter]);
  expect(employerOfUnit(unit('440300'), kizilsu2025)).not.toHaveProperty('outsider');
});
