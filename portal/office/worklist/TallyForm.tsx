import { Button, Form } from 'antd';
import { useRef, useState } from 'react';
import type { Tally } from '../../../rules/application/facts.js';
import type { Receipt } from '../../api/act.js';
import type { Action, Application } from '../../api/applications.js';
import { MeetingFields } from '../../components/act/MeetingFields.js';
import { useSendAct } from '../../components/act/useSendAct.js';
import { ActReceipt } from '../../components/application/ActReceipt.js';
import { RefusedAction } from '../../components/application/RefusedAction.js';
import { PaperMinutes } from '../../components/dossier/PaperMinutes.js';
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
  const [first, second] = application.actions.filter(({ takes }) => takes === 'meeting');
  const [done, setDone] = useState<{ readonly action: Action; readonly receipt: Receipt } | null>(null);
  if (done !== null) return <ActReceipt {...done} />;
  if (first === undefined) return null;
  if (!first.allowed) return <RefusedAction action={first} />;
  const record = second?.allowed ? second : first;
  return <Fields application={application} enter={first} record={record} onDone={setDone} />;
}

interface FieldsProps {
  readonly application: Application;
  /** By the first person, who enters it, and by the second, who records it. */
  readonly enter: Action;
  readonly record: Action;
  readonly onDone: (done: { readonly action: Action; readonly receipt: Receipt }) => void;
}

function Fields({ application, enter, record, onDone }: FieldsProps) {
  const t = useLabels(acts);
  const localize = useLocalized();
  const [form] = Form.useForm<FormValues>();
  const tally = Form.useWatch('tally', form) as Partial<Tally> | undefined;
  const chosen = useRef(enter);
  const entering = useSendAct(application, enter);
  const recording = useSendAct(application, record);
  const busy = entering.busy || recording.busy;
  const error = entering.error ?? recording.error;
  const submit = (action: Action) => () => {
    chosen.current = action;
    form.submit();
  };
  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      initialValues={last()}
      onFinish={async ({ reason, ...typed }) => {
        const action = chosen.current;
        const { send } = action === enter ? entering : recording;
        const receipt = await send({ ...typed, ...(reason?.trim() ? { reason: reason.trim() } : {}) });
        if (receipt === null) return;
        const { committee, attending } = typed.tally;
        sessionStorage.setItem(
          LAST,
          JSON.stringify({ metOn: typed.metOn, tally: { committee, attending, recused: 0 } }),
        );
        onDone({ action, receipt });
      }}
    >
      <PaperMinutes application={application} />
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
      <div className="row">
        <Button loading={entering.busy} disabled={busy} onClick={submit(enter)}>
          {localize(enter)}
        </Button>
        <Button type="primary" loading={recording.busy} disabled={busy} onClick={submit(record)}>
          {localize(record)}
        </Button>
      </div>
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
