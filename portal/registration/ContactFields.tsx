import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Space } from 'antd';
import { channelTo, normalContact } from '../../rules/people/contact.js';
import { useChannels } from '../api/config.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';

/** An address or number with the code that proves it; `send` asks for the code. */
export function ContactFields({ send }: { readonly send: (contact: string) => Promise<unknown> }) {
  const t = useLabels(membership);
  const form = Form.useFormInstance<{ contact: string }>();
  const channels = useChannels();
  const typed = normalContact(Form.useWatch('contact', form) ?? '');
  const reachable = (contact: string) => channels.some((channel) => channel === channelTo(normalContact(contact)));
  const sending = useMutation({
    mutationFn: async (contact: string) => {
      await send(contact);
      return contact;
    },
  });
  return (
    <>
      <Form.Item
        name="contact"
        label={t(channels.includes('sms') ? 'contact' : 'contactMail')}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('contactMissing') },
          {
            validator: (_, value?: string) =>
              value && !reachable(value) ? Promise.reject(new Error(t('contactWrong'))) : Promise.resolve(),
          },
        ]}
      >
        <Input autoComplete="email" maxLength={254} />
      </Form.Item>
      <Form.Item label={t('code')} htmlFor="code" required>
        <Space.Compact block>
          <Form.Item name="code" noStyle rules={[{ required: true, whitespace: true, message: t('required') }]}>
            <Input id="code" maxLength={6} inputMode="numeric" autoComplete="one-time-code" />
          </Form.Item>
          <Button disabled={!reachable(typed)} loading={sending.isPending} onClick={() => sending.mutate(typed)}>
            {t('sendCode')}
          </Button>
        </Space.Compact>
      </Form.Item>
      {sending.data === undefined ? null : <p role="status">{t('codeSent', { contact: sending.data })}</p>}
      {sending.error === null ? null : <Problem error={sending.error} />}
    </>
  );
}
