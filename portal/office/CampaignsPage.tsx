import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Tag } from 'antd';
import { Link, useNavigate } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { CampaignPhase } from '../components/CampaignPhase.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { setUp } from '../labels/campaigns/setUp.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { DraftList } from './setUp/DraftList.js';

/** `/office/campaigns`: every campaign, with links to its policy and calendar. */
export function CampaignsPage() {
  const t = useLabels(office);
  const begin = useLabels(setUp);
  const navigate = useNavigate();
  const query = useQuery(campaignsQuery);
  return (
    <Page
      title={t('campaigns')}
      query={query}
      actions={
        <Button type="primary" onClick={() => void navigate('/office/campaigns/new')}>
          {begin('newCampaign')}
        </Button>
      }
    >
      <div className="stack">
        <DraftList />
        {query.data?.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={begin('none')} /> : null}
        {(query.data ?? []).map(({ id, title, phase, phaseLabel, committee, year, policyVersion, newerCalendar }) => (
          <Panel
            key={id}
            title={<span lang="zh-CN">{title}</span>}
            extra={<CampaignPhase phase={phase} label={phaseLabel} />}
          >
            <p className="quiet" lang="zh-CN" style={{ marginBlockStart: 0 }}>
              {committee} · {year} · {t('version', { n: policyVersion })}
            </p>
            {newerCalendar === null ? null : <Tag color="warning">{t('newerCalendar')}</Tag>}
            <div className="row" style={{ gap: 24 }}>
              <Link to={`/office/campaigns/${id}/course`}>{t('progress')}</Link>
              <Link to={`/office/campaigns/${id}/policy`}>{t('policy')}</Link>
              <Link to={`/office/campaigns/${id}/calendar`}>{t('calendar')}</Link>
            </div>
          </Panel>
        ))}
      </div>
    </Page>
  );
}
