import { Form, Input } from 'antd';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

/** The address of an account, judged once it is left. */
export function EmailField() {
  const t = useLabels(account);
  return (
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
  );
}
