import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useMe } from '../api/me.js';
import { queueQuery } from '../api/queue.js';
import { CalendarLink } from '../components/deadline/CalendarLink.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { mine } from '../labels/mine.js';
import { ApplicationCard } from './mine/ApplicationCard.js';

/** `/applicant`: my applications with their status, next step and deadline. */
export function MyApplicationsPage() {
  const t = useLabels(mine);
  const navigate = useNavigate();
  const { personId, roles } = useMe();
  const withoutUnit = !roles.some(({ role, scope }) => role === 'applicant' && scope !== null);
  const query = useQuery(queueQuery({ limit: 50 }));
  // A clerk who also applies sees other people's applications on other pages.
  const items = (query.data?.items ?? []).filter(({ applicantId }) => applicantId === personId);
  const start = (
    <Button type={items.length === 0 ? 'primary' : 'default'} onClick={() => void navigate('/applicant/new')}>
      {t('start')}
    </Button>
  );
  return (
    <Page
      title={t('mine')}
      query={query}
      actions={
        items.length === 0 ? undefined : (
          <>
            <CalendarLink />
            {start}
          </>
        )
      }
    >
      {items.length === 0 ? (
        <Panel>
          <div className="firstTime">
            <h2>{t('none')}</h2>
            <p className="quiet">{t(withoutUnit ? 'noUnitMore' : 'noneMore')}</p>
            {withoutUnit ? (
              <Button type="primary" onClick={() => void navigate('/membership')}>
                {t('chooseUnit')}
              </Button>
            ) : (
              start
            )}
          </div>
        </Panel>
      ) : (
        <div className="stack">
          {items.map(({ id }) => (
            <ApplicationCard key={id} id={id} />
          ))}
        </div>
      )}
    </Page>
  );
}
