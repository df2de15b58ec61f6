import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { roleLabels } from '../../rules/application/labels.js';
import { answer, api } from '../api/client.js';
import { Instant } from '../components/deadline/Instant.js';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { common } from '../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import '../components/lines.css';

/** 谁查看过我的资料: the readings of the person's own data by others, the latest first. */
export function ReadingsPanel() {
  const t = useLabels(account);
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const mark = useMarks();
  const query = useInfiniteQuery({
    queryKey: ['readings'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET('/api/me/readings', {
          params: { query: { limit: 20, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t('readings')}>
      {query.error === null ? null : <Problem error={query.error} onRetry={() => void query.refetch()} />}
      {items === undefined && query.error === null ? <Loading rows={2} /> : null}
      <p className="quiet">{t(items?.length === 0 ? 'noReadings' : 'readingsLead')}</p>
      <ul className="lines">
        {items?.map(({ id, at, name, roles, kindLabel, reason }) => (
          <li key={id}>
            <span>
              {name === null ? null : <strong lang="zh-CN">{name} </strong>}
              {roles.length === 0
                ? t('withoutAccount')
                : roles.map((role) => role && localize(roleLabels[role])).join(mark.comma)}{' '}
              · {localize(kindLabel)}
              <div className="quiet">
                <Instant at={at} />
                {reason === null ? null : (
                  <>
                    {' · '}
                    {t('readingReason')}
                    {mark.colon}
                    <span lang="zh-CN">{reason}</span>
                  </>
                )}
              </div>
            </span>
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {tCommon('more')}
        </Button>
      ) : null}
    </Panel>
  );
}
