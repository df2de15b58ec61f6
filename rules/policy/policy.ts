import type { LocalDate, LocalDateTime } from '../calendar/instant.js';

/** 初级、中级、副高级. */
export type Level = 'junior' | 'mid' | 'deputy_senior';
/** 事业单位、企业、民营企业. */
export type EmployerKind = 'public_institution' | 'state_enterprise' | 'private_enterprise';
/** 正常申报、民营企业专项评审、高技能人才贯通. */
export type Track = 'regular' | 'private_special' | 'skilled';
/** 高级工、技师、高级技师. */
export type SkillGrade = 'senior_worker' | 'technician' | 'senior_technician';

/** A policy value with the clause it comes from and whether the office has confirmed it. */
export interface Ruled<T> {
  readonly value: T;
  /** Where it comes from, as people cite it: `通知 三（一）`, `人社部令第40号 第十七条`. */
  readonly clause: string;
  readonly source: 'notice' | 'national_rule' | 'default';
  readonly confirmed: boolean;
}

/** A half-open window `[opens, due)` in Beijing time. */
export interface PolicyWindow {
  readonly opens: LocalDateTime;
  readonly due: LocalDateTime;
}

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Specialty {
  readonly code: string;
  readonly name: string;
  readonly series: string;
}

/** One of a campaign's committees: for a whole series or for single specialties, with fees of its own when the notice says so. */
export interface CommitteeLaw {
  readonly code: string;
  readonly name: string;
  readonly kind: 'series' | 'specialty';
  /** Codes of the specialties it judges. */
  readonly specialties: readonly string[];
  /** In fen (分), by level; absent: the campaign's. */
  readonly fees?: Readonly<Record<Level, number>> | undefined;
}

/** What an expert scores a defense by; weights in percent. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
}

/** How the committees of a campaign are formed, meet and make known what they decided. */
export interface CommitteeRules {
  readonly committees: Ruled<readonly CommitteeLaw[]>;
  readonly minimumSeries: Ruled<number>;
  readonly minimumSpecialty: Ruled<number>;
  readonly odd: Ruled<boolean>;
  readonly alternates: Ruled<number>;
  readonly termYears: Ruled<number>;
  /** 评审方案呈报. */
  readonly planFiled: Ruled<boolean>;
  /** 结果备案. */
  readonly resultsFiled: Ruled<boolean>;
  readonly reexaminationWorkingDays: Ruled<number>;
  /** Whether the public page masks what Annex 1 would publish in full. */
  readonly maskPublicNotice: Ruled<boolean>;
  readonly criteria: Ruled<readonly Criterion[]>;
  /** Decimals a score is shown with, rounded half up. */
  readonly scoreDecimals: Ruled<number>;
}

/** Every number and switch of one campaign. Another prefecture's notice is another value of this type and nothing else. */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly committee: string;
  readonly year: number;
  readonly announcedOn: LocalDate;
  readonly specialties: readonly Specialty[];
  readonly levels: Ruled<readonly Level[]>;
  readonly privateSpecialLevels: Ruled<readonly Level[]>;

  /** Individuals may submit from `opens`; a stage without its own cutoff must have passed everything on by `committee`. */
  readonly filing: {
    readonly opens: Ruled<LocalDateTime>;
    readonly applicant: Ruled<LocalDateTime> | null;
    readonly unit: Ruled<LocalDateTime> | null;
    readonly chain: Ruled<LocalDateTime> | null;
    readonly committee: Ruled<LocalDateTime>;
  };
  readonly audit: Ruled<PolicyWindow>;
  readonly payment: Ruled<PolicyWindow>;
  readonly materials: Ruled<PolicyWindow>;
  /** Payment and originals are never due earlier than this many working days after acceptance. */
  readonly paymentGraceWorkingDays: Ruled<number>;
  readonly rollToWorkingDay: Ruled<boolean>;
  readonly dayOfActCounts: Ruled<boolean>;

  readonly unitPublicityWorkingDays: Ruled<number>;
  readonly resultNoticeWorkingDays: Ruled<number>;
  readonly maxSubmissions: Ruled<number>;
  readonly correction: Ruled<{ readonly days: number; readonly count: 'calendar' | 'working' }>;
  /** Whether a correction goes to the unit first. Absent in policies stored before there was this: read `correctedViaUnit`. */
  readonly correctionViaUnit?: Ruled<boolean> | undefined;
  /** Whether the unit shows its posting of the result by a photo. Absent in older ones: read `postingPhotoRequired`. */
  readonly postingPhoto?: Ruled<boolean> | undefined;

  /** Stages a notice may leave out. */
  readonly stages: {
    readonly unitPublicity: Ruled<boolean>;
    readonly payment: Ruled<boolean>;
    readonly defense: Ruled<boolean>;
    readonly publicNotice: Ruled<boolean>;
  };

  /** In fen (分), by level. */
  readonly fees: Ruled<Readonly<Record<Level, number>>>;
  readonly defense: {
    readonly levels: Ruled<readonly Level[]>;
    readonly minimumExperts: Ruled<number>;
    readonly noticeDays: Ruled<number>;
    readonly reschedulesAfterAbsence: Ruled<number>;
  };
  readonly meeting: {
    readonly minimumCommittee: Ruled<number>;
    readonly quorum: Ruled<Fraction>;
    readonly threshold: Ruled<Fraction>;
  };
  readonly sanctions: {
    readonly personYears: Ruled<number>;
    readonly unitYears: Ruled<number>;
    readonly commitmentYears: Ruled<number>;
  };
  readonly reminders: {
    readonly daysBefore: Ruled<readonly number[]>;
    readonly correctionHoursBefore: Ruled<readonly number[]>;
  };
  readonly evidence: {
    readonly continuingEducationYears: Ruled<readonly number[]>;
    readonly appraisalYears: Ruled<number>;
    /** The lowest accepted grade, with every grade from the lowest to the highest in order. */
    readonly mandarin: Ruled<{ readonly minimum: string; readonly grades: readonly string[] }>;
    readonly skilled: Ruled<Readonly<Record<SkillGrade, { readonly years: number; readonly level: Level }>>>;
    readonly retirementAge: Ruled<{ readonly male: number; readonly female: number }>;
  };
  /** Absent in policies stored before there was this section: read it with `committeeRules`. */
  readonly reviewCommittee?: CommitteeRules | undefined;
}
