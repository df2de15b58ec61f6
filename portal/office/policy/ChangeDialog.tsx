import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { GrowingTextArea } from '../../components/GrowingTextArea.js';
import { Problem } from '../../components/Problem.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import type { NamedField } from './values/namedField.js';

interface Props {
  readonly title: string;
  readonly ok: string;
  readonly danger?: boolean;
  readonly error: unknown;
  readonly busy: boolean;
  /** null when no reason is needed */
  readonly reason: string | null;
  /** Names a field that was refused; absent: it is shown as it is. */
  readonly fieldName?: (field: string) => NamedField | null;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A change of a policy or its campaign: the change, the reason, and a refusal in place. */
export function ChangeDialog(given: Props) {
  const { title, ok, danger = false, error, busy, reason, fieldName, onSend, onClose, children } = given;
  const t = useLabels(office);
  const labels = useLabels(common);
  const [text, setText] = useState(reason ?? '');
  const [lacking, setLacking] = useState(false);
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={ok}
      cancelText={labels('cancel')}
      okButtonProps={{ danger, loading: busy, htmlType: 'submit', form: 'policyChange' }}
    >
      <Form
        id="policyChange"
        layout="vertical"
        onFinish={() => {
          const why = text.trim();
          setLacking(reason !== null && why === '');
          if (reason === null || why !== '') onSend(why);
        }}
      >
        {children}
        {reason === null ? null : (
          <Form.Item
            label={t('reason')}
            htmlFor="policyReason"
            extra={t('reasonKept')}
            validateStatus={lacking ? 'error' : ''}
            help={lacking ? t('required') : undefined}
          >
            <GrowingTextArea
              id="policyReason"
              minRows={2}
              maxRows={6}
              maxLength={2000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </Form.Item>
        )}
        {error === null ? null : <Problem error={error} {...(fieldName ? { fieldName } : {})} />}
      </Form>
    </Modal>
  );
}
