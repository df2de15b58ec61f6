import { Modal } from 'antd';
import { provenAgain } from '../api/session.js';
import { account } from '../labels/account.js';
import { useLabels } from '../labels/labelArea.js';
import { CodeForm } from './CodeForm.js';

/** A dialog over a page whose act takes a fresh second factor; the act goes on by itself afterwards. */
export function ProveAgain() {
  const t = useLabels(account);
  return (
    <Modal
      open
      title={t('proveAgain')}
      footer={null}
      mask={{ closable: false }}
      zIndex={1500}
      onCancel={() => provenAgain.settle(false)}
    >
      <p>{t('proveAgainMore')}</p>
      <CodeForm ok={t('goOn')} onProven={() => provenAgain.settle(true)} />
    </Modal>
  );
}
