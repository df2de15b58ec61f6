import { DownOutlined, IdcardOutlined } from '@ant-design/icons';
import { useNavigate } from 'react-router';
import { type Binding, useMe } from '../api/me.js';
import { common } from '../labels/common.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { homeOf, rememberBinding, useBinding } from './binding.js';
import { PopupMenu } from './PopupMenu.js';

const keyOf = ({ role, scope }: Binding) => `${role}:${scope ?? ''}`;

/** The current role and the other roles of the person. */
export function RoleSwitcher() {
  const t = useLabels(common);
  const localize = useLocalized();
  const navigate = useNavigate();
  const { roles } = useMe();
  const current = useBinding();
  if (current === undefined) return null;
  const name = (binding: Binding) => (
    <span className="binding">
      {localize(binding)}
      {binding.scopeName === null ? null : (
        <span className="bindingScope quiet" lang="zh-CN" title={binding.scopeName}>
          {binding.scopeName}
        </span>
      )}
    </span>
  );
  if (roles.length === 1) {
    return (
      <span className="quiet row" style={{ gap: 6, flexWrap: 'nowrap' }}>
        <IdcardOutlined aria-hidden />
        <span className="visuallyHidden">{t('role')}: </span>
        {name(current)}
      </span>
    );
  }
  return (
    <PopupMenu
      label={`${t('switchRole')}: ${localize(current)} ${current.scopeName ?? ''}`.trim()}
      icon={<IdcardOutlined />}
      head={t('switchRole')}
      items={roles.map((binding) => ({
        key: keyOf(binding),
        label: name(binding),
        chosen: keyOf(binding) === keyOf(current),
        onClick: () => {
          rememberBinding(binding);
          void navigate(homeOf(binding));
        },
      }))}
    >
      {name(current)} <DownOutlined style={{ fontSize: 12 }} />
    </PopupMenu>
  );
}
