import { Form } from 'antd';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { ApplicantSelect } from './ApplicantSelect.js';
import { ExpertSelect } from './ExpertSelect.js';
import { COMMITTEE } from './queries.js';
import { ReasonField } from './ReasonField.js';

interface Props {
  readonly campaignId: string;
  /** the office recuses an expert; otherwise experts recuse themselves */
  readonly forOthers: boolean;
  readonly onClose: () => void;
}
interface FormValues {
  readonly expertId?: string;
  readonly applicationId?: string;
  readonly reason: string;
}

/** Records a recusal that takes effect at once: one's own, or one the office decides. */
export function RecuseDialog({ campaignId, forOthers, onClose }: Props) {
  const t = useLabels(committee);
  const send = ({ expertId, applicationId, reason }: FormValues) => {
    const body = { reason, applicationId: applicationId ?? null, ...(expertId ? { expertId } : {}) };
    return answer(api.POST('/api/campaigns/{id}/recusals', { params: { path: { id: campaignId } }, body }));
  };
  const title = t(forOthers ? 'recuse' : 'recuseSelf');
  return (
    <FormModal<FormValues, unknown>
      title={title}
      ok={title}
      invalidates={COMMITTEE}
      send={send}
      onClose={onClose}
      onDone={onClose}
    >
      {forOthers ? <ExpertSelect campaignId={campaignId} label={t('expert')} /> : null}
      <Form.Item name="applicationId" label={t('recusalScope')} extra={t('everythingMore')}>
        <ApplicantSelect campaignId={campaignId} />
      </Form.Item>
      <ReasonField />
    </FormModal>
  );
}
