import { Form, Radio } from 'antd';
import { answer, api } from '../../api/client.js';
import { ORIGINALS } from '../../api/originals.js';
import type { components } from '../../api/schema.js';
import { SlotTime } from '../../components/deadline/SlotTime.js';
import { FormModal } from '../../components/FormModal.js';
import { originalsPlan } from '../../labels/dossier/originalsPlan.js';
import { useLabels } from '../../labels/labelArea.js';

interface Props {
  readonly applicationId: string;
  readonly free: components['schemas']['OriginalsPlan']['free'];
  readonly onClose: () => void;
}

/** Books one of the free times at the counter, in place of what was planned before. */
export function VisitForm({ applicationId: id, free, onClose }: Props) {
  const t = useLabels(originalsPlan);
  return (
    <FormModal<{ slotId: string }, unknown>
      title={t('visit')}
      ok={t('save')}
      invalidates={ORIGINALS}
      send={({ slotId }) =>
        answer(
          api.PUT('/api/applications/{id}/originals-plan', {
            params: { path: { id } },
            body: { kind: 'visit', slotId },
          }),
        )
      }
      onClose={onClose}
      onDone={onClose}
    >
      <p className="quiet">{t('bookLead')}</p>
      <Form.Item name="slotId" label={t('slot')} rules={[{ required: true, message: t('chooseSlot') }]}>
        <Radio.Group style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
          {free.map((slot) => (
            <Radio key={slot.id} value={slot.id}>
              <SlotTime startsAt={slot.startsAt} endsAt={slot.endsAt} />{' '}
              <span className="quiet">{t('left', { n: slot.left })}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </FormModal>
  );
}
