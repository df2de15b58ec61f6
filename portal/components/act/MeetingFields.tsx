import { Form, Input, InputNumber } from 'antd';
import { acts } from '../../labels/acts.js';
import { useLabels } from '../../labels/labelArea.js';

const counts = ['committee', 'attending', 'recused', 'agree', 'disagree', 'abstain'] as const;

/** The day of the meeting and its votes on one application. */
export function MeetingFields() {
  const t = useLabels(acts);
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Form.Item name="metOn" label={t('metOn')} rules={required}>
        <Input type="date" style={{ width: 200 }} />
      </Form.Item>
      <div className="actCounts">
        {counts.map((name) => (
          <Form.Item
            key={name}
            name={['tally', name]}
            label={t(name === 'recused' ? 'tallyRecused' : name)}
            rules={required}
          >
            <InputNumber min={0} max={10_000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
