import type { Profile } from '../../../rules/application/facts.js';
import type { Dossier, Evidence } from '../../../rules/dossier/dossier.js';

/** A deputy-senior candidate of a public institution who has everything the 2024 notice asks for. */
export const profile: Profile = {
  level: 'deputy_senior',
  track: 'regular',
  employerKind: 'public_institution',
  specialty: 'mechanical_electronic',
  defenseExempt: false,
};

export const completeDossier = {
  basicInformation: {
    name: '阿依古丽',
    gender: 'female',
    ethnicity: '维吾尔族',
    politicalStatus: '群众',
    idNumber: '652901198503070022',
    phone: '13900000000',
    position: '工程师',
    startedWorkOn: '2007-07-01',
    employmentStatus: 'employed',
  },
  education: {
    entries: [
      { level: 'bachelor', school: '新疆大学', major: '机械工程', graduatedOn: '2007-06-30', verifiable: true },
    ],
  },
  presentQualification: {
    held: true,
    title: '工程师',
    obtainedOn: '2018-12-01',
    obtainedIn: 'xinjiang',
    yearsInProfession: 17,
  },
  workHistory: {
    entries: [{ from: '2007-07-01', to: null, employer: '阿克苏地区某院', work: '机械设计' }],
  },
  achievements: {
    entries: [
      { title: '棉田机械改进', role: '主持', obtainedOn: '2022-10-20', description: '主持完成采棉机改进，推广三县' },
    ],
  },
  appraisals: {
    entries: [
      { year: 2021, result: 'passed' },
      { year: 2022, result: 'excellent' },
      { year: 2023, result: 'passed' },
    ],
  },
  workSummary: { text: '任现职以来主持项目六项。' },
  otherAttachments: { commitmentSigned: true },
  masking: { confidential: false },
  continuingEducation: { mode: 'certificates', years: [2021, 2022, 2023, 2024] },
  mandarin: { grade: '三级乙等' },
} as const satisfies Dossier;

const once = (...kinds: Evidence['kind'][]): Evidence[] => kinds.map((kind) => ({ kind, year: null }));
const yearly = (kind: Evidence['kind'], years: readonly number[]): Evidence[] => years.map((year) => ({ kind, year }));

export const completeEvidence: readonly Evidence[] = [
  ...once('id_card', 'photo', 'diploma', 'degree_verification', 'title_certificate', 'achievement_evidence'),
  ...once('mandarin_certificate'),
  ...yearly('appraisal_form', [2021, 2022, 2023]),
  ...yearly('continuing_education_public', [2021, 2022, 2023, 2024]),
  ...yearly('continuing_education_professional', [2021, 2022, 2023, 2024]),
];
