import { isPrivateFirstTimer } from '../../../rules/candidate/continuingEducation.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { retirementNote, retiresOn } from '../../../rules/candidate/retirement.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import type { Dossier, Evidence } from '../../../rules/dossier/dossier.js';
import { requiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault, fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sampleDossier } from '../../../simulation/samples/dossier.js';
import { sampleEvidence } from '../../../simulation/samples/evidence.js';
import { samplePerson } from '../../../simulation/samples/people.js';

type Chosen = Parameters<typeof sampleDossier>[0]['profile'];
const regular: Chosen = {
  level: 'junior',
  track: 'regular',
  specialty: 'mechanical_electronic',
  employerKind: 'state_enterprise',
  defenseExempt: false,
};
const skilled: Chosen = { ...regular, track: 'skilled' };

function complete(profile: Chosen) {
  const candidacy = { profile, person: samplePerson(4, aksu2024.year), employer: '某厂', policy: aksu2024 };
  const dossier = sampleDossier(candidacy);
  return { dossier, evidence: sampleEvidence(candidacy, dossier) as readonly Evidence[] };
}
const evidenced = (policy: Policy) => ({ ...aksu2024.evidence, ...policy.evidence });

describe('Skilled personnel', () => {
  test('need no diploma: nothing of education is asked for, and what others need still is (通知 四（七）)', () => {
    const { dossier, evidence } = complete(skilled);
    const { education: _, ...without } = dossier;
    const uploaded = evidence.filter(
      ({ kind }) => !['diploma', 'degree_verification', 'graduate_registration'].includes(kind),
    );
    expect(missingItems(without, uploaded, skilled, aksu2024)).toEqual([]);
    expect(ineligibilities(without, skilled, aksu2024, '2024-08-12')).toEqual([]);
    const missing = missingItems(without, uploaded, regular, aksu2024);
    expect(missing.map(({ section }) => section)).toContain('education');
  });
});

describe('A beginner', () => {
  const { dossier, evidence } = complete(regular);
  const since = (startedWorkOn: string): Dossier => ({
    ...dossier,
    basicInformation: { ...dossier.basicInformation, startedWorkOn },
  });
  const yearsOf = (kind: string, of: Dossier, policy: Policy = aksu2024) =>
    requiredEvidence(regular, of, policy).flatMap((one) => (one.anyOf.includes(kind as never) ? [one.year] : []));

  test('of 2023 is asked for the years they worked, and can submit', () => {
    const beginner = since('2023-07-01');
    expect(yearsOf('appraisal_form', beginner)).toEqual([2023]);
    expect(yearsOf('continuing_education_public', beginner)).toEqual([2023, 2024]);
    const own = evidence.filter(({ year }) => year === null || year >= 2023);
    const appraised = { ...beginner, appraisals: { entries: [{ year: 2023, result: 'passed' as const }] } };
    expect(missingItems(appraised, own, regular, aksu2024)).toEqual([]);
    expect(yearsOf('appraisal_form', since('2007-07-01'))).toEqual([2021, 2022, 2023]);
  });

  test('is asked for the first year when enough of it was left, by the policy', () => {
    const late = since('2023-07-02');
    expect(yearsOf('appraisal_form', late)).toEqual([]);
    const strict = { ...aksu2024, evidence: { ...aksu2024.evidence, firstYearMonths: byDefault(0, '通知') } };
    expect(yearsOf('appraisal_form', late, strict)).toEqual([2023]);
    const lenient = { ...aksu2024, evidence: { ...aksu2024.evidence, firstYearMonths: byDefault(12, '通知') } };
    expect(yearsOf('appraisal_form', since('2023-01-02'), lenient)).toEqual([]);
    expect(yearsOf('appraisal_form', since('2023-01-01'), lenient)).toEqual([2023]);
  });

  test('who began this year is asked for no continuing education, and chooses no way of proving it', () => {
    const { continuingEducation: _, ...without } = since('2024-07-15');
    const missing = missingItems(without, evidence, regular, aksu2024);
    expect(missing.filter(({ section }) => section === 'continuingEducation')).toEqual([]);
  });
});

test('a title by initial determination or examination is no review: its holder applies for the first time', () => {
  const profile: Chosen = { ...regular, employerKind: 'private_enterprise' };
  const holding = (presentQualification: Dossier['presentQualification']) =>
    isPrivateFirstTimer(profile, presentQualification ? { presentQualification } : {}, aksu2024);
  expect(holding({ held: false })).toBe(true);
  expect(holding({ held: true, obtainedBy: 'initial' })).toBe(true);
  expect(holding({ held: true, obtainedBy: 'examination' })).toBe(true);
  expect(holding({ held: true, obtainedBy: 'review' })).toBe(false);
  expect(holding({ held: true })).toBe(false);
  expect(holding(undefined)).toBe(false);
});

describe('The day on which something counts', () => {
  const { dossier } = complete(skilled);
  const on = (policy: Policy, of: Dossier, day: string) =>
    ineligibilities(of, skilled, policy, day).map(({ field }) => field);

  test('is that of the submission, or the policy’s', () => {
    const certified = { ...dossier, skilledCertificate: { grade: 'senior_worker', obtainedOn: '2022-09-01' } };
    expect(on(aksu2024, certified, '2024-08-12')).toEqual(['obtainedOn']);
    const yearEnd = fromNotice('2024-12-31T00:00', '通知 四（七）');
    const counted = { ...aksu2024, evidence: { ...evidenced(aksu2024), yearsReference: yearEnd } };
    expect(on(counted, certified, '2024-08-12')).toEqual([]);
  });

  test('and so for the retirement age', () => {
    const old = { ...dossier, basicInformation: { ...dossier.basicInformation, idNumber: '652901196409150010' } };
    expect(retiresOn(old, aksu2024)).toBe('2024-09-15');
    expect(on(aksu2024, old, '2024-08-12')).toEqual([]);
    const meeting = fromNotice('2024-09-30T00:00', '通知 一');
    const counted = { ...aksu2024, evidence: { ...evidenced(aksu2024), retirementReference: meeting } };
    expect(on(counted, old, '2024-08-12')).toEqual(['idNumber']);
  });
});

describe('Who reaches the retirement age after the submission', () => {
  const old: Dossier = { basicInformation: { idNumber: '652901196409150010' } };
  const young: Dossier = { basicInformation: { idNumber: '652901198503070022' } };
  const seenUntil = (day: string) => ({
    ...aksu2024,
    evidence: { ...evidenced(aksu2024), retirementSeenUntil: fromNotice(`${day}T23:59`, '通知 三（五）') },
  });
  const note = (policy: Policy, metOn: string | null = null, exact = true) =>
    retirementNote(old, policy, { submittedOn: '2024-08-12', metOn, exact });

  test('is pointed out until the day of the policy, and by the meeting once there was one', () => {
    expect(note(seenUntil('2024-09-14'))).toBeNull();
    expect(note(seenUntil('2024-09-15'))).toMatchObject({
      on: '2024-09-15',
      zh: expect.stringContaining('2024-09-15'),
    });
    expect(note(seenUntil('2024-09-14'), '2024-09-20')?.zh).toContain('评审会（2024-09-20）前');
    expect(note(seenUntil('2024-12-31'), '2024-09-14')).toBeNull();
    expect(note(aksu2024)?.clause).toContain(aksu2024.evidence.retirementSeenUntil.clause);
  });

  test('is told the day alone: others read that it comes, not when', () => {
    const told = note(aksu2024, null, false);
    expect(told).toMatchObject({ on: null });
    expect(JSON.stringify(told)).not.toContain('09-15');
  });

  test('is not pointed out where the day that counts has refused the submission already', () => {
    const meeting = fromNotice('2024-09-30T00:00', '通知 一');
    expect(note({ ...aksu2024, evidence: { ...evidenced(aksu2024), retirementReference: meeting } })).toBeNull();
    expect(retirementNote(young, aksu2024, { submittedOn: '2024-08-12', metOn: null, exact: true })).toBeNull();
  });
});

test('a woman in a worker’s post retires at another age than one in a professional’s', () => {
  const woman = (postKind?: 'professional' | 'worker'): Dossier => ({
    basicInformation: { idNumber: '652901197501150020', ...(postKind ? { postKind } : {}) },
  });
  expect(retiresOn(woman('worker'), aksu2024)).toBe('2025-02-15');
  expect(retiresOn(woman('professional'), aksu2024)).toBe('2031-05-15');
  expect(retiresOn(woman(), aksu2024)).toBe('2031-05-15');
  expect(retiresOn({ basicInformation: { idNumber: '6529011975********' } }, aksu2024)).toBeNull();
});
