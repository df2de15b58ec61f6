import { Alert, Form, Input } from 'antd';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { now } from '../../api/config.js';
import { FormModal } from '../../components/FormModal.js';
import { RequiredReason } from '../../components/RequiredReason.js';
import { useLabels } from '../../labels/labelArea.js';
import { pauses as area } from './pauseLabels.js';
import { requestPause } from './pauseQueries.js';

/** Asks for a pause of all deadlines: why, and until when. */
export function RequestPauseDialog({
  campaignId,
  onClose,
}: {
  readonly campaignId: string;
  readonly onClose: () => void;
}) {
  const t = useLabels(area);
  return (
    <FormModal<{ reason: string; until: string }, unknown>
      title={t('ask')}
      ok={t('ask')}
      invalidates="campaigns"
      send={(body) => requestPause(campaignId, body)}
      onClose={onClose}
      onDone={onClose}
    >
      <Alert type="info" showIcon title={t('askConsequence')} style={{ marginBlockEnd: 12 }} />
      <RequiredReason label={t('reason')} missing={t('reasonMissing')} />
      <Form.Item name="until" label={t('until')} rules={[{ required: true, message: t('untilMissing') }]}>
        <Input type="date" min={localDateOf(now())} style={{ width: 200 }} />
      </Form.Item>
    </FormModal>
  );
}
