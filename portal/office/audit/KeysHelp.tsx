import { Checkbox, Modal } from 'antd';
import { useWords } from '../../words/area.js';
import { common } from '../../words/common.js';
import { office } from '../../words/office.js';
import { useKeysWanted } from './useKeys.js';

const keys = [
  ['j', 'keyNext'],
  ['k', 'keyPrevious'],
  ['a', 'keyAccept'],
  ['r', 'keyReturn'],
  ['?', 'keyHelp'],
] as const;

/** Which keys do what on the audit's page, and a switch for them. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(office);
  const words = useWords(common);
  const [on, set] = useKeysWanted();
  return (
    <Modal
      open
      title={t('keys')}
      onCancel={onClose}
      onOk={onClose}
      okText={words('close')}
      footer={(_, { OkBtn }) => <OkBtn />}
    >
      <dl className="auditKeys">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={on} onChange={({ target }) => set(target.checked)}>
        {t('keysOn')}
      </Checkbox>
    </Modal>
  );
}
