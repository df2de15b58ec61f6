import type { ReactNode } from 'react';
import './panel.css';

interface Props {
  readonly title?: ReactNode;
  /** to the right of the title */
  readonly extra?: ReactNode;
  /** anchor of links to this part of the page */
  readonly id?: string;
  readonly children: ReactNode;
}

/**
 * A part of a page with its heading. Ant Design's Card pulls in Tabs, which would exceed the first page's size limit.
 */
export function Panel({ title, extra, id, children }: Props) {
  return (
    <section className="panel" id={id}>
      {title === undefined && extra === undefined ? null : (
        <div className="panelHead">
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      <div className="panelBody">{children}</div>
    </section>
  );
}
