import { Button, Form, Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { answer, api } from '../api/client.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}
interface Props {
  readonly initial?: Partial<Credentials>;
  readonly passwordRef?: Ref<InputRef>;
  readonly onSignedIn: (personId: string) => void | Promise<void>;
}

/** Email and password; a refusal is shown above the fields. */
export function SignInForm({ initial, passwordRef, onSignedIn }: Props) {
  const t = useLabels(account);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function signIn({ email, password }: Credentials) {
    setBusy(true);
    setError(null);
    try {
      const { personId } = await answer(api.POST('/api/auth/sign-in', { body: { email: email.trim(), password } }));
      await onSignedIn(personId);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form layout="vertical" requiredMark={false} initialValues={initial ?? {}} onFinish={signIn}>
      {error === null ? null : (
        <div style={{ marginBlockEnd: 16 }}>
          <Problem error={error} />
        </div>
      )}
      <Form.Item
        name="email"
        label={t('email')}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('emailMissing') },
          { type: 'email', message: t('emailWrong') },
        ]}
      >
        <Input size="large" autoComplete="username" inputMode="email" />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password size="large" autoComplete="current-password" {...(passwordRef ? { ref: passwordRef } : {})} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('title')}
      </Button>
    </Form>
  );
}
