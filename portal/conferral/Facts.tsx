import type { ReactNode } from 'react';
import './open.css';

/** A name and what it stands for; `as`: words people wrote in Chinese, or a code to be copied. */
export type Fact = readonly [name: string, what: ReactNode, as?: 'chinese' | 'code'];

/** Names and what they stand for, in two columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, what, as]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd {...(as === 'chinese' ? { lang: 'zh-CN' } : {})} {...(as === 'code' ? { className: 'receipt' } : {})}>
            {what}
          </dd>
        </div>
      ))}
    </dl>
  );
}
