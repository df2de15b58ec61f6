import type { ScanReading } from '../../rules/dossier/checks/scanFindings.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';

/** A scan as it is given to a service outside. */
export interface ScanToRead {
  readonly kind: DocumentKind;
  /** `application/pdf`, `image/jpeg` or `image/png` */
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A service that recognizes text on scans (OCR), which is outside: it says what it could read of what is compared with the form. */
export interface ScanReader {
  read(scan: ScanToRead): Promise<ScanReading>;
}
