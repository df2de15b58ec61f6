import type { Dossier } from '../../rules/dossier/dossier.js';
import { hashOf } from '../application/eventHash.js';
import type { Database } from '../database.js';
import { personOwner } from '../sealed/sealedDossier.js';
import type { StoredDocument } from './documents.js';

/**
 * The hash that identifies a version of the form and its documents, the documents by their content. It is salted with a
 * secret of the applicant: nobody finds an ID number by trying, and nobody at all once the secret is erased.
 */
export async function dossierHash(
  { vault }: Pick<Database, 'vault'>,
  applicantId: string,
  { dossier, documents }: { readonly dossier: Dossier; readonly documents: readonly StoredDocument[] },
): Promise<string> {
  const contents = documents.map(({ id, kind, year, sha256 }) => ({ id, kind, year, sha256 }));
  return hashOf({ dossier, documents: contents, salt: await vault.saltOf(personOwner(applicantId)) });
}
