import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

interface Props {
  readonly title: string;
  /** label of the search box */
  readonly find: string;
  readonly query: {
    readonly data: unknown;
    readonly error: unknown;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly none: boolean;
  readonly onFind: (text: string) => void;
  readonly children: ReactNode;
}

/** A list searched and paged on the server. */
export function DirectoryPanel({ title, find, query, none, onFind, children }: Props) {
  const t = useLabels(operator);
  const tCommon = useLabels(common);
  const [searched, setSearched] = useState(false);
  return (
    <Panel
      title={title}
      extra={
        <Input.Search
          allowClear
          style={{ width: 'min(300px, 100%)' }}
          aria-label={`${title}: ${find}`}
          placeholder={find}
          onSearch={(text) => {
            setSearched(text.trim() !== '');
            onFind(text.trim());
          }}
        />
      }
    >
      {query.error === null ? null : <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined ? (
        query.error === null && <Loading rows={3} />
      ) : none ? (
        <p className="nothingHere">{t(searched ? 'nothingFound' : 'nothingYet')}</p>
      ) : (
        <ul className="lines">{children}</ul>
      )}
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {tCommon('more')}
        </Button>
      ) : null}
    </Panel>
  );
}
