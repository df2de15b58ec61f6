import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Space } from 'antd';
import { useRef } from 'react';
import { channelTo, normalContact } from '../../rules/people/contact.js';
import { isJudged } from '../api/act.js';
import { answer, api } from '../api/client.js';
import { useChannels } from '../api/config.js';
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
  readonly code?: string;
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
    mutationFn: ({ code, ...typed }: FormValues) => {
      const body = code?.trim() ? { ...typed, code: code.trim() } : typed;
      const params = { path: { id: noticeId }, header: { 'idempotency-key': key.current } };
      return answer(api.POST('/api/notices/{id}/objections', { params, body }));
    },
    onError: (error) => {
      if (isJudged(error)) key.current = crypto.randomUUID();
    },
    onSuccess: onTaken,
  });
  const [form] = Form.useForm<FormValues>();
  const contact: string | undefined = Form.useWatch('contact', form);
  const code = useMutation({
    mutationFn: async (to: string) => {
      await answer(
        api.POST('/api/notices/{id}/objection-codes', { params: { path: { id: noticeId } }, body: { contact: to } }),
      );
      return to;
    },
  });
  const channels = useChannels();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Panel>
      <Form<FormValues> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => sending.mutate(typed)}>
        <Form.Item name="name" label={t('objectorName')} rules={required}>
          <Input maxLength={50} autoComplete="name" />
        </Form.Item>
        <Form.Item name="contact" label={t('objectorContact')} extra={t('contactMore')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item label={t('code')} htmlFor="code" extra={t('codeMore')}>
          <Space.Compact>
            <Form.Item name="code" noStyle>
              <Input
                id="code"
                maxLength={6}
                inputMode="numeric"
                autoComplete="one-time-code"
                style={{ maxWidth: 160 }}
              />
            </Form.Item>
            <Button
              disabled={!channels.some((channel) => channel === channelTo(normalContact(contact ?? '')))}
              loading={code.isPending}
              onClick={() => code.mutate(contact?.trim() ?? '')}
            >
              {t('sendCode')}
            </Button>
          </Space.Compact>
        </Form.Item>
        {code.data === undefined ? null : <p role="status">{t('codeSent', { contact: code.data })}</p>}
        {code.error === null ? null : <Problem error={code.error} />}
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
