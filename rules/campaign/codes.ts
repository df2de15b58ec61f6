import type { BilingualText } from '../bilingualText.js';

// The codes of a notice with their labels and what the rules need to know of each. They are plain strings, checked
// against these tables where they come in, so that a campaign can later bring its own.

/** A key of `levels`. */
export type Level = string;
/** A key of `tracks`. */
export type Track = string;
/** A key of `employerKinds`. */
export type EmployerKind = string;
/** A key of `skillGrades`. */
export type SkillGrade = string;

type Codes<Entry = unknown> = Readonly<Record<string, BilingualText & Entry>>;

/** `rank`: from low to high. `senior`: only a committee of the size 人社部令第40号 sets for senior titles judges it. */
export const levels: Codes<{ readonly rank: number; readonly senior: boolean }> = {
  junior: { zh: '初级', en: 'Junior', rank: 1, senior: false },
  mid: { zh: '中级', en: 'Mid', rank: 2, senior: false },
  deputy_senior: { zh: '副高级', en: 'Deputy senior', rank: 3, senior: true },
};

interface TrackRules {
  /** The longer name that lists for the office use. */
  readonly fullZh: string;
  /** The one kind of employer a special review is for (通知 一); its levels are in the policy. */
  readonly reservedFor: EmployerKind | null;
  /** Whether a skill certificate opens the level (通知 四（七）). */
  readonly bySkillCertificate: boolean;
}

export const tracks: Codes<TrackRules> = {
  regular: { zh: '正常申报', en: 'Regular', fullZh: '正常申报', reservedFor: null, bySkillCertificate: false },
  private_special: {
    zh: '民营企业专项',
    en: 'Private enterprise special',
    fullZh: '民营企业专项评审',
    reservedFor: 'private_enterprise',
    bySkillCertificate: false,
  },
  skilled: {
    zh: '技能人才贯通',
    en: 'Skilled personnel',
    fullZh: '高技能人才贯通',
    reservedFor: null,
    bySkillCertificate: true,
  },
};

interface EmployerRules {
  /** Whether its candidates prove their Mandarin (通知 四（六）). */
  readonly mandarin: boolean;
  /** Whether a personal appraisal stands in for the annual form (通知 四（一）6). */
  readonly personalAppraisal: boolean;
  /** Whether candidates who hold no title yet need no continuing education (通知 四（五）). */
  readonly firstTimersExempt: boolean;
}

export const employerKinds: Codes<EmployerRules> = {
  public_institution: {
    zh: '事业单位',
    en: 'Public institution',
    mandarin: true,
    personalAppraisal: false,
    firstTimersExempt: false,
  },
  state_enterprise: {
    zh: '企业',
    en: 'State enterprise',
    mandarin: false,
    personalAppraisal: false,
    firstTimersExempt: false,
  },
  private_enterprise: {
    zh: '民营企业',
    en: 'Private enterprise',
    mandarin: false,
    personalAppraisal: true,
    firstTimersExempt: true,
  },
};

/** Grades of the certificates of skilled workers (通知 四（七）). */
export const skillGrades: Codes = {
  senior_worker: { zh: '高级工', en: 'Senior skilled worker' },
  technician: { zh: '技师', en: 'Technician' },
  senior_technician: { zh: '高级技师', en: 'Senior technician' },
};

/** The label of a code; a code the table does not have stands for itself. */
export function labelOfCode(codes: Codes, code: string): BilingualText {
  return codes[code] ?? { zh: code, en: code };
}
