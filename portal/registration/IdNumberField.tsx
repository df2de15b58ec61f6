import { Form, Input } from 'antd';
import { useLabels } from '../labels/labelArea.js';
import { membership } from '../labels/membership.js';

/** The ID number of who opens an account; the server checks region, day of birth and check digit. */
export function IdNumberField() {
  const t = useLabels(membership);
  return (
    <Form.Item
      name="idNumber"
      label={t('idNumber')}
      extra={t('idNumberMore')}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: t('required') },
        { pattern: /^\s*\d{17}[\dXx]\s*$/, message: t('idNumberWrong') },
      ]}
    >
      <Input maxLength={20} autoComplete="off" />
    </Form.Item>
  );
}
