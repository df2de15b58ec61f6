import type { ReactNode } from 'react';
import './open.css';

/** Names and what they stand for, in two columns. */
export function Facts({ facts }: { readonly facts: readonly (readonly [name: string, what: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, what]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
