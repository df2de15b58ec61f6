import type { StoredDocument } from '../../records/dossier/documents.js';
import type { DocumentChange } from '../../rules/dossier/difference.js';
import { documentView } from '../documents/view.js';

type View = ReturnType<typeof documentView>;
interface Change {
  readonly change: DocumentChange;
  readonly before: View | null;
  readonly after: View | null;
}

/** What became of the documents between two versions: one of the same kind and year in place of another replaces it. */
export function documentChanges(before: readonly StoredDocument[], after: readonly StoredDocument[]): Change[] {
  const gone = before.filter((document) => !has(after, document));
  const changes: Change[] = [];
  for (const document of after.filter((one) => !has(before, one))) {
    const place = gone.findIndex(({ kind, year }) => kind === document.kind && year === document.year);
    const [old] = place === -1 ? [] : gone.splice(place, 1);
    changes.push({
      change: old ? 'replaced' : 'added',
      before: old ? documentView(old) : null,
      after: documentView(document),
    });
  }
  return [
    ...changes,
    ...gone.map((document): Change => ({ change: 'removed', before: documentView(document), after: null })),
  ];
}

function has(documents: readonly StoredDocument[], { id }: StoredDocument): boolean {
  return documents.some((document) => document.id === id);
}
