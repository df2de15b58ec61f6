import { Button, Form } from 'antd';
import { useState } from 'react';
import type { Tally } from '../../../rules/application/facts.js';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { MeetingFields } from '../../components/act/MeetingFields.js';
import { useSendAct } from '../../components/act/useSendAct.js';
import { ActReceipt } from '../../components/application/ActReceipt.js';
import { RefusedAction } from '../../components/application/RefusedAction.js';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { Problem } from '../../components/Problem.js';
import { acts } from '../../labels/acts.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { TallyHints } from './TallyHints.js';

interface FormValues {
  readonly metOn: string;
  readonly tally: Tally;
  readonly reason?: string;
}
const LAST = 'lastMeeting';

/** The vote on one application; the meeting's day and committee are kept for the next one. */
export function TallyForm({ application }: { readonly application: Application }) {
  const action = application.actions.find(({ takes }) => takes === 'meeting');
  const [done, setDone] = useState<{ readonly action: Action; readonly receipt: Receipt } | null>(null);
  if (done !== null) return <ActReceipt {...done} />;
  if (action === undefined) return null;
  if (!action.allowed) return <RefusedAction action={action} />;
  return <Fields application={application} action={action} onDone={(receipt) => setDone({ action, receipt })} />;
}

interface FieldsProps {
  readonly application: Application;
  readonly action: Action;
  readonly onDone: (receipt: Receipt) => void;
}

function Fields({ application, action, onDone }: FieldsProps) {
  const t = useLabels(acts);
  const localize = useLocalized();
  const [form] = Form.useForm<FormValues>();
  const tally = Form.useWatch('tally', form) as Partial<Tally> | undefined;
  const { send, error, busy } = useSendAct(application, action);
  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      initialValues={last()}
      onFinish={async ({ reason, ...typed }) => {
        const receipt = await send({ ...typed, ...(reason?.trim() ? { reason: reason.trim() } : {}) });
        if (receipt === null) return;
        const { committee, attending } = typed.tally;
        sessionStorage.setItem(
          LAST,
          JSON.stringify({ metOn: typed.metOn, tally: { committee, attending, recused: 0 } }),
        );
        onDone(receipt);
      }}
    >
      <MeetingFields />
      <TallyHints applicationId={application.id} tally={tally ?? {}} />
      <Form.Item name="reason" label={t('remark')}>
        <GrowingTextArea minRows={1} maxRows={6} maxLength={2000} />
      </Form.Item>
      {error === null ? null : (
        <div style={{ marginBlockEnd: 12 }}>
          <Problem error={error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {localize(action)}
      </Button>
    </Form>
  );
}

function last(): Partial<FormValues> {
  try {
    return JSON.parse(sessionStorage.getItem(LAST) ?? '{}') as Partial<FormValues>;
  } catch {
    return {};
  }
}
