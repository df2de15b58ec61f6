import type { BilingualText } from '../bilingualText.js';
import type { DocumentKind } from '../dossier/dossier.js';
import { postingTableName } from './paperBatches.js';
import type { PaperName } from './paperKinds.js';

/** Papers that come back signed and sealed, by the kind under which they are uploaded. */
export const signedPapers = {
  publicity_notice: ['posting', postingTableName],
  publicity_result: ['posting_result'],
  recommendation: ['recommendation'],
  commitment: ['commitment'],
  continuing_education_exemption: ['education_exemption'],
} as const satisfies Readonly<Partial<Record<DocumentKind, readonly (PaperName | typeof postingTableName)[]>>>;

/** What the code on a signed scan says of it. Nothing is refused for it but a paper of somebody else. */
export const scanVerdicts = {
  same: { zh: '与现在的记录一致', en: 'Agrees with the record as it is now' },
  older: {
    zh: '打印后记录有变动，请核对或重新打印',
    en: 'Printed before the record changed: compare it, or print it again',
  },
  other_paper: { zh: '是本申报的另一种文书', en: 'Another paper of this application' },
  unknown: { zh: '二维码不是本系统打印的文书', en: 'Its code is of no paper printed here' },
  unread: { zh: '没有读到二维码，请人工核对', en: 'No code could be read: compare it by eye' },
} as const satisfies Readonly<Record<string, BilingualText>>;
export type ScanVerdict = keyof typeof scanVerdicts;

/** A paper as it was printed, of the application or of others too. */
interface Printed {
  readonly kind: string;
  /** The applications it is about. */
  readonly applicationIds: readonly string[];
  /** Whether the record still says the same. */
  readonly isPresent: boolean;
}

/** Whether uploads of a kind come back signed from print. */
export const isSignedScan = (kind: DocumentKind): kind is keyof typeof signedPapers =>
  Object.hasOwn(signedPapers, kind);

/**
 * What the code on a scan comes to, uploaded as `kind` for an application. `printed` null: the code is of no paper.
 * Null: it is a paper of another application, which does not belong here.
 */
export function judgeScan(
  printed: Printed | null,
  { kind, applicationId }: { readonly kind: keyof typeof signedPapers; readonly applicationId: string },
): Exclude<ScanVerdict, 'unread'> | null {
  if (printed === null) return 'unknown';
  if (!printed.applicationIds.includes(applicationId)) return null;
  const expected: readonly string[] = signedPapers[kind];
  if (!expected.includes(printed.kind)) return 'other_paper';
  return printed.isPresent ? 'same' : 'older';
}
