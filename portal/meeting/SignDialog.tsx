import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { FormModal } from '../components/FormModal.js';
import { GrowingTextArea } from '../components/GrowingTextArea.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { factorQuery, MEETING } from './meetingQueries.js';

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

/** Confirms an act with a password and an authenticator's code; without an authenticator, sets one up first. */
export function SignDialog(props: Props) {
  const { data } = useQuery(factorQuery);
  if (data === undefined) return null;
  return data.confirmed ? <Sign {...props} /> : <SetUp onClose={props.onClose} />;
}

function Sign({ title, more, requiresReason = false, send, onClose }: Props) {
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

function SetUp({ onClose }: Pick<Props, 'onClose'>) {
  const t = useLabels(meeting);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret === null) {
    return (
      <FormModal<{ password: string }, { secret: string }>
        title={t('setUpFactor')}
        ok={t('showKey')}
        invalidates={MEETING}
        send={(body) => answer(api.POST('/api/me/second-factor', { body }))}
        onClose={onClose}
        onDone={(offered) => setSecret(offered.secret)}
      >
        <p>{t('setUpMore')}</p>
        <PasswordField />
      </FormModal>
    );
  }
  return (
    <FormModal<Proof, unknown>
      key="confirm"
      title={t('setUpFactor')}
      ok={t('confirmFactor')}
      invalidates="secondFactor"
      send={(body) => answer(api.POST('/api/me/second-factor/confirm', { body }))}
      onClose={onClose}
      onDone={() => undefined}
    >
      <p>{t('setUpMore')}</p>
      <p>{t('key')}</p>
      <p className="factorKey">
        <code>{secret}</code>
      </p>
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
