import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../api/me.js';
import { queueQuery } from '../api/queue.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { StatusTag } from '../pieces/StatusTag.js';
import { TimeLeft } from '../pieces/TimeLeft.js';
import { applicant } from '../words/applicant.js';
import { useWords } from '../words/area.js';
import { queue } from '../words/queue.js';

/** `/applicant`: the person's own applications. */
export function MyApplicationsPage() {
  const t = useWords(applicant);
  const words = useWords(queue);
  const navigate = useNavigate();
  const query = useQuery(queueQuery({ limit: 50 }));
  const { personId } = useMe();
  // A clerk who also applies sees others' applications elsewhere.
  const items = (query.data?.items ?? []).filter(({ applicantId }) => applicantId === personId);
  return (
    <Page
      title={t('mine')}
      query={query}
      empty={items.length === 0 ? t('none') : false}
      actions={
        <Button type="primary" onClick={() => void navigate('/applicant/new')}>
          {t('start')}
        </Button>
      }
    >
      <div className="stack">
        {items.map((item) => (
          <Panel key={item.id}>
            <div className="row" style={{ justifyContent: 'space-between' }}>
              <Link to={`/applications/${item.id}`} style={{ fontWeight: 600 }} lang="zh-CN">
                {item.unitName} · {item.applicantName}
              </Link>
              <StatusTag words={item.statusWords} pastDue={item.pastDue} />
            </div>
            {item.due === null ? <span className="quiet">{words('none')}</span> : <TimeLeft due={item.due} />}
          </Panel>
        ))}
      </div>
    </Page>
  );
}
