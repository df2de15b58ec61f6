import type { SectionName } from '../../../rules/dossier/dossier.js';
import { sectionLabels } from '../../../rules/dossier/sectionLabels.js';
import { useDocumentLabels } from '../../labels/dossier/documents.js';
import { fieldLabels } from '../../labels/dossier/fields.js';
import { useLocalized } from '../../labels/labelArea.js';

/** Returns a function that labels a path in a dossier: `entries.0.graduatedOn` of education is "学历学位 · 1 · 毕业时间". */
export function usePlaceLabels() {
  const localize = useLocalized();
  const documentLabels = useDocumentLabels();
  return (section: SectionName, field: string): string => {
    const [first, kind, year] = field.split('.');
    if (first === 'documents') {
      const known = documentLabels[kind as keyof typeof documentLabels];
      return [localize(sectionLabels[section]), `${known ?? kind ?? ''}${year === undefined ? '' : ` ${year}`}`].join(
        ' · ',
      );
    }
    const parts = field.split('.').filter((part) => part !== 'entries' && part !== '');
    const labelled = parts.map((part) =>
      /^\d+$/.test(part) ? String(Number(part) + 1) : localize(fieldLabels[part] ?? { zh: part, en: part }),
    );
    return [localize(sectionLabels[section]), ...labelled].join(' · ');
  };
}
