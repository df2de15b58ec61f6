import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Problem } from '../components/Problem.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { EmailField } from './EmailField.js';
import { OpenFrame } from './OpenFrame.js';

/** `/forgotten-password`: asks for a link by mail. The answer is the same whether or not there is an account. */
export function ForgottenPage() {
  const t = useLabels(account);
  usePageTitle(t('forgotten'));
  const asking = useMutation({
    mutationFn: ({ email }: { readonly email: string }) =>
      answer(api.POST('/api/auth/password-reset', { body: { email: email.trim() } })),
  });
  return (
    <OpenFrame
      title={t('forgotten')}
      lead={t('forgottenLead')}
      below={
        <p className="signInFoot">
          <Link to="/sign-in">{t('toSignIn')}</Link>
        </p>
      }
    >
      {asking.isSuccess ? (
        <Alert role="status" type="success" showIcon title={t('linkSent')} description={t('linkSentMore')} />
      ) : (
        <Form layout="vertical" requiredMark={false} onFinish={(typed: { email: string }) => asking.mutate(typed)}>
          {asking.error === null ? null : <Problem error={asking.error} />}
          <EmailField />
          <Button type="primary" htmlType="submit" size="large" block loading={asking.isPending}>
            {t('sendLink')}
          </Button>
        </Form>
      )}
    </OpenFrame>
  );
}
