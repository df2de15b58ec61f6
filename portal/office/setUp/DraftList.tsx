import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { Instant } from '../../components/deadline/Instant.js';
import { Panel } from '../../components/Panel.js';
import { setUp } from '../../labels/campaigns/setUp.js';
import { common } from '../../labels/common.js';
import { useLabels } from '../../labels/labelArea.js';
import { draftsQuery, useDraftActs } from './draftQueries.js';
import '../../components/lines.css';

/** The campaigns one is setting up, to go on with or delete; nothing where there are none. */
export function DraftList() {
  const t = useLabels(setUp);
  const labels = useLabels(common);
  const drafts = useQuery(draftsQuery).data ?? [];
  const { remove } = useDraftActs();
  if (drafts.length === 0) return null;
  return (
    <Panel title={t('drafts')}>
      <ul className="lines">
        {drafts.map(({ id, title, owner, step, changedAt }) => {
          const name = title ?? t('untitled');
          return (
            <li key={id}>
              <span>
                <span lang="zh-CN">{name}</span>
                <div className="quiet">
                  <span lang="zh-CN">{owner.name}</span> · {t('savedAt')} <Instant at={changedAt} />
                </div>
              </span>
              <span className="row">
                <Link to={`/office/campaigns/drafts/${id}/${step}`} aria-label={t('goOnWith', { title: name })}>
                  {t('goOn')}
                </Link>
                <Popconfirm
                  title={t('removeSure')}
                  okText={t('removeDraft')}
                  cancelText={labels('cancel')}
                  onConfirm={() => remove.mutate(id)}
                >
                  <Button size="small" danger aria-label={t('removeThis', { title: name })}>
                    {t('removeDraft')}
                  </Button>
                </Popconfirm>
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
