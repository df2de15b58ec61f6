import { BellOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useUnread } from '../api/notifications.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import './menu.css';

/** The number of unread letters, with a link to them. */
export function Bell() {
  const t = useLabels(common);
  const navigate = useNavigate();
  const unread = useUnread();
  const label = unread > 0 ? t('unread', { n: unread }) : t('notifications');
  return (
    <Button
      type="text"
      style={{ position: 'relative' }}
      aria-label={label}
      title={label}
      onClick={() => void navigate('/notifications')}
      icon={<BellOutlined style={{ fontSize: 18 }} />}
    >
      {unread === 0 ? null : <span className="bellCount">{unread > 99 ? '99+' : unread}</span>}
    </Button>
  );
}
