import { readFileOf } from '../../../records/dossier/documentFile.js';
import type { Owner } from '../../../records/sealed/dataKeys.js';
import { isReadable, type ScanReading } from '../../../rules/dossier/checks/scanFindings.js';
import type { DocumentKind } from '../../../rules/dossier/dossier.js';
import type { Deps } from '../../deps.js';

interface Scan {
  readonly owner: Owner;
  readonly kind: DocumentKind;
  readonly sha256: string;
  readonly mediaType: string;
}

/**
 * What a service for text recognition reads on a scan that was kept; null without such a service, for a kind that holds nothing to
 * compare, and where the service does not answer: it helps to check and refuses nothing.
 */
export async function readScan(
  services: Pick<Deps, 'db' | 'dataDir' | 'scanReader' | 'logger'>,
  { owner, kind, sha256, mediaType }: Scan,
): Promise<ScanReading | null> {
  const { scanReader = null, logger } = services;
  if (scanReader === null || !isReadable(kind)) return null;
  const content = await readFileOf(services, { owner, sha256 });
  if (content === null) return null;
  return await scanReader.read({ kind, mediaType, content }).catch((error: unknown) => {
    // Its message may hold what is on the scan.
    logger.warn({ kind, reason: error instanceof Error ? error.name : 'unknown' }, 'a scan could not be read');
    return null;
  });
}
