import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { meQuery, useMe } from '../api/me.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { NewPasswordFields } from './NewPasswordFields.js';
import './password.css';

interface FormValues {
  readonly current: string;
  readonly newPassword: string;
  readonly again: string;
}

/** `/password`: change one's own password. With a first password, this is the only page until it is changed. */
export function PasswordPage() {
  const t = useLabels(account);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { passwordChangeDue, email } = useMe();
  const [form] = Form.useForm<FormValues>();
  const change = useMutation({
    mutationFn: ({ current, newPassword }: FormValues) =>
      answer(api.POST('/api/me/password', { body: { currentPassword: current, newPassword } })),
    onSuccess: async () => {
      form.resetFields();
      if (!passwordChangeDue) return;
      // The roles apply from now on: go to their home page.
      await navigate('/', { replace: true });
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });

  return (
    <Page title={t('changePassword')} lead={passwordChangeDue ? undefined : t('changeLead')}>
      <div className="passwordPage stack">
        {passwordChangeDue ? <Alert type="warning" showIcon title={t('changeDue')} /> : null}
        {change.isSuccess ? (
          <Alert role="status" type="success" showIcon title={t('changed')} description={t('changedMore')} />
        ) : null}
        <Panel>
          <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => change.mutate(typed)}>
            {change.error === null ? null : (
              <div style={{ marginBlockEnd: 16 }}>
                <Problem error={change.error} />
              </div>
            )}
            <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />
            <Form.Item name="current" label={t('current')} rules={[{ required: true, message: t('required') }]}>
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <NewPasswordFields />
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('changePassword')}
            </Button>
          </Form>
        </Panel>
      </div>
    </Page>
  );
}
