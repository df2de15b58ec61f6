import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { BilingualText } from '../components/dossier/BilingualText.js';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MEETING } from './meetingQueries.js';

interface Props {
  readonly act: {
    readonly event: string;
    readonly zh: string;
    readonly en: string;
    readonly allowed: boolean;
    readonly refusal: { readonly detail: string; readonly detailEn: string } | null;
  };
  readonly consequence: string;
  readonly requiresReason?: boolean;
  readonly danger?: boolean;
  readonly send: (reason: string | undefined) => Promise<unknown>;
}

/**
 * An act of the chair: a button, its consequence, and a confirmation; disabled with a reason when it is not allowed.
 */
export function ChairAct({ act, consequence, requiresReason = false, danger = false, send }: Props) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  const [confirming, setConfirming] = useState(false);
  const label = localize(act);
  const close = () => setConfirming(false);
  return (
    <>
      <Button
        type={danger ? 'default' : 'primary'}
        danger={danger}
        disabled={!act.allowed}
        onClick={() => setConfirming(true)}
      >
        {label}
      </Button>
      {act.refusal === null ? null : (
        <span className="quiet">
          <BilingualText zh={act.refusal.detail} en={act.refusal.detailEn} />
        </span>
      )}
      {confirming ? (
        <FormModal<{ reason?: string }, unknown>
          title={label}
          ok={t('confirmAct', { act: label })}
          invalidates={MEETING}
          send={({ reason }) => send(reason)}
          onClose={close}
          onDone={close}
        >
          <Alert type="warning" showIcon title={consequence} style={{ marginBlockEnd: 12 }} />
          {requiresReason ? (
            <Form.Item name="reason" label={t('reason')} rules={[{ required: true, message: t('required') }]}>
              <GrowingTextArea minRows={2} maxRows={6} maxLength={2000} />
            </Form.Item>
          ) : null}
        </FormModal>
      ) : null}
    </>
  );
}
