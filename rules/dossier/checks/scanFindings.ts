import type { LocalDate } from '../../calendar/instant.js';
import type { Policy } from '../../policy/policy.js';
import type { DocumentKind, Dossier } from '../dossier.js';
import { plainNumber } from './certificates.js';
import { type Finding, type FindingCode, findingOf } from './finding.js';

/** What a service for text recognition read on a scan. What is null or absent it could not read, or it is not there. */
export interface ScanReading {
  readonly name?: string | null | undefined;
  readonly idNumber?: string | null | undefined;
  readonly certificateNumber?: string | null | undefined;
  readonly issuedOn?: LocalDate | null | undefined;
  /** The last day. */
  readonly validUntil?: LocalDate | null | undefined;
}

/** What the form says of the certificate on a scan; of several entries it may be any. */
interface Entered {
  readonly numbers?: readonly (string | undefined)[];
  readonly issuedOn?: readonly (LocalDate | undefined)[];
  readonly validUntil?: LocalDate | undefined;
}

const diploma = ({ education }: Dossier): Entered => ({
  numbers: (education?.entries ?? []).map(({ certificateNumber }) => certificateNumber),
  issuedOn: (education?.entries ?? []).map(({ graduatedOn }) => graduatedOn),
});

/** The kinds of documents that are read, and what of the form their content has to agree with, beside name and ID number. */
const entered: Readonly<Partial<Record<DocumentKind, (dossier: Dossier) => Entered>>> = {
  id_card: () => ({}),
  diploma,
  degree_verification: diploma,
  title_certificate: ({ presentQualification: title }) => ({
    numbers: [title?.certificateNumber],
    issuedOn: [title?.obtainedOn],
  }),
  mandarin_certificate: ({ mandarin }) => ({
    numbers: [mandarin?.certificateNumber],
    validUntil: mandarin?.validUntil,
  }),
  skill_certificate: ({ skilledCertificate: skilled }) => ({
    numbers: [skilled?.certificateNumber],
    issuedOn: [skilled?.obtainedOn],
    validUntil: skilled?.validUntil,
  }),
};

/** Whether scans of a kind hold anything that the form says too. */
export const isReadable = (kind: DocumentKind): boolean => entered[kind] !== undefined;

/** A document that was read. */
export interface ReadScan {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly reading: ScanReading;
}

/** Where what was read on scans differs from the form. What was read is not repeated: whoever reviews it looks at the scan. */
export function scanFindings(
  scans: readonly ReadScan[],
  dossier: Dossier,
  on: LocalDate,
  policy: Pick<Policy, 'clauses'>,
): readonly Finding[] {
  return scans.flatMap(({ documentId, kind, reading }) => {
    const codes = differences(reading, dossier, kind, on);
    return codes.map((code) => findingOf(code, { documentId }, messages[code], policy));
  });
}

type ScanCode = Extract<FindingCode, `scan_${string}`>;

function differences(reading: ScanReading, dossier: Dossier, kind: DocumentKind, on: LocalDate): readonly ScanCode[] {
  const form = entered[kind]?.(dossier);
  if (form === undefined) return [];
  const { name, idNumber } = dossier.basicInformation ?? {};
  const { validUntil } = reading;
  const differ: Readonly<Record<ScanCode, boolean>> = {
    scan_name_differs: isNone(plainName(reading.name), [plainName(name)]),
    scan_id_differs: isNone(plainNumber(reading.idNumber), [plainNumber(idNumber)]),
    scan_number_differs: isNone(plainNumber(reading.certificateNumber), (form.numbers ?? []).map(plainNumber)),
    // A certificate often names the month only.
    scan_issue_differs: isNone(monthOf(reading.issuedOn), (form.issuedOn ?? []).map(monthOf)),
    scan_validity_differs: isNone(validUntil ?? '', [form.validUntil ?? '']),
    scan_expired: validUntil != null && validUntil < on && form.validUntil === undefined,
  };
  return (Object.keys(differ) as ScanCode[]).filter((code) => differ[code]);
}

/** Whether what was read is none of what was entered; where either is missing, there is nothing to compare. */
function isNone(read: string, all: readonly string[]): boolean {
  const known = all.filter((one) => one !== '');
  return read !== '' && known.length > 0 && !known.includes(read);
}

const monthOf = (day: LocalDate | null | undefined) => day?.slice(0, 7) ?? '';

/** A name without spaces and the points between its parts, which are written in several ways. */
const plainName = (name: string | null | undefined) =>
  (name ?? '')
    .normalize('NFKC')
    .replace(/[\s·•‧・.．。-]/g, '')
    .toUpperCase();

const messages: Readonly<Record<ScanCode, { readonly zh: string; readonly en: string }>> = {
  scan_name_differs: {
    zh: '扫描件上读到的姓名与填写的不一致，请核对。',
    en: 'The name read on the scan differs from the form; please check.',
  },
  scan_id_differs: {
    zh: '扫描件上读到的身份证号与填写的不一致，请核对。',
    en: 'The ID number read on the scan differs from the form; please check.',
  },
  scan_number_differs: {
    zh: '扫描件上读到的证书编号与填写的不一致，请核对。',
    en: 'The certificate number read on the scan differs from the form; please check.',
  },
  scan_issue_differs: {
    zh: '扫描件上读到的发证或毕业年月与填写的不一致，请核对。',
    en: 'The month of issue read on the scan differs from the form; please check.',
  },
  scan_validity_differs: {
    zh: '扫描件上读到的有效期与填写的不一致，请核对。',
    en: 'The last day of validity read on the scan differs from the form; please check.',
  },
  scan_expired: {
    zh: '扫描件上读到的有效期已过，请核对或更换。',
    en: 'By what was read on the scan it has expired; please check or replace it.',
  },
};
