import { useLocalized } from '../labelArea.js';
import { choiceLabels } from './dossier.js';

/** A function that labels a code of the form (level, track, kind of employer) in the current language. */
export function useChoiceLabel() {
  const localize = useLocalized();
  return (code: string) => localize(choiceLabels[code] ?? { zh: code, en: code });
}
