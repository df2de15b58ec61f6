import type { Profile } from '../application/facts.js';
import { entryOf } from '../campaign/codes.js';
import { missingAppraisals } from '../candidate/appraisalYears.js';
import { asksForTitle } from '../candidate/conditions.js';
import { missingContinuingEducation } from '../candidate/continuingEducation.js';
import { missingExemptionGround } from '../candidate/defenseExemption.js';
import { asksForDiploma } from '../candidate/diploma.js';
import { missingExamination } from '../candidate/examination.js';
import { missingMandarin } from '../candidate/mandarin.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import type { Dossier, Evidence, MissingItem } from './dossier.js';
import { missingMasking } from './masking.js';
import { blankEntries, blankFields } from './requiredFields.js';
import { asksForDates, missingResults } from './resultDates.js';

/** The missing fields of one section; some depend on the candidate's profile. */
type Section = (
  dossier: Dossier,
  profile: Profile,
  policy: Policy,
  evidence: readonly Evidence[],
) => readonly MissingItem[];

const workSummary: Section = (dossier, _profile, policy, evidence) =>
  evidence.some(({ kind }) => kind === 'work_summary')
    ? []
    : blankFields(dossier, 'workSummary', cite(policy, 'work_summary'), {
        text: ['任现职期间个人专业技术工作总结', 'summary of your professional work in the present position'],
      });

const commitment: Section = (dossier, _profile, policy) =>
  dossier.otherAttachments?.commitmentSigned === true
    ? []
    : [
        {
          section: 'otherAttachments',
          field: 'commitmentSigned',
          clause: cite(policy, ['other_attachments', 'commitment_form']),
          message: '请阅读并签署个人承诺书。',
          messageEn: 'Please read and sign the personal commitment.',
        },
      ];

const presentQualification: Section = (dossier, profile, policy) => [
  ...blankFields(dossier, 'presentQualification', cite(policy, 'present_qualification'), {
    held: ['是否已有专业技术任职资格', 'whether you hold a professional title already'],
    yearsInProfession: ['从事专业技术工作年限', 'years in professional work'],
  }),
  ...(dossier.presentQualification?.held === true
    ? blankFields(dossier, 'presentQualification', cite(policy, 'present_qualification'), {
        title: ['现专业技术任职资格', 'present professional title'],
        ...(asksForTitle(profile, policy) ? { level: ['现资格的级别', 'level of the present title'] as const } : {}),
        obtainedOn: ['取得时间', 'when it was obtained'],
        obtainedIn: ['现职称在何地取得', 'where the present title was obtained'],
      })
    : []),
];

const sections: readonly Section[] = [
  (dossier, _profile, policy) =>
    blankFields(dossier, 'basicInformation', cite(policy, 'basic_information'), {
      name: ['姓名', 'name'],
      gender: ['性别', 'gender'],
      ethnicity: ['族别', 'ethnicity'],
      politicalStatus: ['政治面貌', 'political status'],
      idNumber: ['身份证号', 'ID number'],
      phone: ['联系电话', 'telephone'],
      position: ['现任岗位', 'present position'],
      startedWorkOn: ['参加工作时间', 'when you began to work'],
      employmentStatus: [
        '人员身份（在职、公务员、离退休、处分期内）',
        'standing (employed, civil servant, retired, under discipline)',
      ],
    }),
  (dossier, profile, policy) =>
    blankEntries(
      dossier,
      'education',
      cite(policy, 'education'),
      {
        level: ['学历层次', 'level of education'],
        school: ['毕业院校', 'school'],
        major: ['所学专业', 'major'],
        graduatedOn: ['毕业时间', 'when you graduated'],
        verifiable: ['学信网能否查询', 'whether CHSI can confirm it'],
      },
      asksForDiploma(profile, policy) ? { zh: '学历', en: 'education' } : null,
    ),
  presentQualification,
  (dossier, _profile, policy) =>
    blankEntries(
      dossier,
      'workHistory',
      cite(policy, 'work_history'),
      {
        from: ['起始时间', 'from'],
        to: ['截止时间（至今请选“至今”）', 'until (choose “until now” where it goes on)'],
        employer: ['工作单位', 'employer'],
        work: ['从事的专业技术工作', 'professional work done'],
      },
      { zh: '工作经历', en: 'work history' },
    ),
  (dossier, _profile, policy) =>
    blankEntries(
      dossier,
      'achievements',
      cite(policy, 'achievements'),
      {
        title: ['业绩名称', 'name of the achievement'],
        role: ['本人作用', 'your part in it'],
        ...(asksForDates(policy) ? { obtainedOn: ['取得时间', 'when it was obtained'] as const } : {}),
        description: ['业绩说明', 'description of the achievement'],
      },
      { zh: '实践能力、业绩成果', en: 'practice and achievements' },
    ),
  missingAppraisals,
  workSummary,
  (dossier, _profile, policy) =>
    blankEntries(
      dossier,
      'publications',
      cite(policy, 'publications'),
      {
        kind: ['成果类别', 'kind of result'],
        title: ['成果名称', 'title of the result'],
        ...(asksForDates(policy) ? { obtainedOn: ['取得时间', 'when it was obtained'] as const } : {}),
      },
      null,
    ),
  (dossier, _profile, policy) => missingResults(dossier, policy),
  commitment,
  missingExamination,
  missingMasking,
  missingContinuingEducation,
  missingMandarin,
  (dossier, { track }, policy) =>
    entryOf(policy.codes.tracks, track)?.bySkillCertificate
      ? blankFields(dossier, 'skilledCertificate', cite(policy, 'skilled'), {
          grade: ['职业资格或职业技能等级', 'vocational qualification or skill level'],
          obtainedOn: ['取得时间', 'when it was obtained'],
        })
      : [],
  missingExemptionGround,
];

/** Every field that still has to be filled in, section by section in the notice's order. */
export function missingFields(
  dossier: Dossier,
  evidence: readonly Evidence[],
  profile: Profile,
  policy: Policy,
): readonly MissingItem[] {
  return sections.flatMap((section) => section(dossier, profile, policy, evidence));
}
