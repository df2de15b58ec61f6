import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { answer, api } from '../api/client.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

interface Props {
  readonly ok: string;
  readonly onProven: () => void | Promise<void>;
}

/** Proves the second factor: the authenticator's code, or a recovery code. */
export function CodeForm({ ok, onProven }: Props) {
  const t = useLabels(account);
  const field = useRef<InputRef>(null);
  const [form] = Form.useForm<{ code: string }>();
  const proving = useMutation({
    mutationFn: ({ code }: { readonly code: string }) =>
      answer(api.POST('/api/auth/second-factor', { body: { code: code.trim() } })),
    onSuccess: onProven,
    onError: () => field.current?.select(),
  });
  useEffect(() => field.current?.focus(), []);
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => proving.mutate(typed)}>
      {proving.error === null ? null : (
        <div style={{ marginBlockEnd: 16 }}>
          <Problem error={proving.error} />
        </div>
      )}
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('codeHint')}
        validateTrigger="onBlur"
        rules={[{ required: true, whitespace: true, min: 6, message: t('codeMissing') }]}
      >
        <Input ref={field} size="large" autoComplete="one-time-code" inputMode="text" maxLength={20} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={proving.isPending}>
        {ok}
      </Button>
    </Form>
  );
}
