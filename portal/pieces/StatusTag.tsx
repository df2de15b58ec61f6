import { useSay } from '../words/area.js';
import './tag.css';

interface Props {
  readonly words: { readonly zh: string; readonly en: string };
  readonly final?: boolean;
  readonly pastDue?: boolean;
}

/** The status in the law's words: running, over, or past due. */
export function StatusTag({ words, final = false, pastDue = false }: Props) {
  const say = useSay();
  return <span className={`tag ${pastDue ? 'tagLate' : final ? 'tagOver' : ''}`}>{say(words)}</span>;
}
