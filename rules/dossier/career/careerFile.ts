import { canonical } from '../../canonical.js';
import type { DocumentKind, Dossier, SectionName } from '../dossier.js';

/** Sections that say what a person has done, which stays true from one application to the next. */
export const careerSections = [
  'education',
  'presentQualification',
  'workHistory',
  'achievements',
  'appraisals',
  'publications',
  'mandarin',
  'skilledCertificate',
] as const satisfies readonly SectionName[];
export type CareerSection = (typeof careerSections)[number];

/** Documents about it. What was made for one application, such as its commitment, is made anew. */
export const careerDocuments: readonly DocumentKind[] = [
  'id_card',
  'photo',
  'diploma',
  'degree_verification',
  'graduate_registration',
  'qualification_document',
  'title_certificate',
  'earlier_title_approval',
  'achievement_evidence',
  'appraisal_form',
  'publication',
  'teacher_certificate',
  'mandarin_certificate',
  'continuing_education_public',
  'continuing_education_professional',
  'skill_certificate',
  'examination_result',
  'grassroots_proof',
];

/** An earlier application of a person, as far as they filled it in. */
export interface EarlierForm {
  readonly applicationId: string;
  readonly dossier: Dossier;
}

/** One row of the career file: an entry of a list, or a section without a list. */
export interface CareerRow {
  readonly section: CareerSection;
  readonly isEntry: boolean;
  readonly value: Readonly<Record<string, unknown>>;
  /** The earlier application it comes from. */
  readonly applicationId: string;
}

/**
 * What earlier applications, the newest first, say that the present form does not: each entry once, from the newest that has
 * it, and a section without a list only while it is empty.
 */
export function careerRows(present: Dossier, earlier: readonly EarlierForm[]): readonly CareerRow[] {
  return careerSections.flatMap((section) => {
    const seen = new Set(entriesIn(present, section).map(canonical));
    const isFilled = hasFields(present[section] ?? {});
    const entries = earlier.flatMap(({ applicationId, dossier }) =>
      entriesIn(dossier, section).flatMap((value): readonly CareerRow[] => {
        const text = canonical(value);
        if (Object.keys(value).length === 0 || seen.has(text)) return [];
        seen.add(text);
        return [{ section, isEntry: true, value, applicationId }];
      }),
    );
    const newest = earlier.find(({ dossier }) => hasFields(dossier[section] ?? {}));
    const whole: readonly CareerRow[] =
      newest === undefined || isFilled
        ? []
        : [{ section, isEntry: false, value: fieldsIn(newest.dossier, section), applicationId: newest.applicationId }];
    return [...whole, ...entries];
  });
}

/** Whether a section's own fields say anything; the years in the profession are filled in for everybody. */
export function hasFields(section: object): boolean {
  return Object.keys(section).some((name) => name !== 'entries' && name !== 'yearsInProfession');
}

type Fields = Readonly<Record<string, unknown>>;

function entriesIn(dossier: Dossier, section: CareerSection): readonly Fields[] {
  const { entries = [] } = (dossier[section] ?? {}) as { readonly entries?: readonly Fields[] };
  return entries;
}

function fieldsIn(dossier: Dossier, section: CareerSection): Fields {
  const { entries: _, ...fields } = (dossier[section] ?? {}) as Fields;
  return fields;
}
