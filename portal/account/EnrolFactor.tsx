import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { Problem } from '../components/Problem.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import './secondFactor.css';

interface Codes {
  readonly code: string;
  readonly mailCode: string;
}

/** Sets up an authenticator: the key as a picture, the code from the mail, the first code, and the recovery codes. */
export function EnrolFactor({ onDone }: { readonly onDone: () => void }) {
  const t = useLabels(account);
  const { email } = useMe();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const offer = useMutation({ mutationFn: () => answer(api.POST('/api/me/second-factor')) });
  const confirm = useMutation({
    mutationFn: (body: Codes) => answer(api.POST('/api/me/second-factor/confirm', { body })),
    onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  if (codes !== null) return <RecoveryCodes codes={codes} onNoted={onDone} />;
  const error = confirm.error ?? offer.error;
  const problem = error === null ? null : <Problem error={error} />;
  if (offer.data === undefined)
    return (
      <div className="stack">
        <p className="enrolLead">{t('enrolBegin', { email: email ?? '' })}</p>
        {problem}
        <div>
          <Button type="primary" loading={offer.isPending} onClick={() => offer.mutate()}>
            {t('enrol')}
          </Button>
        </div>
      </div>
    );
  const { qrCode, secret } = offer.data;
  const sixDigits = [{ required: true, pattern: /^\d{6}$/, message: t('sixDigits') }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(typed: Codes) => confirm.mutate(typed)}>
      <ol className="enrolSteps">
        <li>
          <p>{t('enrolScan')}</p>
          <div className="enrolKey">
            <img src={`data:image/svg+xml,${encodeURIComponent(qrCode)}`} alt={t('qrCode')} width={200} height={200} />
            <div>
              <span className="quiet">{t('enrolByHand')}</span>
              <code className="enrolSecret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
            </div>
          </div>
        </li>
        <li>
          <Form.Item name="code" label={t('code')} validateTrigger="onBlur" rules={sixDigits}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
          </Form.Item>
        </li>
        <li>
          <Form.Item
            name="mailCode"
            label={t('mailCode')}
            extra={t('mailCodeHint', { email: email ?? '' })}
            validateTrigger="onBlur"
            rules={sixDigits}
          >
            <Input autoComplete="off" inputMode="numeric" maxLength={6} />
          </Form.Item>
        </li>
      </ol>
      {problem}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('enrolConfirm')}
        </Button>
        <Button loading={offer.isPending} onClick={() => offer.mutate()}>
          {t('sendAgain')}
        </Button>
      </div>
    </Form>
  );
}
