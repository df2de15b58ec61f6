import type { Owner } from './dataKeys.js';
import type { Vault } from './vault.js';

/** An objection of an application. */
export interface ObjectionKey {
  readonly applicationId: string;
  readonly objectionId: string;
}

/** An objector has a key of their own: their data stay when the applicant's are erased, and the other way round. */
export const objectorOwner = ({ applicationId, objectionId }: ObjectionKey): Owner =>
  `objection:${applicationId}.${objectionId}`;

const about = 'contact of an objector';

/** How an objector can be reached, encrypted. */
export async function sealContact(vault: Vault, objection: ObjectionKey, contact: string): Promise<string> {
  return await vault.sealText(objectorOwner(objection), contact, about);
}

/** How an objector can be reached, or null when that was erased. */
export async function openContact(vault: Vault, sealed: string): Promise<string | null> {
  return await vault.openText(sealed, about);
}
