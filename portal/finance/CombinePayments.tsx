import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../api/client.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';

/** Confirms a fee by the payments kept for it, where they make it up together. */
export function CombinePayments({ campaignId, payCode }: { readonly campaignId: string; readonly payCode: string }) {
  const t = useLabels(finance);
  const client = useQueryClient();
  const combining = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/campaigns/{id}/unmatched-payments/combine', {
          params: { path: { id: campaignId } },
          body: { payCode },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['fees'] }),
  });
  return (
    <>
      <Button
        loading={combining.isPending}
        aria-label={t('combineOf', { code: payCode })}
        onClick={() => combining.mutate()}
      >
        {t('combine')}
      </Button>
      {combining.error === null ? null : <Problem error={combining.error} />}
    </>
  );
}
