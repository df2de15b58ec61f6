import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { campaignsQuery } from '../../api/campaigns.js';
import { CampaignPhase } from '../../components/CampaignPhase.js';
import { Page } from '../../components/Page.js';
import { Panel } from '../../components/Panel.js';
import { useLabels } from '../../labels/labelArea.js';
import { operator } from '../../labels/operator.js';
import { DraftList } from '../../office/setUp/DraftList.js';
import '../operator.css';

/** `/operator/campaigns`: every campaign with its versions in force, the drafts of others, and a link to set one up. */
export function OperatorCampaignsPage() {
  const t = useLabels(operator);
  const navigate = useNavigate();
  const query = useQuery(campaignsQuery);
  const { state: made } = useLocation() as { state: { readonly created?: string } | null };
  return (
    <Page
      title={t('campaigns')}
      lead={t('campaignsLead')}
      query={query}
      empty={query.data?.length === 0 ? t('noCampaigns') : false}
      actions={
        <Button type="primary" onClick={() => void navigate('/office/campaigns/new')}>
          {t('newCampaign')}
        </Button>
      }
    >
      <div className="stack">
        <DraftList />
        {made?.created === undefined ? null : (
          <Alert role="status" type="success" showIcon title={t('created', { title: made.created })} />
        )}
        {query.data?.map(
          ({ id, title, phase, phaseLabel, committee, year, region, policyVersion, calendarVersion }) => (
            <Panel
              key={id}
              title={<span lang="zh-CN">{title}</span>}
              extra={<CampaignPhase phase={phase} label={phaseLabel} />}
            >
              <div lang="zh-CN">
                {committee} · {year}
              </div>
              <div className="quiet">
                {t('id')} <code>{id}</code> · {t('policyVersion')} {t('version', { n: policyVersion })} ·{' '}
                {t('calendarVersion')} <code>{calendarVersion}</code> · {t('region')} {t(`region_${region}`)}
              </div>
            </Panel>
          ),
        )}
      </div>
    </Page>
  );
}
