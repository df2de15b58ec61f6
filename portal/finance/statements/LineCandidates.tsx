import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { isKeepable } from '../../../rules/statements/keptAs.js';
import { Problem } from '../../components/Problem.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { statements } from '../../labels/payments/statements.js';
import { yuan } from '../yuan.js';
import { confirmSome, type Decision } from './confirmLines.js';
import { type JudgedLine, STATEMENTS } from './statementQueries.js';

interface Props {
  readonly of: { readonly campaignId: string; readonly statementId: string };
  readonly line: JudgedLine;
}

/** The fees a line may be for; one of its amount can be confirmed. */
export function LineCandidates({ of, line: { id: lineId, amount, verdict, candidates } }: Props) {
  const t = useLabels(statements);
  const localize = useLocalized();
  const client = useQueryClient();
  const confirming = useMutation({
    mutationFn: async (decision: Decision) => (await confirmSome(of, [decision]))[0],
    onSettled: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [key] }) => key === STATEMENTS || key === 'fees' }),
  });
  if (candidates.length === 0) return isKeepable(verdict) ? null : <span className="quiet">—</span>;
  const why = confirming.data?.why ?? null;
  return (
    <>
      <ul className="lines">
        {candidates.map(({ applicationId, part, number, applicantName: name, amount: fee, due }) => (
          <li key={`${applicationId} ${part}`}>
            <span>
              <Link to={`/applications/${applicationId}`} lang="zh-CN">
                {name}
              </Link>{' '}
              <span className="numbers">{number}</span>
              <div className="quiet">
                {t(`part_${part}`)} <span className="numbers">{yuan(fee)}</span>
              </div>
            </span>
            {due && fee === amount && verdict !== 'known' ? (
              <Popconfirm
                title={t('confirmSure', { sum: yuan(amount), name, part: t(`part_${part}`) })}
                okText={t('confirm')}
                onConfirm={() => confirming.mutate({ lineId, applicationId, part })}
              >
                <Button size="small" loading={confirming.isPending} aria-label={t('confirmOf', { name })}>
                  {t('confirm')}
                </Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      {why === null ? null : <Alert role="alert" type="error" title={localize(why)} />}
      {confirming.error === null ? null : <Problem error={confirming.error} />}
    </>
  );
}
