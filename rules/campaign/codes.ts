import type { BilingualText } from '../bilingualText.js';
import type { DegreeLevel } from '../dossier/choices.js';
import type { DocumentKind, SectionName } from '../dossier/dossier.js';

// The codes of a campaign's notice, with their labels and what the rules need to know of each: data of the policy, so that
// another notice brings its own. In acts and rows they are plain strings, checked against the policy where they come in.

/** The code of a level (级别). */
export type Level = string;
/** The code of a track (申报途径). */
export type Track = string;
/** The code of a kind of employer. */
export type EmployerKind = string;
/** The code of a rank of units (单位层级). */
export type EmployerRank = string;
/** The code of a grade of skilled workers. */
export type SkillGrade = string;

interface Coded extends BilingualText {
  readonly code: string;
}

export interface LevelLaw extends Coded {
  /** From low to high. */
  readonly rank: number;
  /** Only a committee of the size 人社部令第40号 sets for senior titles judges it. */
  readonly senior: boolean;
}

/** Stages that a campaign has and a track may leave out. */
export const omissibleStages = {
  payment: { zh: '缴费', en: 'Payment' },
  materials: { zh: '材料报送', en: 'Originals' },
  defense: { zh: '答辩', en: 'Defense' },
  meeting: { zh: '评审会', en: 'Review meeting' },
  public_notice: { zh: '结果公示', en: 'Public notice' },
} as const satisfies Record<string, BilingualText>;
export type OmissibleStage = keyof typeof omissibleStages;

/** A document that a track asks for beside the checklist of all: any of these kinds. */
export interface TrackEvidence {
  readonly section: SectionName;
  readonly anyOf: readonly DocumentKind[];
  /** As many different files as this, two recommendations for one; absent: one. */
  readonly copies?: number | undefined;
}

/**
 * One way to meet the conditions (任职资格条件) of a level on a track: a degree, and a title held for some years, or some years
 * of work since the degree. Of several for one level, one is enough.
 */
export interface Condition {
  readonly levels: readonly Level[];
  /** The lowest degree; null: none is asked for. */
  readonly degree: DegreeLevel | null;
  /** The lowest level of the present title; null: none has to be held, and the years count from the degree. */
  readonly holds: Level | null;
  /** Full years since the present title was obtained, or since the degree. */
  readonly years: number;
  /** For titles (or degrees) obtained before this day, or from this day on; null: no such bound. */
  readonly obtainedBefore: string | null;
  readonly obtainedFrom: string | null;
}

/** The ranks of unit whose people may apply for some levels on a track. */
export interface RankCondition {
  readonly levels: readonly Level[];
  readonly ranks: readonly EmployerRank[];
}

/** A track (申报途径): who may take it, what it leaves out, what it asks for beyond the others. */
export interface TrackLaw extends Coded {
  /** The longer name that lists for the office use. */
  readonly fullZh: string;
  /** Where the notice has it. */
  readonly clause: string;
  /** Levels it is open to; null: all that the campaign offers. */
  readonly levels: readonly Level[] | null;
  /** Kinds of employer it is open to; null: all. */
  readonly employerKinds: readonly EmployerKind[] | null;
  /** Whether a skill certificate opens the level. */
  readonly bySkillCertificate: boolean;
  readonly omits: readonly OmissibleStage[];
  /** Whether another committee carries out the review (委托评审) in place of defense and meeting; absent: no. */
  readonly entrusted?: boolean | undefined;
  readonly evidence: readonly TrackEvidence[];
  /** Full years of work at the grass roots; absent: none are asked for. */
  readonly grassrootsYears?: number | undefined;
  /** Ranks of the candidates' units, by level; a level that none names is open to every unit, and absent: all levels are. */
  readonly employerRanks?: readonly RankCondition[] | undefined;
  /** Conditions by level; a level that none names has none. */
  readonly conditions: readonly Condition[];
}

export interface EmployerLaw extends Coded {
  /** Whether its candidates prove their Mandarin. */
  readonly mandarin: boolean;
  /** Whether a personal appraisal stands in for the annual form. */
  readonly personalAppraisal: boolean;
  /** Whether candidates who hold no title yet need no continuing education. */
  readonly firstTimersExempt: boolean;
}

/** A ground of an exemption from the defense, and the document that proves it for the year of the campaign. */
export interface ExemptionGround extends Coded {
  readonly proof: DocumentKind;
}

/** Every code of a campaign. */
export interface CampaignCodes {
  readonly levels: readonly LevelLaw[];
  readonly tracks: readonly TrackLaw[];
  readonly employerKinds: readonly EmployerLaw[];
  /** From low to high; none where no track asks for them. */
  readonly employerRanks: readonly Coded[];
  readonly skillGrades: readonly Coded[];
  /** Why a candidate need not defend (免于答辩); none where nobody is exempt. */
  readonly exemptionGrounds: readonly ExemptionGround[];
}

const plain = { levels: null, employerKinds: null, bySkillCertificate: false, omits: [], evidence: [], conditions: [] };

/** A track that is like the regular one but for what is named. */
export function trackOf(
  track: Coded & Pick<TrackLaw, 'clause'> & Partial<Omit<TrackLaw, 'code' | 'zh' | 'en' | 'clause'>>,
): TrackLaw {
  return { fullZh: track.zh, ...plain, ...track };
}

/** Levels as the national rule names them; a notice that joins or renames some says so in its own codes. */
export const nationalLevels = {
  member: { code: 'member', zh: '员级', en: 'Technician level', rank: 1, senior: false },
  assistant: { code: 'assistant', zh: '助理级', en: 'Assistant level', rank: 2, senior: false },
  mid: { code: 'mid', zh: '中级', en: 'Mid', rank: 3, senior: false },
  deputy_senior: { code: 'deputy_senior', zh: '副高级', en: 'Deputy senior', rank: 4, senior: true },
  senior: { code: 'senior', zh: '正高级', en: 'Full senior', rank: 5, senior: true },
} as const satisfies Record<string, LevelLaw>;

/** Kinds of employer as units are registered, with what most notices ask of each. */
export const usualEmployerKinds: readonly EmployerLaw[] = [
  {
    code: 'public_institution',
    zh: '事业单位',
    en: 'Public institution',
    mandarin: true,
    personalAppraisal: false,
    firstTimersExempt: false,
  },
  {
    code: 'state_enterprise',
    zh: '企业',
    en: 'State enterprise',
    mandarin: false,
    personalAppraisal: false,
    firstTimersExempt: false,
  },
  {
    code: 'private_enterprise',
    zh: '民营企业',
    en: 'Private enterprise',
    mandarin: false,
    personalAppraisal: true,
    firstTimersExempt: true,
  },
];

/** Ranks of units, from low to high. */
export const usualEmployerRanks: readonly Coded[] = [
  { code: 'township', zh: '乡镇', en: 'Township' },
  { code: 'county', zh: '县级', en: 'County' },
  { code: 'prefecture', zh: '地级', en: 'Prefecture' },
  { code: 'province', zh: '省级', en: 'Province' },
];

/** Grades of the certificates of skilled workers. */
export const usualSkillGrades: readonly Coded[] = [
  { code: 'senior_worker', zh: '高级工', en: 'Senior skilled worker' },
  { code: 'technician', zh: '技师', en: 'Technician' },
  { code: 'senior_technician', zh: '高级技师', en: 'Senior technician' },
];

const provedGround = (code: string, zh: string, en: string): ExemptionGround => {
  return { code, zh, en, proof: 'defense_exemption_proof' };
};

/** Grounds on which people need not defend in the year in which they serve. */
export const usualExemptionGrounds: readonly ExemptionGround[] = [
  provedGround('village_work', '驻村工作', 'Work in a village team'),
  provedGround('village_religion', '驻村宗教工作', 'Work with religious affairs in a village'),
  provedGround('preschool_teaching', '南疆学前教育支教', 'Preschool teaching in southern Xinjiang'),
  provedGround('inland_service', '内地服务管理工作', 'Service and administration in inland provinces'),
  provedGround('cooperative', '下沉基层一线创办、领办合作社', 'Founding or leading a cooperative at the grass roots'),
  provedGround('village_committee', '进入村“两委”班子', 'Membership of a village committee'),
  provedGround(
    'village_production',
    '参与合作社所在村农业生产组织管理',
    'Organising farm work in a cooperative’s village',
  ),
  provedGround(
    'posted',
    '到乡（镇）村和企业挂职、兼职、离岗创新创业',
    'A post, second job or venture in a township, village or enterprise',
  ),
];

/** The entry of a code, or null. */
export function entryOf<Entry extends Coded>(entries: readonly Entry[], code: string): Entry | null {
  return entries.find((entry) => entry.code === code) ?? null;
}

/** The label of a code; one that the campaign does not have stands for itself. */
export function labelOfCode(entries: readonly Coded[], code: string): BilingualText {
  return entryOf(entries, code) ?? { zh: code, en: code };
}
