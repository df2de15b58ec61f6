import type { BilingualText } from '../../bilingualText.js';
import { documentLabels } from '../../dossier/documentLabels.js';
import type { DocumentKind } from '../../dossier/dossier.js';

/** Documents by name, as one list. */
export function named(kinds: readonly DocumentKind[]): BilingualText {
  return {
    zh: kinds.map((kind) => documentLabels[kind].zh).join('、'),
    en: kinds.map((kind) => documentLabels[kind].en).join(', '),
  };
}
