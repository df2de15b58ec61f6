import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { answer, api } from '../api/client.js';
import { useMe } from '../api/me.js';
import { useWords } from '../words/area.js';
import { common } from '../words/common.js';

/** Ends the session and begins anew, so that nothing of this person stays on the page. */
async function signOut() {
  await answer(api.POST('/api/auth/sign-out'));
  window.location.assign('/sign-in');
}

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const t = useWords(common);
  const { name, email } = useMe();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: `${name ?? ''} ${email ?? ''}`, disabled: true },
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: t('signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('account')}: ${name ?? email ?? ''}`}>
        <span className="onDesk">{name ?? email}</span>
      </Button>
    </Dropdown>
  );
}
