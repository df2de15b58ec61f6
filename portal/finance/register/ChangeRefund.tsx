import { Form } from 'antd';
import { answer, api } from '../../api/client.js';
import type { Refund } from '../../api/fees.js';
import { FormModal } from '../../components/FormModal.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { useLabels } from '../../labels/labelArea.js';
import { finance } from '../../labels/payments/finance.js';
import { yuan } from '../yuan.js';

interface Props {
  readonly campaignId: string;
  readonly refund: Refund;
  readonly event: Refund['actions'][number];
  readonly onClose: () => void;
}

/** Decides about a refund, or records that it was sent or came back. */
export function ChangeRefund({ campaignId, refund, event, onClose }: Props) {
  const t = useLabels(finance);
  const label = t(`refund_${event}`);
  return (
    <FormModal
      title={label}
      ok={label}
      invalidates="fees"
      send={({ reason }: { readonly reason?: string }) => {
        const path = { id: campaignId, refundId: refund.id, event };
        const body = reason ? { reason } : {};
        return answer(api.POST('/api/campaigns/{id}/refunds/{refundId}/{event}', { params: { path }, body }));
      }}
      onClose={onClose}
      onDone={onClose}
    >
      <p>
        {yuan(refund.amount)} · <span lang="zh-CN">{refund.reason}</span>
      </p>
      <Form.Item name="reason" label={t('decision')} rules={[{ required: event === 'refuse', message: t('required') }]}>
        <GrowingTextArea minRows={2} maxRows={6} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}
