import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Application } from '../api/applications.js';
import { answer, api } from '../api/client.js';
import { now } from '../api/config.js';
import { FormModal } from '../components/FormModal.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { CONFERRAL, investigatorsQuery, type ObjectionListItem } from './queries.js';

interface FormValues {
  readonly investigatorId: string;
  readonly dueOn: string;
}
interface Props {
  readonly application: Application;
  readonly objection: ObjectionListItem;
  readonly onClose: () => void;
}

/** Assigns the investigation of an objection, with a due day. */
export function AssignDialog({ application, objection, onClose }: Props) {
  const t = useLabels(conferral);
  const { data: people = [] } = useQuery(investigatorsQuery(application.campaignId));
  const { investigatorId, dueOn } = objection;
  const path = { id: application.id, objectionId: objection.id };
  const required = [{ required: true, message: t('required') }];
  return (
    <FormModal<FormValues, unknown>
      title={t('assign')}
      ok={t('assign')}
      invalidates={CONFERRAL}
      initial={{
        ...(investigatorId === null ? {} : { investigatorId }),
        ...(dueOn === null ? {} : { dueOn }),
      }}
      send={(body) =>
        answer(api.PUT('/api/applications/{id}/objections/{objectionId}/investigation', { params: { path }, body }))
      }
      onClose={onClose}
      onDone={onClose}
    >
      <Form.Item name="investigatorId" label={t('investigator')} rules={required}>
        <Select
          options={people.map(({ personId, name, role }) => ({
            value: personId,
            label: `${name}（${t(`role_${role}`)}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="dueOn" label={t('dueOn')} rules={required}>
        <Input type="date" min={localDateOf(now())} />
      </Form.Item>
    </FormModal>
  );
}
