import { Form, Radio } from 'antd';
import { type ReexaminationOutcome, reexaminationOutcomes } from '../../rules/sanctions/reexamination.js';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { conferral } from '../labels/conferral.js';
import { useLabels } from '../labels/labelArea.js';
import { CONFERRAL, type Reexamination } from './queries.js';

interface FormValues {
  readonly outcome: ReexaminationOutcome;
  readonly reason: string;
}
interface Props {
  readonly campaignId: string;
  readonly reexamination: Reexamination;
  readonly onClose: () => void;
}

/** The office's answer to a reexamination request: final, with reasons. */
export function DecideReexamination({ campaignId, reexamination, onClose }: Props) {
  const t = useLabels(conferral);
  const path = { id: campaignId, applicationId: reexamination.applicationId };
  return (
    <FormModal<FormValues, unknown>
      title={`${t('answerIt')} · ${reexamination.applicantName}`}
      ok={t('answerIt')}
      invalidates={CONFERRAL}
      send={(body) =>
        answer(api.POST('/api/campaigns/{id}/reexaminations/{applicationId}/decision', { params: { path }, body }))
      }
      onClose={onClose}
      onDone={onClose}
    >
      <p className="writtenText" lang="zh-CN">
        {reexamination.reason}
      </p>
      <Form.Item
        name="outcome"
        label={t('state')}
        extra={t('upheldMore')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Radio.Group options={reexaminationOutcomes.toReversed().map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <RequiredReason label={t('reason')} missing={t('required')} rows={[3, 10]} />
    </FormModal>
  );
}
