import { LogoutOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { PopupMenu } from './PopupMenu.js';

/** Ends the session and reloads, so that nothing of this person stays on the page. */
async function signOut() {
  await answer(api.POST('/api/auth/sign-out'));
  window.location.assign('/sign-in');
}

/** The signed-in person and the sign-out button. */
export function AccountMenu() {
  const t = useLabels(common);
  const navigate = useNavigate();
  const { name, email } = useMe();
  return (
    <PopupMenu
      label={`${t('account')}: ${name ?? email ?? ''}`}
      icon={<UserOutlined />}
      head={
        <>
          <div lang="zh-CN">{name}</div>
          <div className="quiet">{email}</div>
        </>
      }
      items={[
        {
          key: 'security',
          label: (
            <>
              <SafetyOutlined /> {t('security')}
            </>
          ),
          onClick: () => void navigate('/account'),
        },
        {
          key: 'out',
          label: (
            <>
              <LogoutOutlined /> {t('signOut')}
            </>
          ),
          onClick: () => void signOut(),
        },
      ]}
    >
      <span className="onDesk">{name ?? email}</span>
    </PopupMenu>
  );
}
