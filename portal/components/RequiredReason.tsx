import { Form } from 'antd';
import { GrowingTextArea } from './GrowingTextArea.js';

interface Props {
  readonly label: string;
  /** shown when it is left empty */
  readonly missing: string;
  /** rows of the field when empty and at most */
  readonly rows?: readonly [least: number, most: number];
  readonly maxLength?: number;
}

/** The required reason of an act, as the field `reason` of a form. */
export function RequiredReason({ label, missing, rows: [minRows, maxRows] = [2, 6], maxLength = 2000 }: Props) {
  return (
    <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message: missing }]}>
      <GrowingTextArea minRows={minRows} maxRows={maxRows} maxLength={maxLength} />
    </Form.Item>
  );
}
