import { Form, Input } from 'antd';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';

/** The fields of a meeting's day, hour and place; whoever has it in their calendar is written to. */
export function WhenAndWhere() {
  const t = useLabels(meeting);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <>
      <Form.Item name="heldOn" label={t('heldOn')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="begins" label={t('begins')} rules={required}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="place" label={t('place')} rules={required} extra={t('membersWritten')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}
