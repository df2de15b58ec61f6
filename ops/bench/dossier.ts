import type { Database } from '../../records/database.js';
import type { DocumentKind, Dossier } from '../../rules/dossier.js';
import { hurried } from './campaign.js';

const trainingYears = hurried.evidence.continuingEducationYears.value;
const appraisalYears = [2021, 2022, 2023];

/** A deputy-senior candidate of a public institution who has filled in everything. */
const complete: Dossier = {
  basicInformation: {
    name: '阿依古丽',
    gender: 'female',
    ethnicity: '维吾尔族',
    politicalStatus: '群众',
    idNumber: '652901198503070022',
    phone: '13900000000',
    position: '工程师',
    startedWorkOn: '2007-07-01',
    standing: 'employed',
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
  workHistory: { entries: [{ from: '2007-07-01', to: null, employer: '阿克苏地区某院', work: '机械设计' }] },
  achievements: { entries: [{ title: '棉田机械改进', role: '主持', description: '主持完成采棉机改进，推广三县' }] },
  appraisals: { entries: appraisalYears.map((year) => ({ year, result: 'passed' })) },
  workSummary: { text: '任现职以来主持项目六项。' },
  otherAttachments: { commitmentSigned: true },
  masking: { confidential: false },
  continuingEducation: { mode: 'certificates', years: trainingYears },
  mandarin: { grade: '三级乙等' },
};

const once: readonly DocumentKind[] = [
  ...(['id_card', 'photo', 'diploma', 'degree_verification', 'title_certificate', 'achievement_evidence'] as const),
  ...(['mandarin_certificate', 'recommendation', 'commitment'] as const),
];
const yearly = (kind: DocumentKind, years: readonly number[]) => years.map((year) => ({ kind, year }));
const documents = [
  ...once.map((kind) => ({ kind, year: null })),
  ...yearly('appraisal_form', appraisalYears),
  ...yearly('continuing_education_public', trainingYears),
  ...yearly('continuing_education_professional', trainingYears),
];

const fill = {
  name: 'fill_dossier',
  text: `
    WITH filled AS (UPDATE dossiers SET draft = $2, version = version + 1 WHERE application_id = $1)
    INSERT INTO documents (id, application_id, kind, year, file_name, media_type, size, sha256, uploaded_by, uploaded_at)
    SELECT gen_random_uuid(), $1, kind, year, kind || '.pdf', 'application/pdf', 100000, repeat('0', 64), 'bench', now()
    FROM jsonb_to_recordset($3) AS document(kind text, year smallint)`,
};
const values = [JSON.stringify(complete), JSON.stringify(documents)];

/** Form and evidence of an application, whole, as if somebody had typed and uploaded them. One statement. */
export async function fillDossier({ pool }: Database, applicationId: string): Promise<void> {
  await pool.query({ ...fill, values: [applicationId, ...values] });
}
