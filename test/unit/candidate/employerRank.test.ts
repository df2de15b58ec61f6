import { PolicyBody } from '../../../api/policy/policyBody.js';
import { employerOfUnit } from '../../../records/people/organisations.js';
import type { Profile } from '../../../rules/application/facts.js';
import { usualEmployerRanks } from '../../../rules/campaign/codes.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { profileOf } from '../../../rules/candidate/profile.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { completeDossier, profile } from '../rules/completeDossier.js';

const [regular, ...others] = aksu2024.codes.tracks;
if (!regular) throw new Error('the notice has no track');
const asking: Policy = {
  ...aksu2024,
  codes: {
    ...aksu2024.codes,
    employerRanks: usualEmployerRanks,
    tracks: [{ ...regular, employerRanks: [{ levels: ['deputy_senior'], ranks: ['township', 'county'] }] }, ...others],
  },
};
const refused = (more: Partial<Profile>, policy: Policy = asking) =>
  ineligibilities(completeDossier, { ...profile, track: regular.code, ...more }, policy, '2024-08-12').filter(
    ({ field }) => field === 'profile.employerRank',
  );

test.each([
  ['township', 'deputy_senior', false],
  ['county', 'deputy_senior', false],
  ['prefecture', 'deputy_senior', true],
  ['unheard_of', 'deputy_senior', true],
  [undefined, 'deputy_senior', true],
  ['prefecture', 'mid', false],
  [undefined, 'mid', false],
])('a unit of the rank %s and the level %s: %s is the refusal', (employerRank, level, is) => {
  const found = refused(employerRank === undefined ? { level } : { level, employerRank });
  expect(found).toHaveLength(is ? 1 : 0);
  for (const { clause, message, messageEn } of found) {
    expect(clause).toBe(regular.clause);
    expect(message).toContain('副高级仅限乡镇、县级单位');
    expect(messageEn).toContain('Township, County');
  }
});

test('nothing is asked where the notice asks nothing, or on another track', () => {
  expect(refused({ level: 'deputy_senior' }, aksu2024)).toEqual([]);
  expect(refused({ level: 'deputy_senior', track: 'skilled' })).toEqual([]);
});

test('the refusal names the rank that the unit is registered with, or that it has none', () => {
  expect(refused({ level: 'deputy_senior', employerRank: 'prefecture' })[0]?.message).toContain('登记为地级');
  expect(refused({ level: 'deputy_senior' })[0]?.message).toContain('未登记单位层级');
});

test('the rank goes from the unit into the profile, and stays in it', () => {
  const unit = { id: 'unit-1', name: '某单位', kind: 'public_institution', chain: [] };
  expect(employerOfUnit({ ...unit, rank: 'county' }, aksu2024)).toEqual({
    employerKind: 'public_institution',
    employerRank: 'county',
  });
  expect(employerOfUnit(unit, aksu2024)).not.toHaveProperty('employerRank');
  expect(employerOfUnit({ ...unit, rank: null }, aksu2024)).not.toHaveProperty('employerRank');
  expect(profileOf({ ...profile, employerRank: 'county' }, {}, [])).toHaveProperty('employerRank', 'county');
  expect(profileOf(profile, {}, [])).not.toHaveProperty('employerRank');
});

test('a rank or level that the policy does not have, and a code that stands there twice, are refused at their field', () => {
  const issues = (policy: Policy) =>
    (PolicyBody.safeParse(policy).error?.issues ?? []).map(({ path }) => path.join('.'));
  const track = (employerRanks: NonNullable<typeof regular.employerRanks>): Policy => ({
    ...asking,
    codes: { ...asking.codes, tracks: [{ ...regular, employerRanks }] },
  });
  expect(issues(asking)).toEqual([]);
  expect(issues(track([{ levels: ['mid'], ranks: ['village'] }]))).toEqual(['codes.tracks.0.employerRanks']);
  expect(issues(track([{ levels: ['senior'], ranks: ['county'] }]))).toEqual(['codes.tracks.0.employerRanks']);
  expect(issues(track([{ levels: ['mid'], ranks: [] }]))).toEqual(['codes.tracks.0.employerRanks.0.ranks']);
  const twice = { ...asking.codes, employerRanks: [...usualEmployerRanks, ...usualEmployerRanks.slice(0, 1)] };
  expect(issues({ ...asking, codes: twice })).toEqual(['codes.employerRanks']);
});
