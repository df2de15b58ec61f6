import { documentWords } from '../../dossier/documentWords.js';
import type { DocumentKind } from '../../dossier/dossier.js';
import type { Words } from '../../twoLanguages.js';

/** Documents by name, as one list. */
export function named(kinds: readonly DocumentKind[]): Words {
  return {
    zh: kinds.map((kind) => documentWords[kind].zh).join('、'),
    en: kinds.map((kind) => documentWords[kind].en).join(', '),
  };
}
