import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { objectionOutcomes } from '../../../rules/application/objections.js';
import { paymentChannels } from '../../../rules/application/paymentChannels.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { type Application, policyQuery } from '../../api/applications.js';
import { now } from '../../api/config.js';
import { acts } from '../../labels/acts.js';
import { useLabels, useLocalized } from '../../labels/labelArea.js';
import { Instant } from '../deadline/Instant.js';
import { PaperMinutes } from '../dossier/PaperMinutes.js';
import { GrowingTextArea } from '../GrowingTextArea.js';
import { MeetingFields } from './MeetingFields.js';

/** Props of the fields of an act's form. */
export interface FieldsProps {
  readonly application: Application;
}

/** A reason. Whether it is required is decided by the law; the hint only says what it is for. */
export function Reason({ optional = false }: { readonly optional?: boolean }) {
  const t = useLabels(acts);
  return (
    <Form.Item name="reason" label={t(optional ? 'remark' : 'reason')} extra={optional ? undefined : t('reasonHint')}>
      <GrowingTextArea minRows={3} maxRows={10} maxLength={2000} showCount />
    </Form.Item>
  );
}

export function Submission() {
  return <Alert type="info" showIcon title={useLabels(acts)('submission')} />;
}

export function Attachments({ application }: FieldsProps) {
  const t = useLabels(acts);
  const policy = useQuery(policyQuery(application.id)).data as unknown as Policy | undefined;
  const asked = policy?.unitDecision.value ?? false;
  const rules = [{ required: asked, message: t('required') }];
  return (
    <>
      <Alert type="info" showIcon title={t('attachments')} style={{ marginBlockEnd: 16 }} />
      <Form.Item name="decidedOn" label={t('unitDecidedOn')} extra={policy?.unitDecision.clause} rules={rules}>
        <Input type="date" max={localDateOf(now())} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="decisionNumber" label={t('unitDecisionNumber')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="leader" label={t('leader')} rules={rules}>
        <Input maxLength={100} />
      </Form.Item>
      <Reason optional />
    </>
  );
}

export function Objection() {
  const t = useLabels(acts);
  return (
    <>
      <Reason />
      <Form.Item name="name" label={t('objectorName')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="contact" label={t('objectorContact')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unreachable" valuePropName="checked" extra={t('unreachableMore')}>
        <Checkbox>{t('unreachable')}</Checkbox>
      </Form.Item>
    </>
  );
}

export function ObjectionOutcome({ application }: FieldsProps) {
  const t = useLabels(acts);
  const required = [{ required: true, message: t('required') }];
  const open = application.objections.filter(({ outcome }) => outcome === null);
  return (
    <>
      <Form.Item name="objectionId" label={t('objection')} rules={required} initialValue={open[0]?.id}>
        <Radio.Group
          vertical
          options={open.map(({ id, raisedAt }) => ({ value: id, label: <Instant at={raisedAt} /> }))}
        />
      </Form.Item>
      <Form.Item name="outcome" label={t('outcome')} rules={required}>
        <Radio.Group options={objectionOutcomes.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Reason />
    </>
  );
}

export function Payment() {
  const t = useLabels(acts);
  const required = [{ required: true, message: t('required') }];
  const today = localDateOf(now());
  return (
    <>
      <Form.Item name="paidOn" label={t('paidOn')} rules={required} initialValue={today}>
        <Input type="date" max={today} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="yuan" label={t('amount')} rules={required}>
        <InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="channel" label={t('channel')} rules={required}>
        <Radio.Group options={paymentChannels.map((value) => ({ value, label: t(`channel_${value}`) }))} />
      </Form.Item>
      <Form.Item name="voucher" label={t('voucher')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}

export function Appointment() {
  const t = useLabels(acts);
  return (
    <>
      <Form.Item name="at" label={t('appointmentAt')} rules={[{ required: true, message: t('required') }]}>
        <Input type="datetime-local" style={{ width: 260 }} />
      </Form.Item>
      <Form.Item name="place" label={t('place')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

export function Extension({ application }: FieldsProps) {
  const t = useLabels(acts);
  const localize = useLocalized();
  const required = [{ required: true, message: t('required') }];
  const running = application.deadlines.flatMap((deadline) => deadline ?? []);
  return (
    <>
      <Form.Item name="deadline" label={t('deadline')} rules={required} initialValue={running[0]?.name}>
        <Select options={running.map(({ name, label }) => ({ value: name, label: localize(label) }))} />
      </Form.Item>
      <Form.Item name="due" label={t('newDue')} rules={required}>
        <Input type="datetime-local" style={{ width: 260 }} />
      </Form.Item>
      <Reason />
    </>
  );
}

/** Asking for a pause: why, and by when it is to end or to be looked at again. */
export function Pause() {
  const t = useLabels(acts);
  return (
    <>
      <Form.Item
        name="until"
        label={t('pauseUntil')}
        extra={t('pauseHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Input type="date" min={localDateOf(now())} style={{ width: 200 }} />
      </Form.Item>
      <Reason />
    </>
  );
}

/** What scoring a defense goes by: there is nothing to type. */
export function PanelSheets() {
  const t = useLabels(acts);
  return <p>{t('panelSheets')}</p>;
}

export function Meeting({ application }: FieldsProps) {
  return (
    <>
      <PaperMinutes application={application} />
      <MeetingFields />
      <Reason optional />
    </>
  );
}

export function FreeText() {
  return <Reason />;
}
