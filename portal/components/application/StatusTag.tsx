import type { BilingualText } from '../../../rules/bilingualText.js';
import { useLocalized } from '../../labels/labelArea.js';
import { Label } from '../Label.js';

interface Props {
  readonly label: BilingualText;
  readonly final?: boolean;
  readonly pastDue?: boolean;
}

/** The label of a status: running, final, or past due. */
export function StatusTag({ label, final = false, pastDue = false }: Props) {
  const localize = useLocalized();
  const tone = pastDue ? 'late' : final ? 'over' : undefined;
  return <Label {...(tone === undefined ? {} : { tone })}>{localize(label)}</Label>;
}
