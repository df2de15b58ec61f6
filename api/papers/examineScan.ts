import { codeAsTyped } from '../../documents/paper/verification.js';
import { readCodes } from '../../documents/scan/readCodes.js';
import type { Application } from '../../records/application/applicationRow.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import type { SignedScan } from '../../records/papers/signedScans.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import type { DocumentKind } from '../../rules/dossier/dossier.js';
import { isSignedScan, judgeScan } from '../../rules/papers/signedScans.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { findVerified } from './verifiedPaper.js';

interface Upload {
  readonly application: Application;
  readonly kind: DocumentKind;
  readonly sha256: string;
  readonly mediaType: string;
}

/**
 * What the code on an upload says, where it is a paper that comes back signed; null where it is no such upload.
 *
 * @throws Problem `file_refused` for the paper of another application
 */
export async function examineScan(
  services: Pick<Services, 'db' | 'clock' | 'dataDir'>,
  { application, kind, sha256, mediaType }: Upload,
): Promise<Pick<SignedScan, 'code' | 'verdict'> | null> {
  if (!isSignedScan(kind)) return null;
  const content = await readFileOf(services, { owner: personOwner(application.applicantId), sha256 });
  const texts = content === null ? [] : await readCodes(content, mediaType === 'application/pdf');
  const codes = texts.flatMap((text) => codeOf(text) ?? []);
  const [code] = codes;
  if (code === undefined) return { code: null, verdict: 'unread' };
  const found = await findVerified(services, code);
  const printed = found && { ...found, isPresent: found.shown.isPresent };
  const verdict = judgeScan(printed, { kind, applicationId: application.id });
  if (verdict !== null) return { code, verdict };
  throw new Problem('file_refused', {
    zh: '这是另一份申报的文书，请核对后上传本申报的。',
    en: 'This is the paper of another application; please upload that of this one.',
  });
}

/** The code in the address that a paper's QR code holds; null for any other text. */
function codeOf(text: string): string | null {
  const [, typed] = /\/verify\/([0-9A-Za-z-]{15,20})$/.exec(text) ?? [];
  return typed === undefined ? null : codeAsTyped(typed);
}
