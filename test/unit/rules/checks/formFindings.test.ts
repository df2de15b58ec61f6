import { certificateNumbers } from '../../../../rules/dossier/checks/certificates.js';
import { formFindings } from '../../../../rules/dossier/checks/formFindings.js';
import type { Dossier } from '../../../../rules/dossier/dossier.js';
import { isIdNumber } from '../../../../rules/dossier/idNumber.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { completeDossier } from '../completeDossier.js';

const on = '2024-08-12';
const whole: Dossier = {
  ...completeDossier,
  basicInformation: { ...completeDossier.basicInformation, idNumber: '11010519491231002X' },
};
const found = (more: Dossier) =>
  formFindings({ ...whole, ...more }, on, aksu2024).map(({ code, section, field }) => `${code} ${section}.${field}`);
const person = (more: Dossier['basicInformation']) => ({ basicInformation: { ...whole.basicInformation, ...more } });
const title = (more: Dossier['presentQualification']) => ({
  presentQualification: { ...whole.presentQualification, ...more },
});

test('A form without contradictions has no findings', () => {
  expect(found({})).toEqual([]);
  expect(formFindings({}, on, aksu2024)).toEqual([]);
});

test('The check digit of an ID number is computed by GB 11643', () => {
  expect(['11010519491231002X', '440524188001010014'].map(isIdNumber)).toEqual([true, true]);
  expect(['110105194912310021', '11010519491231002x', '', '4405241880010100'].some(isIdNumber)).toBe(false);
});

test.each<[string, Dossier, readonly string[]]>([
  ['a wrong check digit', person({ idNumber: '110105194912310021' }), ['id_checksum basicInformation.idNumber']],
  ['another gender', person({ gender: 'male' }), ['gender_differs basicInformation.gender']],
  [
    'work before the age of 16',
    { ...person({ startedWorkOn: '1965-12-30' }), workHistory: {} },
    ['worked_as_child basicInformation.startedWorkOn'],
  ],
  [
    'a graduation before the age of 14',
    { education: { entries: [{ graduatedOn: '2007-06-30' }, { graduatedOn: '1963-12-30' }] } },
    ['graduated_as_child education.entries.1.graduatedOn'],
  ],
  [
    'days in the future',
    { skilledCertificate: { obtainedOn: '2024-08-13' }, education: { entries: [{ graduatedOn: '2025-01-01' }] } },
    [
      'future_date education.entries.0.graduatedOn',
      'future_date skilledCertificate.obtainedOn',
      'title_before_graduation presentQualification.obtainedOn',
    ],
  ],
  ['a title before work', title({ obtainedOn: '2007-06-30' }), ['title_before_work presentQualification.obtainedOn']],
  ['a title not held', title({ held: false, obtainedOn: '2007-06-29' }), []],
  ['one year more than worked', title({ yearsInProfession: 18 }), []],
  [
    'two years more',
    title({ yearsInProfession: 19 }),
    ['more_years_than_worked presentQualification.yearsInProfession'],
  ],
  [
    'overlaps and gaps in whatever order',
    {
      workHistory: {
        entries: [
          { from: '2015-06-01', to: null },
          { from: '2007-07-01', to: '2010-06-30' },
          { from: '2010-07-01', to: '2016-01-01' },
        ],
      },
    },
    ['work_overlap workHistory.entries.0.from'],
  ],
  [
    'a long gap after the latest end so far',
    {
      workHistory: {
        entries: [
          { from: '2007-07-01', to: '2012-06-30' },
          { from: '2008-01-01', to: '2008-12-31' },
          { from: '2012-09-30', to: '2013-01-01' },
          { from: '2014-01-01', to: null },
        ],
      },
    },
    ['work_overlap workHistory.entries.1.from', 'work_gap workHistory.entries.3.from'],
  ],
  [
    'work before its beginning',
    { workHistory: { entries: [{ from: '2007-06-01', to: null }] } },
    ['worked_before_beginning workHistory.entries.0.from'],
  ],
  [
    'a year twice and a year left out before those asked for',
    { appraisals: { entries: [...completeDossier.appraisals.entries, { year: 2018 }, { year: 2021 }] } },
    [
      'appraisal_twice appraisals.entries.4.year',
      'appraisal_gap appraisals.entries',
      'appraisal_gap appraisals.entries',
    ],
  ],
  [
    'certificates past their last day',
    { mandarin: { validUntil: '2024-08-11' }, skilledCertificate: { validUntil: on } },
    ['certificate_expired mandarin.validUntil'],
  ],
])('Finds %s', (_, more, codes) => {
  expect(found(more)).toEqual(codes);
});

test('No finding says when somebody was born', () => {
  const all = formFindings(
    { ...whole, ...person({ startedWorkOn: '1960-01-01' }), education: { entries: [{ graduatedOn: '1955-01-01' }] } },
    on,
    aksu2024,
  );
  expect(all.length).toBeGreaterThan(1);
  expect(JSON.stringify(all)).not.toMatch(/1949/);
});

test('Numbers of certificates are the same however they are written', () => {
  const written = ['新人社 2019－00123a', '新人社2019-00123A', ' 新人社２０１９00123a '];
  const numbers = certificateNumbers({
    education: { entries: written.map((certificateNumber) => ({ certificateNumber })) },
  });
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(1);
  expect(certificateNumbers({ mandarin: { certificateNumber: '  ' } })).toEqual([]);
});
