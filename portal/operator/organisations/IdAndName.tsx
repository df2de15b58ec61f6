import { Form, Input } from 'antd';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

const fitting = /^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$/;

/** Fields for the name and, unless it is given already, the id of a unit or department. */
export function IdAndName({ given }: { readonly given: boolean }) {
  const t = useLabels(operator);
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('required') }]}>
        <Input maxLength={100} />
      </Form.Item>
      {given ? null : (
        <Form.Item
          name="id"
          label={t('id')}
          extra={t('idMore')}
          validateTrigger="onBlur"
          rules={[
            { required: true, message: t('required') },
            { pattern: fitting, message: t('idWrong') },
          ]}
        >
          <Input maxLength={64} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
      )}
    </>
  );
}
