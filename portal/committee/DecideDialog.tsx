import { Form, Radio } from 'antd';
import type { RecusalOutcome } from '../../rules/committee/recusals.js';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { ExpertSelect } from './ExpertSelect.js';
import { COMMITTEE, type Recusal } from './queries.js';
import { ReasonField } from './ReasonField.js';

interface Props {
  readonly campaignId: string;
  readonly recusal: Recusal;
  readonly onClose: () => void;
}
interface FormValues {
  readonly outcome: RecusalOutcome;
  readonly expertId?: string;
  readonly reason: string;
}

/** The office's answer to an applicant's recusal request: the expert it concerns, and the reason. */
export function DecideDialog({ campaignId, recusal, onClose }: Props) {
  const t = useLabels(committee);
  const path = { params: { path: { id: campaignId, recusalId: recusal.id } } };
  return (
    <FormModal<FormValues, unknown>
      title={t('decideOf', { name: recusal.applicantName ?? '' })}
      ok={t('decide')}
      invalidates={COMMITTEE}
      initial={{ outcome: 'granted' }}
      send={({ outcome, expertId, reason }) => {
        const meant = outcome === 'granted' && expertId ? { expertId } : {};
        const body = { outcome, reason, ...meant };
        return answer(api.POST('/api/campaigns/{id}/recusals/{recusalId}/decision', { ...path, body }));
      }}
      onClose={onClose}
      onDone={onClose}
    >
      <p lang="zh-CN">
        {t('namedPerson', { name: recusal.named ?? '' })}
        <br />
        {recusal.reason}
      </p>
      <Form.Item name="outcome" label={t('outcome')}>
        <Radio.Group
          options={[
            { value: 'granted', label: t('grant') },
            { value: 'refused', label: t('refuse') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['outcome']}>
        {({ getFieldValue }) =>
          getFieldValue('outcome') === 'granted' ? (
            <ExpertSelect campaignId={campaignId} label={t('expertChoice')} />
          ) : null
        }
      </Form.Item>
      <ReasonField />
    </FormModal>
  );
}
