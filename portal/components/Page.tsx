import { Empty } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { CampaignContacts } from './CampaignContacts.js';
import { Loading } from './Loading.js';
import { languageOf } from './languageOf.js';
import { Problem } from './Problem.js';
import { usePageTitle } from './usePageTitle.js';

interface Props {
  readonly title: string;
  /** under the title */
  readonly lead?: ReactNode;
  /** breadcrumbs: the pages above this one */
  readonly breadcrumbs?: readonly { readonly title: string; readonly to: string }[];
  /** to the right of the title */
  readonly actions?: ReactNode;
  /** the page's main query: skeleton, problem with retry, and empty state are derived from it */
  readonly query?: {
    readonly isPending: boolean;
    readonly error: unknown;
    readonly data: unknown;
    readonly refetch: () => unknown;
  };
  /** shown instead of the children when the query is empty */
  readonly empty?: ReactNode | false;
  readonly children?: ReactNode;
}

/** The frame of every page: title, breadcrumbs, and loading, error and empty states, and whom to ask. */
export function Page({ title, lead, breadcrumbs = [], actions, query, empty = false, children }: Props) {
  usePageTitle(title);
  const t = useLabels(common);
  const failed = query !== undefined && query.error !== null;
  const nothingYet = query !== undefined && query.data === undefined;
  return (
    <>
      {breadcrumbs.length === 0 ? null : (
        <nav aria-label={t('where')}>
          <ol className="breadcrumbs">
            {breadcrumbs.map(({ title: text, to }) => (
              <li key={to}>
                <Link to={to} lang={languageOf(text)}>
                  {text}
                </Link>
              </li>
            ))}
            <li aria-current="page" lang={languageOf(title)}>
              {title}
            </li>
          </ol>
        </nav>
      )}
      <div className="pageHead">
        <div>
          <h1 lang={languageOf(title)}>{title}</h1>
          {lead === undefined ? null : <div className="quiet">{lead}</div>}
        </div>
        {actions === undefined ? null : <div className="row noPrint">{actions}</div>}
      </div>
      {failed ? (
        <div style={{ marginBlockEnd: 20 }}>
          <Problem error={query.error} onRetry={() => void query.refetch()} />
        </div>
      ) : null}
      {nothingYet ? (
        failed ? null : (
          <Loading />
        )
      ) : empty === false ? (
        children
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty === true ? t('nothing') : empty} />
      )}
      <CampaignContacts />
    </>
  );
}
