import { Alert, Form, Input } from 'antd';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MEETING } from './meetingQueries.js';

interface Proof {
  readonly password: string;
  readonly code: string;
}
interface Props {
  readonly title: string;
  readonly more: string;
  readonly requiresReason?: boolean;
  readonly send: (proof: Proof, reason: string | undefined) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Confirms an act with a password and an authenticator's code. */
export function SignDialog({ title, more, requiresReason = false, send, onClose }: Props) {
  const t = useLabels(meeting);
  return (
    <FormModal<Proof & { reason?: string }, unknown>
      title={title}
      ok={title}
      invalidates={MEETING}
      send={({ reason, ...proof }) => send(proof, reason)}
      onClose={onClose}
      onDone={onClose}
    >
      <Alert type="warning" showIcon title={more} style={{ marginBlockEnd: 12 }} />
      {requiresReason ? (
        <Form.Item name="reason" label={t('reason')} rules={[{ required: true, message: t('required') }]}>
          <GrowingTextArea minRows={2} maxRows={6} maxLength={4000} />
        </Form.Item>
      ) : null}
      <PasswordField />
      <CodeField />
    </FormModal>
  );
}

function PasswordField() {
  const t = useLabels(meeting);
  return (
    <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
      <Input.Password autoComplete="current-password" maxLength={128} />
    </Form.Item>
  );
}

function CodeField() {
  const t = useLabels(meeting);
  return (
    <Form.Item name="code" label={t('code')} rules={[{ required: true, pattern: /^\d{6}$/, message: t('required') }]}>
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
    </Form.Item>
  );
}
