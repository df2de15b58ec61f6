import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { answer, api } from '../../api/client.js';
import type { OwnFee } from '../../api/fees.js';
import { applicant } from '../../labels/applicant.js';
import { useLabels, useLocalized, useMarks } from '../../labels/labelArea.js';

const AskRefund = lazy(() =>
  import('../../finance/register/AskRefund.js').then(({ AskRefund: it }) => ({ default: it })),
);

/** Other money that arrived for a fee and what becomes of it, and the refund of the fee: asked for, or what it has come to. */
export function FeeRefund({ applicationId, fee }: { readonly applicationId: string; readonly fee: OwnFee }) {
  const t = useLabels(applicant);
  const localize = useLocalized();
  const mark = useMarks();
  const [asking, setAsking] = useState(false);
  const { payCode, kept, refund, mayAskRefund } = fee;
  return (
    <>
      {kept.map(({ amount, receivedAt, told }) => (
        <span key={`${receivedAt}${amount}`}>
          {t('otherPayment')} <span className="numbers">¥{(amount / 100).toFixed(2)}</span>
          {mark.colon}
          {localize(told)}
        </span>
      ))}
      {refund === null ? null : (
        <span>
          {t('refund')}
          {mark.colon}
          {localize(refund.stateLabel)}
        </span>
      )}
      {mayAskRefund ? (
        <div>
          <Button onClick={() => setAsking(true)}>{t('askRefund')}</Button>
        </div>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          <AskRefund
            send={(reason) =>
              answer(
                api.POST('/api/applications/{id}/refunds', {
                  params: { path: { id: applicationId } },
                  body: { payCode, reason },
                }),
              )
            }
            invalidates="application"
            onClose={() => setAsking(false)}
            onDone={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
