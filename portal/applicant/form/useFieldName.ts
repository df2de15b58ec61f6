import { fieldLabels } from '../../../rules/dossier/fieldLabels.js';
import { applicant } from '../../labels/applicant.js';
import { valueLabels } from '../../labels/dossier/formFields.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';

/** The label of a form field by its path in the section: `entries.0.school` is "第 1 条 毕业院校". */
export function useFieldName() {
  const t = useLabels(applicant);
  const localize = useLocalized();
  return (section: string, path: string): string => {
    const steps = path.split('.');
    const name = steps.at(-1) ?? path;
    const field = localize(valueLabels[`${section}.${name}`] ?? fieldLabels[name] ?? { zh: path, en: path });
    const entry = steps[0] === 'entries' ? Number(steps[1]) : Number.NaN;
    return Number.isNaN(entry) ? field : t('entryField', { n: entry + 1, field });
  };
}
