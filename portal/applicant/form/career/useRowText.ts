import { fieldLabels } from '../../../../rules/dossier/fieldLabels.js';
import { application } from '../../../labels/application.js';
import { common } from '../../../labels/common.js';
import { choiceLabels } from '../../../labels/dossier/dossier.js';
import { useLabels, useLocalized } from '../../../labels/labelArea.js';

const order = Object.keys(fieldLabels);
const longest = 80;

/** Returns a function that says a row of a form in one line, its fields in the order of the form. */
export function useRowText() {
  const localize = useLocalized();
  const t = useLabels(application);
  const tCommon = useLabels(common);
  const partOf = (value: unknown): string => {
    if (value === null) return t('toThisDay');
    if (typeof value === 'boolean') return tCommon(value ? 'yes' : 'no');
    const choice = typeof value === 'string' ? choiceLabels[value] : undefined;
    return choice === undefined ? String(value) : localize(choice);
  };
  return (row: Readonly<Record<string, unknown>>): string => {
    const parts = Object.entries(row)
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([name, value]) =>
        typeof value === 'boolean'
          ? `${localize(fieldLabels[name] ?? { zh: name, en: name })} ${partOf(value)}`
          : partOf(value),
      );
    const text = parts.join(' · ');
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  };
}
