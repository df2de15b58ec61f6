import type { ReactNode } from 'react';
import './application/tag.css';

interface Props {
  readonly children: ReactNode;
  /** `over`: nothing more happens; `late`: a date has passed. */
  readonly mood?: 'over' | 'late';
}

/** A short word about a thing, with enough contrast by day and by night; lighter than the library's tag. */
export function Label({ children, mood }: Props) {
  return <span className={`tag ${mood === 'late' ? 'tagLate' : mood === 'over' ? 'tagOver' : ''}`}>{children}</span>;
}
