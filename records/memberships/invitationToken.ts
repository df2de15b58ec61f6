import { sha256Of } from '../../config/sha256Of.js';
import type { Vault } from '../sealed/vault.js';

/**
 * The token of an invitation's link, 120 bits. It follows from a key of the installation, so that it is kept nowhere and the
 * letter can be written at every attempt; sent anew, it is another.
 */
export async function invitationToken(vault: Vault, id: string, round: number): Promise<string> {
  const hash = await vault.keyedHash(`invitation ${id} ${round}`);
  return Buffer.from(hash, 'hex').toString('base64url').slice(0, 20);
}

/** What is kept of it. */
export const hashOfInvitation = (token: string): string => sha256Of(token).toString('hex');
