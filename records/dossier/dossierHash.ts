import type { Dossier } from '../../rules/dossier/dossier.js';
import { hashOf } from '../application/eventHash.js';
import type { StoredDocument } from './documents.js';

/** The hash that identifies a version of the form and its documents, the documents by their content. */
export function dossierHash(dossier: Dossier, documents: readonly StoredDocument[]): string {
  const contents = documents.map(({ id, kind, year, sha256 }) => ({ id, kind, year, sha256 }));
  return hashOf({ dossier, documents: contents });
}
