import { useSay } from '../../words/area.js';
import { Label } from '../Label.js';

interface Props {
  readonly words: { readonly zh: string; readonly en: string };
  readonly final?: boolean;
  readonly pastDue?: boolean;
}

/** The status in the law's words: running, over, or past due. */
export function StatusTag({ words, final = false, pastDue = false }: Props) {
  const say = useSay();
  const mood = pastDue ? 'late' : final ? 'over' : undefined;
  return <Label {...(mood === undefined ? {} : { mood })}>{say(words)}</Label>;
}
