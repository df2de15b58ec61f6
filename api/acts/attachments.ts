import { documentsOf } from '../../records/documents.js';
import type { Circumstances } from './forms.js';

/** The kinds of document that are there when the unit recommends: counted, not believed. */
export async function attachedByUnit({ db, application }: Circumstances): Promise<readonly string[]> {
  const documents = await documentsOf(db, application.id);
  return [...new Set(documents.map(({ kind }) => kind))];
}
