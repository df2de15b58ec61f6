import { Form, Select } from 'antd';
import { answer, api } from '../api/client.js';
import { FormModal } from '../pieces/FormModal.js';
import { useWords } from '../words/area.js';
import { committee } from '../words/committee.js';
import { ApplicantSelect } from './ApplicantSelect.js';
import { ExpertSelect } from './ExpertSelect.js';
import { COMMITTEE } from './queries.js';
import { ReasonField } from './ReasonField.js';

interface Props {
  readonly campaignId: string;
  readonly forOthers: boolean;
  readonly onClose: () => void;
}
interface Typed {
  readonly expertId?: string;
  readonly kind: 'kinship' | 'co_worker' | 'other';
  readonly applicationId: string;
  readonly reason: string;
}

/** A conflict with one applicant, declared by the expert or by the office. */
export function ConflictDialog({ campaignId, forOthers, onClose }: Props) {
  const t = useWords(committee);
  const needed = [{ required: true, message: t('required') }];
  const send = ({ expertId, ...declared }: Typed) => {
    const body = { ...declared, ...(expertId ? { expertId } : {}) };
    return answer(api.POST('/api/campaigns/{id}/conflicts', { params: { path: { id: campaignId } }, body }));
  };
  return (
    <FormModal<Typed, unknown>
      title={t('declare')}
      ok={t('declare')}
      touches={COMMITTEE}
      send={send}
      onClose={onClose}
      onDone={onClose}
    >
      {forOthers ? <ExpertSelect campaignId={campaignId} label={t('expert')} /> : null}
      <Form.Item name="kind" label={t('kind')} rules={needed}>
        <Select
          options={(['kinship', 'co_worker', 'other'] as const).map((kind) => ({
            value: kind,
            label: t(`kind_${kind}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="applicationId" label={t('applicant')} rules={needed}>
        <ApplicantSelect campaignId={campaignId} />
      </Form.Item>
      <ReasonField />
    </FormModal>
  );
}
