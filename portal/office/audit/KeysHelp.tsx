import { Checkbox, Modal } from 'antd';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { office } from '../../labels/office.js';
import { useShortcutsEnabled } from './useKeys.js';

const keys = [
  ['j', 'keyNext'],
  ['k', 'keyPrevious'],
  ['a', 'keyAccept'],
  ['r', 'keyReturn'],
  ['?', 'keyHelp'],
] as const;

/** The keyboard shortcuts of the audit page, and a switch that disables them. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(office);
  const tCommon = useLabels(common);
  const [on, set] = useShortcutsEnabled();
  return (
    <Modal
      open
      title={t('keys')}
      onCancel={onClose}
      onOk={onClose}
      okText={tCommon('close')}
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
