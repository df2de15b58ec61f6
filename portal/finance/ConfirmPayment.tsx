import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { applicationQuery } from '../api/applications.js';
import type { Fee } from '../api/fees.js';
import { RefusedAction } from '../components/application/RefusedAction.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';

const ActForm = lazy(() => import('../components/act/ActForm.js').then(({ ActForm: it }) => ({ default: it })));

/**
 * Confirms one fee; the amount is prefilled. The allowed acts are loaded when the dialog opens, not for all fifty rows.
 */
export function ConfirmPayment({ fee }: { readonly fee: Fee }) {
  const t = useLabels(finance);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data, error, refetch, isFetching } = useQuery({ ...applicationQuery(fee.applicationId), enabled: open });
  const action = data?.actions.find(({ takes }) => takes === 'payment');
  if (open && action !== undefined && !action.allowed) return <RefusedAction action={action} />;
  return (
    <>
      <Button
        loading={open && data === undefined && isFetching}
        aria-label={t('confirmOf', { name: fee.applicantName })}
        onClick={() => setOpen(true)}
      >
        {t('confirm')}
      </Button>
      {error === null ? null : <Problem error={error} onRetry={() => void refetch()} />}
      {open && data !== undefined && action?.allowed ? (
        <Suspense fallback={null}>
          <ActForm
            application={data}
            action={action}
            prefilled={{ yuan: fee.fee / 100 }}
            onClose={() => setOpen(false)}
            onDone={() => void client.invalidateQueries({ queryKey: ['fees'] })}
          />
        </Suspense>
      ) : null}
    </>
  );
}
