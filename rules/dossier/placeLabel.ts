import type { BilingualText } from '../bilingualText.js';
import { documentLabels } from './documentLabels.js';
import type { SectionName } from './dossier.js';
import { fieldLabels } from './fieldLabels.js';
import { sectionLabels } from './sectionLabels.js';

/**
 * What a place in a dossier is called: `entries.0.graduatedOn` of education is “学历学位 · 1 · 毕业时间”, `documents.diploma` is the
 * document. A part without a label stays as it is.
 */
export function placeLabel(section: SectionName, field: string): BilingualText {
  const [first, kind = '', ...year] = field.split('.');
  const parts =
    first === 'documents'
      ? [documentLabels[kind as keyof typeof documentLabels] ?? plain(kind), ...year.map(plain)]
      : field
          .split('.')
          .filter((part) => part !== 'entries' && part !== '' && part !== section)
          .map((part) => (/^\d+$/.test(part) ? plain(String(Number(part) + 1)) : (fieldLabels[part] ?? plain(part))));
  const all = [sectionLabels[section] ?? plain(section), ...parts];
  return { zh: all.map(({ zh }) => zh).join(' · '), en: all.map(({ en }) => en).join(' · ') };
}

const plain = (text: string): BilingualText => ({ zh: text, en: text });
