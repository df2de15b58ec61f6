import type { CampaignCodes } from '../../../rules/campaign/codes.js';
import {
  appraisalResults,
  continuingEducationModes,
  degreeLevels,
  employmentStatuses,
  genders,
  maskedItems,
  postKinds,
  publicationKinds,
  titleOrigins,
  titleWays,
} from '../../../rules/dossier/choices.js';
import type { Dossier, SectionName } from '../../../rules/dossier/dossier.js';

/** The form while it is filled in; every field may be absent. */
export type Sections = { -readonly [Name in SectionName]?: NonNullable<Dossier[Name]> };
type Whole<Name extends SectionName> = NonNullable<Dossier[Name]>;
type EntryOf<Name extends SectionName> =
  Whole<Name> extends { readonly entries?: readonly (infer Entry)[] } ? Entry & object : never;

/** The kind of control of one field. */
export type Field =
  | { readonly as: 'text'; readonly most: number; readonly offers?: readonly string[]; readonly private?: true }
  | { readonly as: 'paragraphs'; readonly most: number; readonly rows?: number }
  | { readonly as: 'date' | 'untilNow' | 'yesNo' | 'year' | 'years' | 'hours' | 'agree' }
  | { readonly as: 'number'; readonly most: number }
  /** One of the campaign's own codes. */
  | { readonly as: 'code'; readonly of: keyof CampaignCodes }
  | { readonly as: 'one' | 'several'; readonly of: readonly string[] };

type Fields<Of> = { readonly [Name in keyof Of]-?: Field };
type Section<Name extends SectionName> = 'entries' extends keyof Whole<Name>
  ? { readonly entries: Fields<EntryOf<Name>>; readonly most: number }
  : { readonly fields: Fields<Whole<Name>> };

const text = (most: number, offers?: readonly string[]): Field =>
  offers === undefined ? { as: 'text', most } : { as: 'text', most, offers };

/** The form field by field, in the notice's order; the type ties every name to the API's schema. */
export const formOf: { readonly [Name in SectionName]: Section<Name> } = {
  basicInformation: {
    fields: {
      name: text(100),
      idNumber: { as: 'text', most: 18, private: true },
      gender: { as: 'one', of: Object.keys(genders) },
      ethnicity: text(50, ['汉族', '维吾尔族', '哈萨克族', '回族', '柯尔克孜族', '蒙古族', '塔吉克族', '锡伯族']),
      politicalStatus: text(50, ['中共党员', '中共预备党员', '共青团员', '民主党派成员', '群众']),
      phone: text(20),
      position: text(100),
      postKind: { as: 'one', of: Object.keys(postKinds) },
      startedWorkOn: { as: 'date' },
      employmentStatus: { as: 'one', of: Object.keys(employmentStatuses) },
    },
  },
  education: {
    entries: {
      level: { as: 'one', of: Object.keys(degreeLevels) },
      school: text(200),
      major: text(200),
      graduatedOn: { as: 'date' },
      verifiable: { as: 'yesNo' },
      certificateNumber: text(100),
    },
    most: 20,
  },
  presentQualification: {
    fields: {
      held: { as: 'yesNo' },
      title: text(100),
      level: { as: 'code', of: 'levels' },
      obtainedOn: { as: 'date' },
      obtainedIn: { as: 'one', of: Object.keys(titleOrigins) },
      obtainedBy: { as: 'one', of: Object.keys(titleWays) },
      yearsInProfession: { as: 'number', most: 70 },
      certificateNumber: text(100),
    },
  },
  workHistory: {
    entries: {
      from: { as: 'date' },
      to: { as: 'untilNow' },
      employer: text(200),
      work: { as: 'paragraphs', most: 2000 },
      grassroots: { as: 'yesNo' },
    },
    most: 60,
  },
  achievements: {
    entries: {
      title: text(200),
      role: text(200),
      obtainedOn: { as: 'date' },
      description: { as: 'paragraphs', most: 5000, rows: 4 },
    },
    most: 60,
  },
  appraisals: {
    entries: { year: { as: 'year' }, result: { as: 'one', of: Object.keys(appraisalResults) } },
    most: 20,
  },
  workSummary: { fields: { text: { as: 'paragraphs', most: 20_000, rows: 12 } } },
  publications: {
    entries: {
      kind: { as: 'one', of: Object.keys(publicationKinds) },
      title: text(500),
      obtainedOn: { as: 'date' },
    },
    most: 60,
  },
  otherAttachments: {
    fields: {
      remarks: { as: 'paragraphs', most: 2000 },
      examinationOn: { as: 'date' },
      commitmentSigned: { as: 'agree' },
    },
  },
  masking: {
    fields: {
      confidential: { as: 'yesNo' },
      maskedItems: { as: 'several', of: Object.keys(maskedItems) },
      declassified: { as: 'yesNo' },
    },
  },
  continuingEducation: {
    fields: {
      mode: { as: 'one', of: Object.keys(continuingEducationModes) },
      years: { as: 'years' },
      hours: { as: 'hours' },
    },
  },
  mandarin: {
    fields: {
      grade: text(20, ['一级甲等', '一级乙等', '二级甲等', '二级乙等', '三级甲等', '三级乙等']),
      certificateNumber: text(100),
      validUntil: { as: 'date' },
    },
  },
  skilledCertificate: {
    fields: {
      grade: { as: 'code', of: 'skillGrades' },
      obtainedOn: { as: 'date' },
      certificateNumber: text(100),
      validUntil: { as: 'date' },
    },
  },
  defenseExemption: {
    fields: { ground: { as: 'code', of: 'exemptionGrounds' }, details: { as: 'paragraphs', most: 500 } },
  },
};
