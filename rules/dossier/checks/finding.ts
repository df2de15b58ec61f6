import { type ClauseKey, cite } from '../../policy/clauses.js';
import type { Policy } from '../../policy/policy.js';
import type { SectionName } from '../dossier.js';

/** A `warning` contradicts something; a `remark` may well be right and is worth a look. Neither refuses anything. */
export type Severity = 'warning' | 'remark';

/** What a check can find, how serious it is, and the clause whose content it is about. */
export const findingKinds = {
  id_checksum: { severity: 'warning', basis: 'basic_information' },
  gender_differs: { severity: 'warning', basis: 'basic_information' },
  worked_as_child: { severity: 'warning', basis: 'basic_information' },
  future_date: { severity: 'warning', basis: null },
  graduated_as_child: { severity: 'warning', basis: 'education' },
  title_before_graduation: { severity: 'remark', basis: 'present_qualification' },
  title_before_work: { severity: 'warning', basis: 'present_qualification' },
  more_years_than_worked: { severity: 'warning', basis: 'present_qualification' },
  worked_before_beginning: { severity: 'warning', basis: 'work_history' },
  work_overlap: { severity: 'remark', basis: 'work_history' },
  work_gap: { severity: 'remark', basis: 'work_history' },
  appraisal_twice: { severity: 'warning', basis: 'appraisals' },
  appraisal_gap: { severity: 'remark', basis: 'appraisals' },
  certificate_expired: { severity: 'warning', basis: null },
  certificate_used: { severity: 'warning', basis: null },
  same_file: { severity: 'warning', basis: null },
  similar_picture: { severity: 'remark', basis: null },
  file_elsewhere: { severity: 'warning', basis: null },
  picture_elsewhere: { severity: 'warning', basis: null },
  // Recognition errs.
  scan_name_differs: { severity: 'remark', basis: 'basic_information' },
  scan_id_differs: { severity: 'remark', basis: 'basic_information' },
  scan_number_differs: { severity: 'remark', basis: null },
  scan_issue_differs: { severity: 'remark', basis: null },
  scan_validity_differs: { severity: 'remark', basis: null },
  scan_expired: { severity: 'remark', basis: null },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly basis: ClauseKey | null }>>;
export type FindingCode = keyof typeof findingKinds;
export const findingCodes = Object.keys(findingKinds) as [FindingCode, ...FindingCode[]];

/** What a machine noticed in an application: whoever reviews it looks there, and nothing is refused because of it. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly section: SectionName | null;
  /** Path inside the section, `entries.0.graduatedOn`; null: it is about a document. */
  readonly field: string | null;
  readonly documentId: string | null;
  /** The application in which the same is used, where a reader may know it; null: there is none, or they may not. */
  readonly elsewhere: { readonly id: string; readonly number: string } | null;
  readonly clause: string | null;
  /** Chinese: what was noticed and what to do. */
  readonly message: string;
  readonly messageEn: string;
}

/** Where a finding is, besides what its kind says. */
type Place = Partial<Pick<Finding, 'section' | 'field' | 'documentId' | 'elsewhere'>>;

/** A finding of a kind, cited from the campaign's notice. */
export function findingOf(
  code: FindingCode,
  place: Place,
  { zh, en }: { readonly zh: string; readonly en: string },
  policy: Pick<Policy, 'clauses'>,
): Finding {
  const { severity, basis } = findingKinds[code];
  return {
    code,
    severity,
    section: place.section ?? null,
    field: place.field ?? null,
    documentId: place.documentId ?? null,
    elsewhere: place.elsewhere ?? null,
    clause: basis === null ? null : cite(policy, basis),
    message: zh,
    messageEn: en,
  };
}
