import { Tag } from 'antd';
import { ListTable } from '../../components/queue/ListTable.js';
import { useLabels } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { useWhyUnmatched } from '../useWhyUnmatched.js';
import { yuan } from '../yuan.js';
import { KeepLine } from './KeepLine.js';
import { LineCandidates } from './LineCandidates.js';
import type { JudgedLine } from './statementQueries.js';

interface Props {
  readonly campaignId: string;
  readonly statementId: string;
  readonly lines: readonly JudgedLine[];
}

const colours = {
  certain: 'success',
  known: 'success',
  differs: 'error',
  candidates: 'warning',
  none: 'default',
  outgoing: 'default',
} as const satisfies Record<JudgedLine['verdict'], string>;

/** Lines of a statement, each with its verdict and the fees it may be for. */
export function StatementLines({ campaignId, statementId, lines }: Props) {
  const t = useLabels(statements);
  const why = useWhyUnmatched();
  if (lines.length === 0) return <p className="nothingHere">{t('none')}</p>;
  return (
    <ListTable
      caption={t('title')}
      items={lines}
      idOf={({ id }) => id}
      columns={[
        { title: t('time'), of: ({ booked }) => <span className="numbers">{booked.replace('T', ' ')}</span> },
        {
          title: t('amount'),
          amount: true,
          of: ({ direction, amount }) => (
            <span className="numbers">{`${direction === 'out' ? '−' : ''}${yuan(amount)}`}</span>
          ),
        },
        {
          title: t('party'),
          of: ({ counterparty, remark, serial }) => (
            <span lang="zh-CN" className="statementWords">
              {counterparty}
              <div>{remark}</div>
              {serial === null ? null : <div className="quiet">{t('serial', { serial })}</div>}
            </span>
          ),
        },
        {
          title: t('verdict'),
          of: ({ verdict, reason, outcome, code }) => (
            <>
              <Tag color={colours[verdict]}>{t(`verdict_${verdict}`)}</Tag>
              {reason === null ? null : <div>{t(`reason_${reason}`)}</div>}
              {outcome === 'refused' && code !== null ? <div className="quiet">{why(code)}</div> : null}
            </>
          ),
        },
        {
          title: t('candidates'),
          of: (line) => (
            <>
              <LineCandidates of={{ campaignId, statementId }} line={line} />
              <KeepLine of={{ campaignId, statementId }} line={line} />
            </>
          ),
        },
      ]}
    />
  );
}
