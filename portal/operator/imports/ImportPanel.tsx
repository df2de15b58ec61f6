import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm, Progress, Radio, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Delivery, deliveries, type RowOutcome, type RowVerdict } from '../../../rules/directory/importKinds.js';
import { answer, api } from '../../api/client.js';
import { COMMITTEE } from '../../committee/queries.js';
import { Loading } from '../../components/Loading.js';
import { Panel } from '../../components/Panel.js';
import { Problem } from '../../components/Problem.js';
import { imports } from '../../labels/directory/imports.js';
import { useLabels } from '../../labels/labelArea.js';
import { ImportRows } from './ImportRows.js';
import { type DirectoryImport, IMPORTS, importQuery, pageOfTable } from './importQueries.js';

type Way = 'apply' | 'undo';
const left = { apply: 'toApply', undo: 'toUndo' } as const;
const touched = [IMPORTS, COMMITTEE, 'units', 'departments', 'people'];

/** One table: what it would do, registering and undoing it, part by part; interrupted, it goes on where it was. */
export function ImportPanel({ id }: { readonly id: string }) {
  const t = useLabels(imports);
  const client = useQueryClient();
  const query = useQuery(importQuery(id));
  const [delivery, setDelivery] = useState<Delivery>('letters');
  const working = useMutation({
    mutationFn: async (way: Way) => {
      for (;;) {
        const now = await answer(
          api.POST(`/api/directory-imports/{id}/${way}`, { params: { path: { id } }, body: { delivery } }),
        );
        client.setQueryData(importQuery(id).queryKey, now);
        if (now[left[way]] === 0) return;
      }
    },
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey }) => touched.some((key) => key === queryKey[0]) }),
  });
  const table = query.data;
  if (table === undefined) return query.error === null ? <Loading rows={4} /> : <Problem error={query.error} />;
  const { kind, fileName, verdicts, outcomes, toApply, toUndo, appliedAt, undoneAt } = table;
  const invites = (kind === 'people' || kind === 'experts') && appliedAt === null;
  return (
    <Panel title={t('preview', { file: fileName })}>
      <p className="row">
        {(Object.entries(verdicts) as [RowVerdict, number][]).map(([verdict, count]) => (
          <Tag key={verdict} color={verdict === 'wrong' ? 'error' : verdict === 'same' ? 'default' : 'processing'}>
            {t(`verdict_${verdict}`)} {count}
          </Tag>
        ))}
        {(Object.entries(outcomes) as [RowOutcome, number][]).map(([outcome, count]) => (
          <Tag key={outcome} color={outcome === 'applied' ? 'success' : 'warning'}>
            {t(`outcome_${outcome}`)} {count}
          </Tag>
        ))}
      </p>
      {(verdicts.wrong ?? 0) > 0 ? <p>{t('wrongStay', { n: verdicts.wrong ?? 0 })}</p> : null}
      {invites && toApply > 0 ? (
        <fieldset className="importKinds">
          <legend>{t('delivery')}</legend>
          <Radio.Group
            value={delivery}
            options={(Object.keys(deliveries) as Delivery[]).map((value) => ({ value, label: t(`delivery_${value}`) }))}
            onChange={({ target }) => setDelivery(target.value)}
          />
        </fieldset>
      ) : null}
      <div role="status">
        {working.isPending ? (
          <>
            {t(working.variables === 'apply' ? 'applying' : 'undoing')}
            <Progress percent={percentOf(table, working.variables)} aria-label={t('applying')} />
          </>
        ) : toApply === 0 ? (
          <Alert type={undoneAt === null ? 'success' : 'info'} showIcon title={t(ended(table))} />
        ) : null}
      </div>
      <p className="row">
        {toApply > 0 ? (
          <Button type="primary" loading={working.isPending} onClick={() => working.mutate('apply')}>
            {t(appliedAt === null ? 'apply' : 'goOn', { n: toApply })}
          </Button>
        ) : null}
        {appliedAt !== null && toUndo > 0 ? (
          <Popconfirm
            title={t('undoOf', { n: toUndo })}
            description={t('undoMore')}
            okText={t('undo')}
            okButtonProps={{ danger: true }}
            onConfirm={() => working.mutate('undo')}
          >
            <Button danger disabled={working.isPending}>
              {t('undo')}
            </Button>
          </Popconfirm>
        ) : null}
        {table.delivery === 'sheets' && toUndo > 0 ? (
          <Link to={`${pageOfTable(table)}/sheets?table=${id}`}>{t('printSheets')}</Link>
        ) : null}
      </p>
      {working.error === null ? null : <Problem error={working.error} />}
      <ImportRows table={table} />
    </Panel>
  );
}

function ended({ undoneAt, appliedAt }: DirectoryImport) {
  return undoneAt === null ? (appliedAt === null ? 'nothing' : 'applied') : 'undone';
}

function percentOf({ verdicts, toApply, toUndo }: DirectoryImport, way: Way | undefined): number {
  const all = (verdicts.new ?? 0) + (verdicts.changed ?? 0);
  const rest = way === 'undo' ? toUndo : toApply;
  return all === 0 ? 100 : Math.round(((all - rest) / all) * 100);
}
