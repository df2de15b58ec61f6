import { Form, Input } from 'antd';
import { isoInBeijing } from '../../../rules/calendar/instant.js';
import { answer, api } from '../../api/client.js';
import { ReasonField } from '../../committee/ReasonField.js';
import { FormModal } from '../../components/FormModal.js';
import { DEFENSE, type DefenseSession } from '../../defense/defenseQueries.js';
import { defense } from '../../labels/defense.js';
import { useLabels } from '../../labels/labelArea.js';
import { type DialogProps, type Unnotified, unnotifiedOf } from './unnotified.js';

interface FormValues {
  readonly startsAt: string;
  readonly room: string;
  readonly reason: string;
}

/** Moves a whole session: new time, place and reason. Clashes are shown in place. */
export function MoveDialog({ params, session, onClose, onDone }: DialogProps & { readonly session: DefenseSession }) {
  const t = useLabels(defense);
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <FormModal<FormValues, readonly Unnotified[]>
      title={t('move')}
      ok={t('move')}
      invalidates={DEFENSE}
      initial={{ startsAt: isoInBeijing(Date.parse(session.startsAt)).slice(0, 16), room: session.room }}
      send={async ({ startsAt, room, reason }) => {
        const body = { startsAt: `${startsAt}:00+08:00`, room, reason };
        const path = '/api/campaigns/{id}/defense/sessions/{sessionId}/move';
        return unnotifiedOf(await answer(api.POST(path, { params, body })));
      }}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('moveMore')}</p>
      <Form.Item name="startsAt" label={t('startsAt')} rules={required}>
        <Input type="datetime-local" style={{ width: 260 }} />
      </Form.Item>
      <Form.Item name="room" label={t('room')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <ReasonField />
    </FormModal>
  );
}
