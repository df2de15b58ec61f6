import { Form, Input } from 'antd';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';

/** The reason recorded with an act. */
export function ReasonField() {
  const t = useLabels(committee);
  return (
    <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('required') }]}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
    </Form.Item>
  );
}
