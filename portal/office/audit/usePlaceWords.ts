import type { SectionName } from '../../../rules/dossier/dossier.js';
import { useSay } from '../../words/area.js';
import { useDocumentWords } from '../../words/dossier/documents.js';
import { sectionWords } from '../../words/dossier/dossier.js';
import { fieldWords } from '../../words/dossier/fields.js';

/** Says a place in a dossier as people call it: `entries.0.graduatedOn` of education is "学历学位 · 1 · 毕业时间". */
export function usePlaceWords() {
  const say = useSay();
  const documentWords = useDocumentWords();
  return (section: SectionName, field: string): string => {
    const [first, kind, year] = field.split('.');
    if (first === 'documents') {
      const known = documentWords[kind as keyof typeof documentWords];
      return [say(sectionWords[section]), `${known ?? kind ?? ''}${year === undefined ? '' : ` ${year}`}`].join(' · ');
    }
    const parts = field.split('.').filter((part) => part !== 'entries' && part !== '');
    const words = parts.map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : say(fieldWords[part] ?? { zh: part, en: part }),
    );
    return [say(sectionWords[section]), ...words].join(' · ');
  };
}
