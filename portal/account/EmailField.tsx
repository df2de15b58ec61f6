import { Form, Input } from 'antd';
import { channelTo, normalContact } from '../../rules/people/contact.js';
import { useChannels } from '../api/config.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

/** The name of an account: its address or, where short messages are sent, its mobile number; judged once it is left. */
export function EmailField() {
  const t = useLabels(account);
  const sms = useChannels().includes('sms');
  return (
    <Form.Item
      name="email"
      label={t(sms ? 'emailOrPhone' : 'email')}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t('emailMissing') },
        {
          validator: (_, value?: string) =>
            value && channelTo(normalContact(value)) === null
              ? Promise.reject(new Error(t('emailWrong')))
              : Promise.resolve(),
        },
      ]}
    >
      <Input size="large" autoComplete="username" {...(sms ? {} : { inputMode: 'email' })} />
    </Form.Item>
  );
}

/** What was typed, as the API names an account. */
export function accountOf(typed: string): { readonly email: string } | { readonly phone: string } {
  const contact = normalContact(typed);
  return channelTo(contact) === 'sms' ? { phone: contact } : { email: contact };
}
