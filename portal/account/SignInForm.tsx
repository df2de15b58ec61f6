import { Button, Form, Input, type InputRef } from 'antd';
import { type Ref, useState } from 'react';
import { answer, api } from '../api/client.js';
import { useConfig } from '../api/config.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { CodeForm } from './CodeForm.js';
import { accountOf, EmailField } from './EmailField.js';

interface Credentials {
  readonly email: string;
  readonly password: string;
}
interface Props {
  readonly initial?: Partial<Credentials>;
  readonly passwordRef?: Ref<InputRef>;
  readonly onSignedIn: (personId: string) => void | Promise<void>;
}

/** Email and password, then the code where there is an authenticator; a refusal is shown above the fields. */
export function SignInForm({ initial, passwordRef, onSignedIn }: Props) {
  const t = useLabels(account);
  const demo = useConfig()?.demo;
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [halfway, setHalfway] = useState<string | null>(null);

  async function signIn({ email, password }: Credentials) {
    setBusy(true);
    setError(null);
    try {
      const address = email.trim();
      const body = { ...accountOf(address), password };
      const { personId } = await answer(api.POST('/api/auth/sign-in', { body }));
      const { missingStep } = await answer(api.GET('/api/me'));
      if (missingStep !== 'code') await onSignedIn(personId);
      else if (demo?.some((one) => one.email === address)) {
        const code = await answer(api.POST('/api/auth/demo-code', { body: { email: address } }));
        await answer(api.POST('/api/auth/second-factor', { body: code }));
        await onSignedIn(personId);
      } else setHalfway(personId);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  }

  if (halfway !== null)
    return (
      <>
        <p className="secondStep">{t('secondStep')}</p>
        <CodeForm ok={t('title')} onProven={() => onSignedIn(halfway)} />
        <Button type="link" block style={{ marginBlockStart: 8 }} onClick={() => setHalfway(null)}>
          {t('back')}
        </Button>
      </>
    );

  return (
    <Form layout="vertical" requiredMark={false} initialValues={initial ?? {}} onFinish={signIn}>
      {error === null ? null : (
        <div style={{ marginBlockEnd: 16 }}>
          <Problem error={error} />
        </div>
      )}
      <EmailField />
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password size="large" autoComplete="current-password" {...(passwordRef ? { ref: passwordRef } : {})} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {t('title')}
      </Button>
    </Form>
  );
}
