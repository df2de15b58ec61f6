import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { formatDay } from '../../components/deadline/formatTimestamps.js';
import { Instant } from '../../components/deadline/Instant.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { ListTable } from '../../components/queue/ListTable.js';
import { useLabels } from '../../labels/labelArea.js';
import { dayClose } from '../../labels/payments/dayClose.js';
import { yuan } from '../yuan.js';
import { closeQuery, DAY_CLOSES } from './closeQueries.js';

/** One day: its sums, the statement beside them, and the button that closes it. */
export function DayPanel({ campaignId, day }: { readonly campaignId: string; readonly day: string }) {
  const t = useLabels(dayClose);
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh';
  const client = useQueryClient();
  const [remark, setRemark] = useState('');
  const query = useQuery(closeQuery(campaignId, day));
  const closing = useMutation({
    mutationFn: () => {
      const body = { day, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) };
      return answer(api.POST('/api/campaigns/{id}/day-closes', { params: { path: { id: campaignId } }, body }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: [DAY_CLOSES] }),
  });
  const found = query.data;
  if (found === undefined) return query.error === null ? <Loading rows={4} /> : <Problem error={query.error} />;
  const { previousDay, closedAt, closedByName, sums, total, count, difference, statement, ledgerBalance } = found;
  const reports = `/api/campaigns/${campaignId}/day-closes/${day}/report`;
  const rows = [
    [t('ledgerNet'), yuan(total)],
    [t('statementNet'), yuan(statement.received - statement.spent)],
    [t('difference'), difference === 0 ? t('agrees') : yuan(difference)],
    [t('open'), t('openOf', { n: statement.openCount, sum: yuan(statement.openAmount) })],
    [t('ledgerBalance'), yuan(ledgerBalance)],
    [t('statementBalance'), statement.balance === null ? t('notStated') : yuan(statement.balance)],
    ...(found.remark === null ? [] : [[t('remark'), found.remark] as const]),
  ] as const;
  return (
    <Panel
      title={formatDay(day, language)}
      extra={
        closedAt === null ? null : (
          <span className="row">
            <a href={`${reports}/pdf?inline=true`}>{t('dayPdf')}</a>
            <a href={`${reports}/xlsx`}>{t('dayXlsx')}</a>
          </span>
        )
      }
    >
      <p className="quiet">
        {closedAt === null ? (
          t('notClosed')
        ) : (
          <>
            {closedByName} <Instant at={closedAt} />
          </>
        )}
        {' · '}
        {previousDay === null ? t('sinceNone') : t('since', { day: formatDay(previousDay, language) })}
      </p>
      {sums.length === 0 ? (
        <p className="nothingHere">{t('nothing')}</p>
      ) : (
        <ListTable
          caption={t('title')}
          items={sums}
          idOf={({ kind, channel, way }) => `${kind} ${channel} ${way}`}
          columns={[
            { title: t('kind'), of: ({ kind }) => t(`kind_${kind}`) },
            { title: t('channel'), of: ({ channel }) => (channel === null ? '—' : t(`channel_${channel}`)) },
            { title: t('way'), of: ({ way }) => (way === null ? '—' : t(`way_${way}`)) },
            { title: t('count'), amount: true, of: ({ count: n }) => <span className="numbers">{n}</span> },
            { title: t('amount'), amount: true, of: ({ amount }) => <span className="numbers">{yuan(amount)}</span> },
          ]}
          total={t('total', { n: count, sum: yuan(total) })}
        />
      )}
      <h3>{t('beside')}</h3>
      <dl className="mapFields">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
      </dl>
      {difference === 0 ? null : (
        <div className="statementPart">
          <Alert type="warning" showIcon title={t('differs', { sum: yuan(Math.abs(difference)) })} />
        </div>
      )}
      {closedAt !== null ? null : (
        <>
          <label htmlFor="closeRemark">{t('remark')}</label>
          <GrowingTextArea
            id="closeRemark"
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={remark}
            onChange={({ target }) => setRemark(target.value)}
          />
          <p>
            <Popconfirm
              title={t('closeSure', { day: formatDay(day, language), n: count, sum: yuan(total) })}
              description={t('closeMore')}
              okText={t('close')}
              onConfirm={() => closing.mutate()}
            >
              <Button type="primary" loading={closing.isPending}>
                {t('close')}
              </Button>
            </Popconfirm>
          </p>
        </>
      )}
      {closing.error === null ? null : <Problem error={closing.error} />}
    </Panel>
  );
}
