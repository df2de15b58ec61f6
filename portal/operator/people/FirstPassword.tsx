import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import type { components } from '../../api/schema.js';
import { useLabels, useMarks } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';

interface Props {
  readonly person: components['schemas']['InvitedAccount'];
  readonly onClose: () => void;
}

/** The first password of a new account; it is shown only once. */
export function FirstPassword({ person, onClose }: Props) {
  const t = useLabels(operator);
  const mark = useMarks();
  const [copied, setCopied] = useState(false);
  const { name, email, firstPassword, pending } = person;
  const copy = () => navigator.clipboard.writeText(firstPassword).then(() => setCopied(true));
  return (
    <Modal
      open
      title={t('personMade', { name })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          {'clipboard' in navigator ? (
            <Button onClick={() => void copy()}>{t(copied ? 'copied' : 'copy')}</Button>
          ) : null}
          <Button type="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <div className="quiet">{email}</div>
      <div className="firstPassword">
        <span className="visuallyHidden">
          {t('firstPassword')}
          {mark.colon}
        </span>
        <code>{firstPassword}</code>
      </div>
      <p>{t('firstPasswordMore')}</p>
      {pending ? <Alert type="info" showIcon title={t('pendingRole')} /> : null}
    </Modal>
  );
}
