import type { SectionName } from '../../../rules/dossier/dossier.js';
import { placeLabel } from '../../../rules/dossier/placeLabel.js';
import { useLocalized } from '../../labels/labelArea.js';

/** Returns a function that labels a path in a dossier in the current language. */
export function usePlaceLabels() {
  const localize = useLocalized();
  return (section: SectionName, field: string): string => localize(placeLabel(section, field));
}
