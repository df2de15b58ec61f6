import { Alert, Checkbox, Form } from 'antd';
import { fetchInSession } from '../api/client.js';
import { ApiProblem, ConnectionLost, isProblem } from '../api/problem.js';
import { FormModal } from '../components/FormModal.js';
import { RequiredReason } from '../components/RequiredReason.js';
import { conferral } from '../labels/conferral.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { CONFERRAL, type Sanction } from './queries.js';

interface FormValues {
  readonly reason: string;
  readonly restoresTitle?: boolean;
}
interface Props {
  readonly campaignId: string;
  readonly sanction: Sanction;
  readonly action: Sanction['actions'][number];
  readonly onClose: () => void;
}

/** One act on a sanction, with reasons; shows its consequence first. */
export function SanctionActDialog({ campaignId, sanction, action, onClose }: Props) {
  const t = useLabels(conferral);
  const localize = useLocalized();
  const title = localize(action.label);
  return (
    <FormModal<FormValues, unknown>
      title={`${title} · ${sanction.name}`}
      ok={title}
      invalidates={CONFERRAL}
      send={(typed) => send(`/api/campaigns/${campaignId}/sanctions/${sanction.id}/${action.event}`, typed)}
      onClose={onClose}
      onDone={onClose}
    >
      <Alert
        type="warning"
        showIcon
        title={t(action.event === 'confirm' ? 'consequence_confirm' : 'consequence_other')}
        style={{ marginBlockEnd: 12 }}
      />
      <RequiredReason label={t('reason')} missing={t('required')} rows={[2, 8]} />
      {action.event === 'request_lift' && sanction.revokes ? (
        <Form.Item name="restoresTitle" valuePropName="checked">
          <Checkbox>{t('restoresTitle')}</Checkbox>
        </Form.Item>
      ) : null}
    </FormModal>
  );
}

async function send(url: string, { reason, restoresTitle = false }: FormValues): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ reason, restoresTitle });
  const response = await fetchInSession(new Request(url, { method: 'POST', headers, body }));
  if (response.ok) return;
  const description: unknown = await response.json().catch(() => null);
  throw isProblem(description) ? new ApiProblem(description) : new ConnectionLost(response.status);
}
