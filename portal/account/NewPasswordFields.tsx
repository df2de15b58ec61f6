import { Form, Input } from 'antd';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';

const shortest = 10;

/** A new password, typed twice; it differs from the field `current` where there is one. */
export function NewPasswordFields() {
  const t = useLabels(account);
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t('newPassword')}
        extra={t('newPasswordHint')}
        dependencies={['current']}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('required') },
          { min: shortest, message: t('tooShort') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value !== undefined && value === getFieldValue('current')
                ? Promise.reject(new Error(t('sameAsOld')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('repeated')}
        dependencies={['newPassword']}
        validateTrigger="onBlur"
        rules={[
          { required: true, message: t('required') },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error(t('notRepeated'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
