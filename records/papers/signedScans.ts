import type { DocumentKind } from '../../rules/dossier/dossier.js';
import type { ScanVerdict } from '../../rules/papers/signedScans.js';
import type { Database } from '../database.js';

/** What the code on a signed scan said when it was uploaded. */
export interface SignedScan {
  readonly documentId: string;
  readonly applicationId: string;
  /** The code of the paper; null: none could be read. */
  readonly code: string | null;
  readonly verdict: ScanVerdict;
}

/** Notes what the code on a scan said. */
export async function noteScan({ signedScan }: Pick<Database, 'signedScan'>, scan: SignedScan): Promise<void> {
  await signedScan.create({ data: scan });
}

/** The signed scans of an application that were not removed, in the order of upload. */
export async function signedScansOf(
  { signedScan, document }: Pick<Database, 'signedScan' | 'document'>,
  applicationId: string,
): Promise<readonly (SignedScan & { readonly kind: DocumentKind; readonly fileName: string })[]> {
  const [scans, documents] = await Promise.all([
    signedScan.findMany({ where: { applicationId } }),
    document.findMany({ where: { applicationId, removedAt: null }, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] }),
  ]);
  return documents.flatMap(({ id, kind, fileName }) => {
    const scan = scans.find(({ documentId }) => documentId === id);
    return scan ? [{ ...scan, verdict: scan.verdict as ScanVerdict, kind: kind as DocumentKind, fileName }] : [];
  });
}
