import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Progress, Radio } from 'antd';
import { useState } from 'react';
import { type LineVerdict, lineVerdicts } from '../../../rules/statements/verdicts.js';
import { ExportLinks } from '../../components/ExportLinks.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { yuan } from '../yuan.js';
import { confirmCertain, type Progressed } from './confirmLines.js';
import { StatementLines } from './StatementLines.js';
import { linesQuery, STATEMENTS, type Statement } from './statementQueries.js';

const verdicts = Object.keys(lineVerdicts) as LineVerdict[];

interface Props {
  readonly campaignId: string;
  readonly statement: Statement;
}

/** One statement: its lines by verdict; those that match are confirmed together, the others one by one. */
export function StatementPanel({ campaignId, statement }: Props) {
  const t = useLabels(statements);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<LineVerdict | null>(null);
  const [progress, setProgress] = useState<Progressed | null>(null);
  const { id: statementId, fileName, lineCount, recorded, confirmed, confirmedAmount } = statement;
  const query = useInfiniteQuery(linesQuery(campaignId, statementId, chosen));
  const certain = useInfiniteQuery(linesQuery(campaignId, statementId, 'certain'));
  const counts = query.data?.pages.at(-1)?.counts ?? {};
  const lines = query.data?.pages.flatMap(({ items }) => items);
  const n = counts.certain ?? 0;
  const confirming = useMutation({
    mutationFn: () => confirmCertain({ campaignId, statementId }, setProgress),
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === STATEMENTS || key === 'fees' }),
  });
  const shown = certain.data?.pages.flatMap(({ items }) => items) ?? [];
  const each = shown.length === n ? yuan(shown.reduce((sum, { amount }) => sum + amount, 0)) : null;
  return (
    <Panel
      title={fileName}
      extra={
        <ExportLinks
          path={`/api/campaigns/${campaignId}/statements/${statementId}/lines`}
          query={{ verdict: chosen ?? undefined }}
        />
      }
    >
      <p className="quiet">{t('statementOf', { n: lineCount, recorded, confirmed, sum: yuan(confirmedAmount) })}</p>
      <div className="row statementPart">
        <Radio.Group
          aria-label={t('show')}
          value={chosen ?? 'all'}
          options={[
            { value: 'all', label: t('all') },
            ...verdicts.map((value) => ({ value, label: `${t(`verdict_${value}`)} ${counts[value] ?? 0}` })),
          ]}
          onChange={({ target }) => setChosen(verdicts.find((one) => one === target.value) ?? null)}
        />
      </div>
      <div role="status" className="statementPart">
        {confirming.isPending ? (
          <>
            {t('confirming', { done: progress?.done ?? 0, all: n })}
            <Progress
              percent={n === 0 ? 100 : Math.round(((progress?.done ?? 0) / n) * 100)}
              aria-label={t('confirmAll', { n })}
            />
          </>
        ) : progress === null ? null : (
          <Alert
            type={progress.refused > 0 ? 'warning' : 'success'}
            showIcon
            title={t('confirmedSome', { n: progress.done })}
            description={progress.refused > 0 ? t('refusedSome', { n: progress.refused }) : undefined}
          />
        )}
      </div>
      {confirming.error === null ? null : <Problem error={confirming.error} />}
      {n > 0 || confirming.isPending ? (
        <p>
          <Popconfirm
            title={each === null ? t('confirmAll', { n }) : t('confirmAllOf', { n, sum: each })}
            description={t('confirmAllMore')}
            okText={t('confirm')}
            onConfirm={() => {
              setProgress(null);
              confirming.mutate();
            }}
          >
            <Button type="primary" loading={confirming.isPending}>
              {t('confirmAll', { n })}
            </Button>
          </Popconfirm>
        </p>
      ) : null}
      {query.error === null ? null : <Problem error={query.error} />}
      {lines === undefined ? (
        query.error === null ? (
          <Loading rows={4} />
        ) : null
      ) : (
        <StatementLines campaignId={campaignId} statementId={statementId} lines={lines} />
      )}
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {tCommon('more')}
        </Button>
      ) : null}
    </Panel>
  );
}
