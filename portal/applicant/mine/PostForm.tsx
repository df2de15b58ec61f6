import { Form, Input } from 'antd';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { trackingNumber } from '../../../rules/originals/originalsPlans.js';
import { answer, api } from '../../api/client.js';
import { now } from '../../api/config.js';
import { ORIGINALS } from '../../api/originals.js';
import { FormModal } from '../../components/FormModal.js';
import { originalsPlan } from '../../labels/dossier/originalsPlan.js';
import { useLabels } from '../../labels/labelArea.js';

interface Parcel {
  readonly carrier: string;
  readonly tracking: string;
  readonly sentOn: string;
}

/** States the parcel the originals are in. */
export function PostForm({
  applicationId: id,
  onClose,
}: {
  readonly applicationId: string;
  readonly onClose: () => void;
}) {
  const t = useLabels(originalsPlan);
  const today = localDateOf(now());
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <FormModal<Parcel, unknown>
      title={t('post')}
      ok={t('save')}
      invalidates={ORIGINALS}
      initial={{ sentOn: today }}
      send={({ tracking, ...parcel }) =>
        answer(
          api.PUT('/api/applications/{id}/originals-plan', {
            params: { path: { id } },
            body: { kind: 'post', ...parcel, tracking: tracking.trim() },
          }),
        )
      }
      onClose={onClose}
      onDone={onClose}
    >
      <Form.Item name="carrier" label={t('carrier')} rules={[required]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="tracking"
        label={t('tracking')}
        extra={t('trackingRule')}
        rules={[
          {
            required: true,
            pattern: trackingNumber,
            transform: (typed?: string) => typed?.trim(),
            message: t('trackingRule'),
          },
        ]}
      >
        <Input maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item name="sentOn" label={t('sentOn')} rules={[required]}>
        <Input type="date" max={today} style={{ width: 200 }} />
      </Form.Item>
    </FormModal>
  );
}
