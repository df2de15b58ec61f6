import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { isKeepable } from '../../../rules/statements/keptAs.js';
import { answer, api } from '../../api/client.js';
import { Problem } from '../../components/Problem.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { yuan } from '../yuan.js';
import { type JudgedLine, STATEMENTS } from './statementQueries.js';

interface Props {
  readonly of: { readonly campaignId: string; readonly statementId: string };
  readonly line: JudgedLine;
}

/** Keeps the money of a line that is the payment of no fee; once kept, the way to where it is booked or paid back. */
export function KeepLine({
  of: { campaignId, statementId },
  line: { id: lineId, amount, booked, verdict, outcome },
}: Props) {
  const t = useLabels(statements);
  const client = useQueryClient();
  const keeping = useMutation({
    mutationFn: async () => {
      const path = { id: campaignId, statementId, lineId };
      await answer(api.POST('/api/campaigns/{id}/statements/{statementId}/lines/{lineId}/keep', { params: { path } }));
    },
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === STATEMENTS || key === 'fees' }),
  });
  if (outcome === 'kept') return <Link to="/finance/unmatched">{t('toKept')}</Link>;
  if (!isKeepable(verdict)) return null;
  const time = booked.replace('T', ' ');
  return (
    <>
      <Popconfirm title={t('keepSure')} okText={t('keep')} onConfirm={() => keeping.mutate()}>
        <Button size="small" loading={keeping.isPending} aria-label={t('keepOf', { sum: yuan(amount), time })}>
          {t('keep')}
        </Button>
      </Popconfirm>
      {keeping.error === null ? null : <Problem error={keeping.error} />}
    </>
  );
}
