import type { LocalDate } from '../../calendar/instant.js';
import type { Policy } from '../../policy/policy.js';
import type { Dossier } from '../dossier.js';
import { type Finding, findingOf } from './finding.js';

/** Sections that state the number of a certificate. */
export const certificateSections = ['education', 'presentQualification', 'mandarin', 'skilledCertificate'] as const;
export type CertificateSection = (typeof certificateSections)[number];

/** A certificate's number as it was filled in, and where. */
export interface CertificateNumber {
  readonly section: CertificateSection;
  /** Path inside the section, `entries.0.certificateNumber`. */
  readonly field: string;
  readonly number: string;
}

/** The numbers of certificates in a form, written so that spaces, hyphens, width and case make no difference. */
export function certificateNumbers(dossier: Dossier): readonly CertificateNumber[] {
  const { education, presentQualification, mandarin, skilledCertificate } = dossier;
  const single = [
    ['presentQualification', presentQualification?.certificateNumber],
    ['mandarin', mandarin?.certificateNumber],
    ['skilledCertificate', skilledCertificate?.certificateNumber],
  ] as const;
  return [
    ...(education?.entries ?? []).map(({ certificateNumber }, index) => ({
      section: 'education' as const,
      field: `entries.${index}.certificateNumber`,
      number: certificateNumber,
    })),
    ...single.map(([section, number]) => ({ section, field: 'certificateNumber', number })),
  ].flatMap(({ number, ...place }) => {
    const plain = plainNumber(number);
    return plain === '' ? [] : [{ ...place, number: plain }];
  });
}

/** A number as it is compared; empty where there is none. */
export const plainNumber = (number: string | null | undefined): string =>
  (number ?? '')
    .normalize('NFKC')
    .replace(/[\s\-‐-―_]/g, '')
    .toUpperCase();

/** A certificate whose last day of validity is over. */
export function expiredCertificates(
  { skilledCertificate, mandarin }: Dossier,
  on: LocalDate,
  policy: Pick<Policy, 'clauses'>,
): readonly Finding[] {
  const days = [
    ['skilledCertificate', skilledCertificate?.validUntil],
    ['mandarin', mandarin?.validUntil],
  ] as const;
  return days.flatMap(([section, day]) =>
    day === undefined || day >= on
      ? []
      : [
          findingOf(
            'certificate_expired',
            { section, field: 'validUntil' },
            { zh: '证书已过有效期，请核对或更换。', en: 'The certificate has expired; please check or replace it.' },
            policy,
          ),
        ],
  );
}

/** A certificate number that another person's application has as well. */
export interface UsedCertificate extends Pick<CertificateNumber, 'section' | 'field'> {
  readonly elsewhere: Finding['elsewhere'];
}

/** What is said of such numbers; who the other person is, is said nowhere. */
export function usedCertificates(
  used: readonly UsedCertificate[],
  policy: Pick<Policy, 'clauses'>,
): readonly Finding[] {
  return used.map(({ section, field, elsewhere }) =>
    findingOf(
      'certificate_used',
      { section, field, elsewhere },
      {
        zh: '这个证书编号已用于他人的申报，请核对。',
        en: 'This certificate number is used in the application of another person; please check.',
      },
      policy,
    ),
  );
}
