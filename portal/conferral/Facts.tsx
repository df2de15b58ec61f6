import type { ReactNode } from 'react';
import './open.css';

/** A name and its value; `as`: text people wrote in Chinese, or a code to copy. */
export type Fact = readonly [name: string, value: ReactNode, as?: 'chinese' | 'code'];

/** Names and values in two columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value, as]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd {...(as === 'chinese' ? { lang: 'zh-CN' } : {})} {...(as === 'code' ? { className: 'receipt' } : {})}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
