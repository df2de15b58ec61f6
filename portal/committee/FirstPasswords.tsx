import { Button, Modal } from 'antd';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import type { EngagedExpert } from './queries.js';

interface Props {
  readonly added: readonly EngagedExpert[];
  readonly onClose: () => void;
}

/** First passwords of new accounts; they are shown only once. */
export function FirstPasswords({ added, onClose }: Props) {
  const t = useLabels(committee);
  return (
    <Modal
      open
      title={t('passwords')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <p>{t('passwordsMore')}</p>
      <ul className="lines">
        {added.map(({ id, name, email, firstPassword }) => (
          <li key={id}>
            <span>
              <strong lang="zh-CN">{name}</strong> <span className="quiet">{email}</span>
            </span>
            <code>{firstPassword}</code>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
