import { Form, Input, InputNumber } from 'antd';
import { answer, api } from '../../api/client.js';
import { ORIGINALS } from '../../api/originals.js';
import { FormModal } from '../../components/FormModal.js';
import { originalsPlan } from '../../labels/dossier/originalsPlan.js';
import { useLabels } from '../../labels/labelArea.js';

interface Series {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly starts: string;
  readonly ends: string;
  /** In minutes. */
  readonly length: number;
  readonly capacity: number;
}

/** Publishes the same times on every working day of a period. */
export function PublishForm({
  campaignId: id,
  onClose,
}: {
  readonly campaignId: string;
  readonly onClose: () => void;
}) {
  const t = useLabels(originalsPlan);
  const rules = [{ required: true, message: t('required') }];
  return (
    <FormModal<Series, unknown>
      title={t('publish')}
      ok={t('publish')}
      invalidates={ORIGINALS}
      initial={{ starts: '09:00', ends: '12:00', length: 30, capacity: 5 }}
      send={({ firstDay, lastDay, starts, ends, length, capacity }) =>
        answer(
          api.POST('/api/campaigns/{id}/counter-slots', {
            params: { path: { id } },
            body: { firstDay, lastDay, times: timesIn(starts, ends, length), capacity },
          }),
        )
      }
      onClose={onClose}
      onDone={onClose}
    >
      <p className="quiet">{t('daysLead')}</p>
      <div className="row">
        <Form.Item name="firstDay" label={t('from')} rules={rules}>
          <Input type="date" style={{ width: 170 }} />
        </Form.Item>
        <Form.Item name="lastDay" label={t('until')} rules={rules}>
          <Input type="date" style={{ width: 170 }} />
        </Form.Item>
      </div>
      <div className="row">
        <Form.Item name="starts" label={t('starts')} rules={rules}>
          <Input type="time" style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="ends" label={t('ends')} rules={rules}>
          <Input type="time" style={{ width: 140 }} />
        </Form.Item>
        <Form.Item name="length" label={t('length')} rules={rules}>
          <InputNumber min={5} max={480} precision={0} />
        </Form.Item>
        <Form.Item name="capacity" label={t('capacity')} rules={rules}>
          <InputNumber min={1} max={200} precision={0} />
        </Form.Item>
      </div>
    </FormModal>
  );
}

/** The whole slots between two times of a day; one over all of it where not even one fits. */
function timesIn(starts: string, ends: string, length: number) {
  const [first, last] = [minutesOf(starts), minutesOf(ends)];
  if (first + length > last) return [{ from: starts, to: ends }];
  const count = Math.floor((last - first) / length);
  return Array.from({ length: count }, (_, index) => ({
    from: clockOf(first + index * length),
    to: clockOf(first + (index + 1) * length),
  }));
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const clockOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
