import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { RepairName } from '../../../rules/application/lifecycle.js';
import { isJudged } from '../../api/act.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import type { Target } from './target.js';

interface Props {
  readonly repair: RepairName;
  readonly target: Target;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The reason of a retry or skip. One Idempotency-Key per intention, kept over retries. */
export function RepairForm({ repair, target, onClose, onDone }: Props) {
  const t = useLabels(operator);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const sending = useMutation({
    mutationFn: ({ reason }: { readonly reason: string }) => target.send(repair, { key, reason: reason.trim() }),
    onSuccess: onDone,
    onError: (error) => {
      if (isJudged(error)) setKey(crypto.randomUUID());
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['operations'] }),
  });
  return (
    <Modal
      open
      title={target.title ?? t(repair === 'retry_step' ? 'retryOf' : 'skipOf', { step: target.description })}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={target.title ?? t(repair)}
      cancelText={tCommon('cancel')}
      okButtonProps={{ danger: repair === 'skip_step', loading: sending.isPending, htmlType: 'submit', form: 'repair' }}
    >
      <Form id="repair" layout="vertical" onFinish={(typed: { reason: string }) => sending.mutate(typed)}>
        {repair === 'skip_step' ? (
          <Alert type="warning" showIcon title={t('skipMore')} style={{ marginBlockEnd: 16 }} />
        ) : null}
        {target.title === undefined ? null : (
          <Alert type="info" showIcon title={t('rebuildMore')} style={{ marginBlockEnd: 16 }} />
        )}
        <Form.Item
          name="reason"
          label={t('reason')}
          extra={t('reasonMore')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} autoFocus />
        </Form.Item>
        {sending.error === null ? null : <Problem error={sending.error} />}
      </Form>
    </Modal>
  );
}
