import type { Profile } from '../../../rules/application/facts.js';
import type { SkillGrade } from '../../../rules/campaign/codes.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { completeDossier, profile } from '../rules/completeDossier.js';

const reported = (dossier: Dossier, who: Partial<Profile> = {}, on = '2024-08-01'): string[] =>
  ineligibilities(dossier, { ...profile, ...who }, aksu2024, on).map(({ section, field }) => `${section}.${field}`);
const person = (change: Dossier['basicInformation']): Dossier => ({
  ...completeDossier,
  basicInformation: { ...completeDossier.basicInformation, ...change },
});
const skilled = (grade: SkillGrade, obtainedOn: string): Dossier => ({
  ...completeDossier,
  skilledCertificate: { grade, obtainedOn },
});

describe('who may apply', () => {
  test('an employed engineer below retirement age may', () => {
    expect(reported(completeDossier)).toEqual([]);
  });

  test('an empty draft is not refused for what it does not say yet', () => {
    expect(reported({}, { track: 'skilled' })).toEqual([]);
  });

  test.each(['civil_servant', 'retired', 'under_discipline'] as const)('a %s may not', (employmentStatus) => {
    const items = ineligibilities(person({ employmentStatus }), profile, aksu2024, '2024-08-01');
    expect(items).toMatchObject([
      { field: 'employmentStatus', clause: '通知 一', message: expect.stringMatching(/不在评审范围。$/) },
    ]);
  });

  // The 17th digit: 1 for the man, 2 for the woman.
  test.each([
    ['man', '652901196408150011', '2024-08-14', true],
    ['man', '652901196408150011', '2024-08-15', false],
    ['woman', '652901196908150021', '2024-08-14', true],
    ['woman', '652901196908150021', '2024-08-15', false],
  ])('a %s with ID number %s may apply on %s: %s', (_who, idNumber, on, may) => {
    expect(reported(person({ idNumber }), {}, on)).toEqual(may ? [] : ['basicInformation.idNumber']);
  });

  test('a level or specialty the campaign does not offer is refused', () => {
    expect(reported(completeDossier, { specialty: 'textile' })).toEqual(['basicInformation.profile.specialty']);
    const junior = { ...aksu2024, levels: { ...aksu2024.levels, value: ['junior'] as const } };
    expect(ineligibilities(completeDossier, profile, junior, '2024-08-01')).toMatchObject([{ field: 'profile.level' }]);
  });

  test.each([
    ['junior', 'private_enterprise', []],
    ['mid', 'private_enterprise', []],
    ['deputy_senior', 'private_enterprise', ['basicInformation.profile.level']],
    ['mid', 'state_enterprise', ['basicInformation.profile.track']],
    ['deputy_senior', 'public_institution', ['basicInformation.profile.level', 'basicInformation.profile.track']],
  ] as const)('the private special review of a %s of a %s lacks %j', (level, employerKind, lacking) => {
    expect(reported(completeDossier, { track: 'private_special', level, employerKind })).toEqual(lacking);
  });

  test.each([
    ['senior_worker', 'junior', '2022-08-01'],
    ['technician', 'mid', '2021-08-01'],
    ['senior_technician', 'deputy_senior', '2020-08-01'],
  ] as const)('a %s may apply for %s when the certificate is old enough, to the day', (grade, level, obtainedOn) => {
    const who = { track: 'skilled', level } as const;
    expect(reported(skilled(grade, obtainedOn), who, '2024-08-01')).toEqual([]);
    expect(reported(skilled(grade, obtainedOn), who, '2024-07-31')).toEqual(['skilledCertificate.obtainedOn']);
  });

  test('a certificate of a leap day is two years old at the end of February', () => {
    const who = { track: 'skilled', level: 'junior' } as const;
    expect(reported(skilled('senior_worker', '2020-02-29'), who, '2022-02-28')).toEqual([]);
    expect(reported(skilled('senior_worker', '2020-02-29'), who, '2022-02-27')).toEqual([
      'skilledCertificate.obtainedOn',
    ]);
  });

  test('a certificate leads to its own level and to no other', () => {
    const levels = { senior_worker: 'junior', technician: 'mid', senior_technician: 'deputy_senior' } as const;
    for (const [grade, own] of Object.entries(levels)) {
      for (const level of Object.values(levels)) {
        const lacking = reported(skilled(grade as SkillGrade, '2010-01-01'), { track: 'skilled', level });
        expect(lacking).toEqual(level === own ? [] : ['skilledCertificate.grade']);
      }
    }
  });

  test('the skilled track needs the last three appraisals passed; older ones and other tracks do not matter', () => {
    const failedIn = (year: number): Dossier => ({
      ...skilled('senior_technician', '2010-01-01'),
      appraisals: { entries: [{ year, result: 'failed' }] },
    });
    expect(reported(failedIn(2022), { track: 'skilled' })).toEqual(['appraisals.entries']);
    expect(reported(failedIn(2020), { track: 'skilled' })).toEqual([]);
    expect(reported(failedIn(2022))).toEqual([]);
  });
});
