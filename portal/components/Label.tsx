import type { ReactNode } from 'react';
import './application/tag.css';

interface Props {
  readonly children: ReactNode;
  /** `over`: nothing more happens; `late`: a date has passed. */
  readonly tone?: 'over' | 'late';
}

/** A short label with enough contrast in light and dark; smaller than Ant Design's Tag. */
export function Label({ children, tone }: Props) {
  return <span className={`tag ${tone === 'late' ? 'tagLate' : tone === 'over' ? 'tagOver' : ''}`}>{children}</span>;
}
