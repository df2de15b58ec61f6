import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import type { UnmatchedPayment } from '../api/fees.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { Problem } from '../components/Problem.js';
import { common } from '../labels/common.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { finance } from '../labels/payments/finance.js';
import { useWhyUnmatched } from './useWhyUnmatched.js';
import { yuan } from './yuan.js';

interface Props {
  readonly campaignId: string;
  readonly payment: UnmatchedPayment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}
interface FormValues {
  readonly resolution: UnmatchedPayment['resolutions'][number];
  readonly reason: string;
}

/** Resolves a payment that matches no fee, with a reason. It cannot be undone, and the form says so. */
export function ResolvePayment({ campaignId, payment, onClose, onDone }: Props) {
  const t = useLabels(finance);
  const tCommon = useLabels(common);
  const localize = useLocalized();
  const mark = useMarks();
  const client = useQueryClient();
  const why = useWhyUnmatched();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const required = [{ required: true, message: t('required') }];

  async function send(body: FormValues) {
    setBusy(true);
    setError(null);
    try {
      const path = { id: campaignId, paymentId: payment.id };
      await answer(api.POST('/api/campaigns/{id}/unmatched-payments/{paymentId}/resolve', { params: { path }, body }));
      onDone();
      onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['fees'] });
    }
  }
  return (
    <Modal
      open
      title={t('resolveOf', { id: payment.transactionId })}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={t('resolve')}
      cancelText={tCommon('cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'resolve', loading: busy }}
    >
      <p>
        {yuan(payment.amount)} · {localize(payment.outcomeLabel)} · {why(payment.code)}
      </p>
      <p className="quiet">
        {t('told')}
        {mark.colon}
        {localize(payment.told)}
      </p>
      <Form<FormValues> id="resolve" layout="vertical" onFinish={(typed) => void send(typed)}>
        <Form.Item name="resolution" label={t('resolution')} rules={required}>
          <Radio.Group vertical options={payment.resolutions.map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('reason')} rules={required} extra={t('reasonHint')}>
          <GrowingTextArea minRows={3} maxRows={8} maxLength={2000} />
        </Form.Item>
        {error === null ? null : <Problem error={error} />}
      </Form>
    </Modal>
  );
}
