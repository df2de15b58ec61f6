import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../defense/defense.css';
import { Instant } from '../components/deadline/Instant.js';
import { ExportLinks } from '../components/ExportLinks.js';
import { Label } from '../components/Label.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { type DefenseSession, sessionQuery } from '../defense/defenseQueries.js';
import { TimeSpan } from '../defense/TimeSpan.js';
import { defense } from '../labels/defense.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { OrderList } from './defense/OrderList.js';
import { Planner } from './defense/Planner.js';
import { SessionActs } from './defense/SessionActs.js';
import { CampaignPapers } from './progress/CampaignPapers.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/sessions/:id`: one session: its acts, its candidates, and the list to post at the entrance. */
export function SessionPage() {
  const { id = '' } = useParams();
  const t = useLabels(defense);
  const campaignId = useCampaignId();
  const [changing, setChanging] = useState(false);
  const query = useQuery(sessionQuery(campaignId, id));
  const session = query.data;
  const path = `/api/campaigns/${campaignId}/defense/sessions/${id}/order`;
  return (
    <Page
      title={session?.room ?? t('sessions')}
      lead={session === undefined ? undefined : <Lead session={session} />}
      breadcrumbs={[{ title: t('sessions'), to: '/office/sessions' }]}
      query={query}
      actions={
        <>
          <ExportLinks path={path} />
          <Button icon={<PrinterOutlined />} onClick={() => print()}>
            {t('printList')}
          </Button>
        </>
      }
    >
      {session === undefined ? null : (
        <div className="stack">
          {changing ? (
            <Planner campaignId={campaignId} session={session} onDone={() => setChanging(false)} />
          ) : (
            <div className="noPrint">
              <SessionActs campaignId={campaignId} session={session} onChange={() => setChanging(true)} />
            </div>
          )}
          <Panel title={t('order')}>
            <OrderList campaignId={campaignId} session={session} />
          </Panel>
          <div className="noPrint">
            <CampaignPapers campaignId={campaignId} subject={id} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Lead({ session }: { readonly session: DefenseSession }) {
  const t = useLabels(defense);
  const localize = useLocalized();
  const mark = useMarks();
  const { startsAt, endsAt, specialtyName, stateLabel, panel, average } = session;
  return (
    <>
      <div className="row">
        <span lang="zh-CN">{specialtyName}</span>
        <Instant at={startsAt} />
        <span>
          {t('endsAt')} <TimeSpan from={endsAt} />
        </span>
        <Label>{localize(stateLabel)}</Label>
      </div>
      <div>
        {t('panel')}
        {mark.colon}
        {panel.map(({ expertId, name, leader }, index) => (
          <span key={expertId}>
            {index === 0 ? '' : mark.comma}
            <span lang="zh-CN">{name}</span>
            {leader ? ` (${t('leader')})` : ''}
          </span>
        ))}
      </div>
      {average === null ? null : <div>{t('average', { score: average })}</div>}
    </>
  );
}
