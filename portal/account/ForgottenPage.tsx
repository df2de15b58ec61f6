import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { useChannels } from '../api/config.js';
import { Problem } from '../components/Problem.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { accountOf, EmailField } from './EmailField.js';
import { NewPasswordFields } from './NewPasswordFields.js';
import { OpenFrame } from './OpenFrame.js';

/** `/forgotten-password`: asks for a link by mail or a code by short message. The answer is the same whether or not there is an account. */
export function ForgottenPage() {
  const t = useLabels(account);
  const sms = useChannels().includes('sms');
  usePageTitle(t('forgotten'));
  const asking = useMutation({
    mutationFn: async ({ email }: { readonly email: string }) => {
      const body = accountOf(email);
      await answer(api.POST('/api/auth/password-reset', { body }));
      return body;
    },
  });
  return (
    <OpenFrame
      title={t('forgotten')}
      lead={t(sms ? 'forgottenByPhone' : 'forgottenLead')}
      below={
        <p className="signInFoot">
          <Link to="/sign-in">{t('toSignIn')}</Link>
        </p>
      }
    >
      {asking.data === undefined ? (
        <Form layout="vertical" requiredMark={false} onFinish={(typed: { email: string }) => asking.mutate(typed)}>
          {asking.error === null ? null : <Problem error={asking.error} />}
          <EmailField />
          <Button type="primary" htmlType="submit" size="large" block loading={asking.isPending}>
            {t(sms ? 'send' : 'sendLink')}
          </Button>
        </Form>
      ) : 'phone' in asking.data ? (
        <SetByCode phone={asking.data.phone} />
      ) : (
        <Alert role="status" type="success" showIcon title={t('linkSent')} description={t('linkSentMore')} />
      )}
    </OpenFrame>
  );
}

/** Sets another password by the code from the short message. */
function SetByCode({ phone }: { readonly phone: string }) {
  const t = useLabels(account);
  const setting = useMutation({
    mutationFn: ({ code, newPassword }: { readonly code: string; readonly newPassword: string }) =>
      answer(api.POST('/api/auth/new-password', { body: { phone, code: code.trim(), newPassword } })),
  });
  if (setting.isSuccess)
    return <Alert role="status" type="success" showIcon title={t('changed')} description={t('changedEverywhere')} />;
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(typed: { code: string; newPassword: string }) => setting.mutate(typed)}
    >
      <Alert role="status" type="success" showIcon title={t('codeSent')} description={t('codeSentMore')} />
      <Form.Item name="code" label={t('smsCode')} rules={[{ required: true, message: t('required') }]}>
        <Input size="large" maxLength={6} inputMode="numeric" autoComplete="one-time-code" />
      </Form.Item>
      <NewPasswordFields />
      {setting.error === null ? null : <Problem error={setting.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={setting.isPending}>
        {t('setNewPassword')}
      </Button>
    </Form>
  );
}
