import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Problem } from '../components/Problem.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { useTokenOnce } from '../registration/useTokenOnce.js';
import { NewPasswordFields } from './NewPasswordFields.js';
import { OpenFrame } from './OpenFrame.js';

/** `/new-password#token`: sets another password by the link from the mail, which works once. */
export function NewPasswordPage() {
  const t = useLabels(account);
  usePageTitle(t('setNewPassword'));
  const token = useTokenOnce();
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
