import { constants, createPublicKey, verify } from 'node:crypto';
import { messageOf, type PaperKind } from '../../rules/meeting/ballot/papers.js';

/** Whether a paper was signed under a motion's key: RSASSA-PSS with SHA-384, as RFC 9474 unblinds it. */
export function isSigned(
  kind: PaperKind,
  motionId: string,
  publicKey: string,
  { serial, signature }: { readonly serial: string; readonly signature: string },
): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const message = Buffer.from(messageOf(kind, motionId, serial));
  return verify('sha384', message, { key, padding, saltLength: 48 }, Buffer.from(signature, 'base64'));
}
