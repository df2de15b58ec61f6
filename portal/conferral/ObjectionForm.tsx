import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { isJudged } from '../api/act.js';
import { answer, api } from '../api/client.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import type { Receipt } from './TakenObjection.js';

interface FormValues {
  readonly name: string;
  readonly contact: string;
  readonly reason: string;
}
interface Props {
  readonly noticeId: string;
  readonly onTaken: (receipt: Receipt) => void;
}

/** The objection form. Retries without an answer keep one key, so that nothing is registered twice. */
export function ObjectionForm({ noticeId, onTaken }: Props) {
  const t = useLabels(conferral);
  const key = useRef(crypto.randomUUID());
  const sending = useMutation({
    mutationFn: (body: FormValues) => {
      const params = { path: { id: noticeId }, header: { 'idempotency-key': key.current } };
      return answer(api.POST('/api/notices/{id}/objections', { params, body }));
    },
    onError: (error) => {
      if (isJudged(error)) key.current = crypto.randomUUID();
    },
    onSuccess: onTaken,
  });
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Panel>
      <Form<FormValues> layout="vertical" requiredMark={false} onFinish={(typed) => sending.mutate(typed)}>
        <Form.Item name="name" label={t('objectorName')} rules={required}>
          <Input maxLength={50} autoComplete="name" />
        </Form.Item>
        <Form.Item name="contact" label={t('objectorContact')} extra={t('contactMore')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="reason" label={t('objectionReason')} extra={t('reasonMore')} rules={required}>
          <GrowingTextArea minRows={4} maxRows={12} maxLength={2000} />
        </Form.Item>
        {sending.error === null ? null : <Problem error={sending.error} />}
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {t('sendObjection')}
        </Button>
      </Form>
    </Panel>
  );
}
