import { useQuery } from '@tanstack/react-query';
import { Empty, Tag } from 'antd';
import { Link } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { CampaignPhase } from '../components/CampaignPhase.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';

/** `/office/campaigns`: every campaign, with links to its policy and calendar. */
export function CampaignsPage() {
  const t = useLabels(office);
  const query = useQuery(campaignsQuery);
  return (
    <Page
      title={t('campaigns')}
      query={query}
      empty={query.data?.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} /> : false}
    >
      <div className="stack">
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
