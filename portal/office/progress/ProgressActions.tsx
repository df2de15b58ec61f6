import { Alert, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { BilingualText } from '../../components/dossier/BilingualText.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { progress as area } from '../../labels/progress.js';
import type { CampaignProgress } from './progressQueries.js';
import { useCampaignAct } from './useCampaignAct.js';

type Action = CampaignProgress['actions'][number];
interface Props {
  readonly campaignId: string;
  readonly progress: CampaignProgress;
}

/** The office's acts on a campaign; disabled ones explain why. */
export function ProgressActions({ campaignId, progress }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const [confirming, setConfirming] = useState<Action | null>(null);
  if (progress.actions.length === 0) return null;
  return (
    <>
      <ul className="progressActions">
        {progress.actions.map((action) => (
          <li key={action.event}>
            <Button
              type={action.event === 'close' ? 'default' : 'primary'}
              danger={action.event === 'close'}
              disabled={!action.allowed}
              onClick={() => setConfirming(action)}
            >
              {localize(action.label)}
            </Button>
            {action.refusal ? (
              <span className="quiet">
                <BilingualText zh={action.refusal.detail} en={action.refusal.detailEn} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {confirming ? (
        <Confirm
          campaignId={campaignId}
          seq={progress.seq}
          action={confirming}
          title={localize(confirming.label)}
          consequence={t(consequenceOf(confirming.event))}
          onClose={() => setConfirming(null)}
        />
      ) : null}
    </>
  );
}

function consequenceOf(event: Action['event']) {
  if (event === 'file_plan' || event === 'announce' || event === 'file_results') return `consequence_${event}` as const;
  return 'consequence_close';
}

function Confirm({
  campaignId,
  seq,
  action,
  title,
  consequence,
  onClose,
}: {
  readonly campaignId: string;
  readonly seq: number;
  readonly action: Action;
  readonly title: string;
  readonly consequence: string;
  readonly onClose: () => void;
}) {
  const t = useLabels(area);
  const tCommon = useLabels(common);
  const [reason, setReason] = useState('');
  const act = useCampaignAct(campaignId);
  const send = () =>
    act.mutate(
      { event: action.event, seq, body: reason.trim() === '' ? {} : { reason: reason.trim() } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={tCommon('cancel')}
      mask={{ closable: false }}
      onCancel={onClose}
      okButtonProps={{
        loading: act.isPending,
        htmlType: 'submit',
        form: 'campaignAct',
        danger: action.event === 'close',
      }}
    >
      <Form id="campaignAct" layout="vertical" onFinish={send}>
        <Alert type="warning" showIcon title={consequence} style={{ marginBlockEnd: 12 }} />
        <Form.Item label={t('reason')} htmlFor="campaignReason" extra={t('reasonMore')}>
          <GrowingTextArea
            id="campaignReason"
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Form.Item>
        {act.error === null ? null : <Problem error={act.error} />}
      </Form>
    </Modal>
  );
}
