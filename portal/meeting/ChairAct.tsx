import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Told } from '../pieces/dossier/Told.js';
import { FormModal } from '../pieces/FormModal.js';
import { useSay, useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';
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
  readonly asksReason?: boolean;
  readonly danger?: boolean;
  readonly send: (reason: string | undefined) => Promise<unknown>;
}

/** An act of the chair: a button, what it leads to, and a confirmation; why not, when it may not be done. */
export function ChairAct({ act, consequence, asksReason = false, danger = false, send }: Props) {
  const t = useWords(meeting);
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const words = say(act);
  const close = () => setAsked(false);
  return (
    <>
      <Button
        type={danger ? 'default' : 'primary'}
        danger={danger}
        disabled={!act.allowed}
        onClick={() => setAsked(true)}
      >
        {words}
      </Button>
      {act.refusal === null ? null : (
        <span className="quiet">
          <Told zh={act.refusal.detail} en={act.refusal.detailEn} />
        </span>
      )}
      {asked ? (
        <FormModal<{ reason?: string }, unknown>
          title={words}
          ok={t('confirmAct', { act: words })}
          touches={MEETING}
          send={({ reason }) => send(reason)}
          onClose={close}
          onDone={close}
        >
          <Alert type="warning" showIcon title={consequence} style={{ marginBlockEnd: 12 }} />
          {asksReason ? (
            <Form.Item name="reason" label={t('reason')} rules={[{ required: true, message: t('required') }]}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
            </Form.Item>
          ) : null}
        </FormModal>
      ) : null}
    </>
  );
}
