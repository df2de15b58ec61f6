import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Problem } from '../components/Problem.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { NewPasswordFields } from './NewPasswordFields.js';
import { OpenFrame } from './OpenFrame.js';

/** `/new-password#token`: sets another password by the link from the mail, which works once. */
export function NewPasswordPage() {
  const t = useLabels(account);
  usePageTitle(t('setNewPassword'));
  // Read once, so that it can leave the address and the browser's history.
  const [token] = useState(() => {
    const { hash, pathname } = window.location;
    window.history.replaceState(window.history.state, '', pathname);
    return hash.slice(1);
  });
  const setting = useMutation({
    mutationFn: ({ newPassword }: { readonly newPassword: string }) =>
      answer(api.POST('/api/auth/new-password', { body: { token, newPassword } })),
  });
  return (
    <OpenFrame
      title={t('setNewPassword')}
      lead={t('setNewPasswordLead')}
      below={
        <p className="signInFoot">
          <Link to="/sign-in">{t('toSignIn')}</Link>
        </p>
      }
    >
      {setting.isSuccess ? (
        <Alert role="status" type="success" showIcon title={t('changed')} description={t('changedEverywhere')} />
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={(typed: { newPassword: string }) => setting.mutate(typed)}
        >
          {setting.error === null ? null : <Problem error={setting.error} />}
          <NewPasswordFields />
          <Button type="primary" htmlType="submit" size="large" block loading={setting.isPending}>
            {t('setNewPassword')}
          </Button>
        </Form>
      )}
    </OpenFrame>
  );
}
