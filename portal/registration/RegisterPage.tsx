import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link, useNavigate } from 'react-router';
import { NewPasswordFields } from '../account/NewPasswordFields.js';
import { OpenFrame } from '../account/OpenFrame.js';
import { answer, api } from '../api/client.js';
import { useChannels } from '../api/config.js';
import { meQuery } from '../api/me.js';
import { Problem } from '../components/Problem.js';
import { usePageTitle } from '../components/usePageTitle.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';
import { SingleSignOnRefusal } from '../singleSignOn/SingleSignOn.js';
import { ContactFields } from './ContactFields.js';
import { IdNumberField } from './IdNumberField.js';

interface FormValues {
  readonly contact: string;
  readonly code: string;
  readonly name: string;
  readonly idNumber: string;
  readonly newPassword: string;
}

/** `/register`: an applicant opens an account, and chooses a unit next. */
export function RegisterPage() {
  const t = useLabels(membership);
  const sms = useChannels().includes('sms');
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(t('register'));
  const registering = useMutation({
    mutationFn: ({ contact, code, name, idNumber, newPassword }: FormValues) =>
      answer(api.POST('/api/auth/registrations', { body: { contact, code, name, idNumber, newPassword } })),
    onSuccess: async () => {
      client.clear();
      await client.fetchQuery(meQuery);
      await navigate('/membership', { replace: true });
    },
  });
  return (
    <OpenFrame
      title={t('register')}
      lead={t(sms ? 'registerLead' : 'registerMailLead')}
      below={
        <p className="signInFoot">
          <Link to="/sign-in">{t('haveAccount')}</Link>
        </p>
      }
    >
      <SingleSignOnRefusal />
      <Form<FormValues> layout="vertical" requiredMark={false} onFinish={(typed) => registering.mutate(typed)}>
        <ContactFields send={(contact) => answer(api.POST('/api/auth/registration-codes', { body: { contact } }))} />
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('nameMore')}
          rules={[{ required: true, whitespace: true, message: t('required') }]}
        >
          <Input maxLength={50} autoComplete="name" />
        </Form.Item>
        <IdNumberField />
        <NewPasswordFields />
        {registering.error === null ? null : <Problem error={registering.error} />}
        <p className="quiet">{t('afterRegistering')}</p>
        <Button type="primary" htmlType="submit" size="large" block loading={registering.isPending}>
          {t('register')}
        </Button>
      </Form>
    </OpenFrame>
  );
}
