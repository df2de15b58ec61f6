import { applicant } from '../../words/applicant.js';
import { useSay, useWords } from '../../words/area.js';
import { fieldWords } from '../../words/dossier/fields.js';
import { labelWords } from '../../words/dossier/formFields.js';

/** What a field of the form is called, by its path in the section: `entries.0.school` is "第 1 条 毕业院校". */
export function useFieldName() {
  const t = useWords(applicant);
  const say = useSay();
  return (section: string, path: string): string => {
    const steps = path.split('.');
    const name = steps.at(-1) ?? path;
    const field = say(labelWords[`${section}.${name}`] ?? fieldWords[name] ?? { zh: path, en: path });
    const entry = steps[0] === 'entries' ? Number(steps[1]) : Number.NaN;
    return Number.isNaN(entry) ? field : t('entryField', { n: entry + 1, field });
  };
}
