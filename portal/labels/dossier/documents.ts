import { useTranslation } from 'react-i18next';
import { documentLabels } from '../../../rules/dossier/documentLabels.js';
import { type DocumentKind, documentKinds } from '../../../rules/dossier/dossier.js';

function namesIn(language: 'zh' | 'en'): Readonly<Record<DocumentKind, string>> {
  const names = documentKinds.map((kind) => [kind, documentLabels[kind][language]] as const);
  return Object.fromEntries(names) as Record<DocumentKind, string>;
}
const names = { zh: namesIn('zh'), en: namesIn('en') };

/** The labels of document kinds in the current language; the Chinese ones are the notice's. */
export function useDocumentLabels(): Readonly<Record<DocumentKind, string>> {
  const { i18n } = useTranslation();
  return names[i18n.language === 'zh' ? 'zh' : 'en'];
}

/** A function that names a document in a list: its kind, and the year it concerns. */
export function useDocumentName() {
  const documentLabels = useDocumentLabels();
  return ({ kind, year }: { readonly kind: DocumentKind; readonly year: number | null }) =>
    `${documentLabels[kind]}${year === null ? '' : ` ${year}`}`;
}
