import { FormModal } from '../../components/FormModal.js';
import { RequiredReason } from '../../components/RequiredReason.js';
import { useLabels } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';

interface Props {
  readonly send: (reason: string) => Promise<unknown>;
  /** query key of what changes */
  readonly invalidates: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks for the refund of a fee, with the reason. */
export function AskRefund({ send, invalidates, onClose, onDone }: Props) {
  const t = useLabels(finance);
  return (
    <FormModal
      title={t('askRefund')}
      ok={t('askRefund')}
      invalidates={invalidates}
      send={({ reason }: { readonly reason: string }) => send(reason)}
      onClose={onClose}
      onDone={onDone}
    >
      <p className="quiet">{t('askRefundMore')}</p>
      <RequiredReason label={t('refundReason')} missing={t('required')} />
    </FormModal>
  );
}
