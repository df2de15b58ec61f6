import type { LocalDate } from '../calendar/instant.js';
import type { Level, SkillGrade } from '../campaign/codes.js';
import type {
  AppraisalResult,
  ContinuingEducationMode,
  DegreeLevel,
  EmploymentStatus,
  Gender,
  MaskedItem,
  PostKind,
  PublicationKind,
  TitleOrigin,
  TitleWay,
} from './choices.js';

/** The form's sections, as the notice's 四（一）1–10 and 四（四）–（七） name them. */
export const sectionNames = [
  'basicInformation',
  'education',
  'presentQualification',
  'workHistory',
  'achievements',
  'appraisals',
  'workSummary',
  'publications',
  'otherAttachments',
  'masking',
  'continuingEducation',
  'mandarin',
  'skilledCertificate',
  'defenseExemption',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** Kinds of evidence a document can be. */
export const documentKinds = [
  'id_card',
  'photo',
  'diploma',
  'degree_verification',
  'graduate_registration',
  'qualification_document',
  'title_certificate',
  'review_form',
  'achievement_evidence',
  'appraisal_form',
  'personal_appraisal',
  'work_summary',
  'publication',
  'publicity_notice',
  'publicity_result',
  'recommendation',
  'commitment',
  'posting_photo',
  'paper_minutes',
  'teacher_certificate',
  'mandarin_certificate',
  'continuing_education_public',
  'continuing_education_professional',
  'continuing_education_exemption',
  'skill_certificate',
  'defense_exemption_proof',
  'expert_recommendation',
  'exceptional_achievement',
  'assessment_form',
  'entrustment_letter',
  'entrusted_decision',
  'earlier_title_approval',
  'examination_result',
  'grassroots_proof',
  'fee_exemption_proof',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One thing a submission lacks, by section, field and clause, without any of its content. */
export interface MissingItem {
  readonly section: SectionName;
  /** Path inside the section, `entries.0.graduatedOn`, or `documents.KIND` for evidence. */
  readonly field: string;
  readonly clause: string;
  /** Chinese: what is missing and what to do. */
  readonly message: string;
  /** The same in English. */
  readonly messageEn?: string;
}

/** The form as a person filled it in, however incomplete: every field may be absent. */
export interface Dossier {
  readonly basicInformation?: {
    readonly name?: string;
    readonly gender?: Gender;
    readonly ethnicity?: string;
    readonly politicalStatus?: string;
    readonly idNumber?: string;
    readonly phone?: string;
    readonly position?: string;
    /** Absent: that of a professional. */
    readonly postKind?: PostKind;
    readonly startedWorkOn?: LocalDate;
    /** 公务员（含参公）、离退休、受记过以上处分且在处分期 are outside the notice's scope (通知 一). */
    readonly employmentStatus?: EmploymentStatus;
  };
  readonly education?: {
    readonly entries?: readonly {
      readonly level?: DegreeLevel;
      readonly school?: string;
      readonly major?: string;
      readonly graduatedOn?: LocalDate;
      /** Whether 学信网 can confirm it; if not, the graduate registration form is asked for. */
      readonly verifiable?: boolean;
      readonly certificateNumber?: string;
    }[];
  };
  readonly presentQualification?: {
    readonly held?: boolean;
    readonly title?: string;
    /** The code of its level in this campaign. */
    readonly level?: Level;
    readonly obtainedOn?: LocalDate;
    readonly obtainedIn?: TitleOrigin;
    /** Absent: by a review. */
    readonly obtainedBy?: TitleWay;
    readonly yearsInProfession?: number;
    readonly certificateNumber?: string;
  };
  readonly workHistory?: {
    readonly entries?: readonly {
      readonly from?: LocalDate;
      readonly to?: LocalDate | null;
      readonly employer?: string;
      readonly work?: string;
      /** Whether it is work at the grass roots (基层). */
      readonly grassroots?: boolean;
    }[];
  };
  readonly achievements?: {
    readonly entries?: readonly {
      readonly title?: string;
      readonly role?: string;
      /** When it was finished, put to use or awarded. */
      readonly obtainedOn?: LocalDate;
      readonly description?: string;
    }[];
  };
  readonly appraisals?: {
    readonly entries?: readonly { readonly year?: number; readonly result?: AppraisalResult }[];
  };
  readonly workSummary?: { readonly text?: string };
  readonly publications?: {
    readonly entries?: readonly {
      readonly kind?: PublicationKind;
      readonly title?: string;
      /** When it was published, granted or finished. */
      readonly obtainedOn?: LocalDate;
    }[];
  };
  readonly otherAttachments?: {
    readonly remarks?: string;
    readonly commitmentSigned?: boolean;
    /** When the examination was passed that the campaign asks for. */
    readonly examinationOn?: LocalDate;
  };
  readonly masking?: {
    readonly confidential?: boolean;
    readonly maskedItems?: readonly MaskedItem[];
    readonly declassified?: boolean;
  };
  readonly continuingEducation?: {
    readonly mode?: ContinuingEducationMode;
    readonly years?: readonly number[];
    readonly hours?: readonly { readonly year: number; readonly hours: number }[];
  };
  readonly mandarin?: {
    readonly grade?: string;
    readonly certificateNumber?: string;
    /** The last day; absent: it does not expire. */
    readonly validUntil?: LocalDate;
  };
  readonly skilledCertificate?: {
    readonly grade?: SkillGrade;
    readonly obtainedOn?: LocalDate;
    readonly certificateNumber?: string;
    /** The last day; absent: it does not expire. */
    readonly validUntil?: LocalDate;
  };
  /** `ground`: a code of the campaign's grounds. */
  readonly defenseExemption?: { readonly ground?: string; readonly details?: string };
}

/** What the checklist needs to know of an uploaded document. */
export interface Evidence {
  readonly kind: DocumentKind;
  /** The year it is about, for appraisals and continuing education. */
  readonly year: number | null;
}
