import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { Page } from '../components/Page.js';
import { useLabels } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { CampaignFiles } from './files/CampaignFiles.js';
import { Amendments } from './policy/Amendments.js';
import { CampaignState } from './policy/CampaignState.js';
import { Findings } from './policy/Findings.js';
import { NewerCalendar } from './policy/NewerCalendar.js';
import { Versions } from './policy/Versions.js';
import { PolicyValues } from './policy/values/PolicyValues.js';
import { AmendStepByStep } from './setUp/AmendStepByStep.js';
import { useCampaignId } from './useCampaign.js';
import './policy/policy.css';

/**
 * `/office/policy`, `/office/campaigns/:id/policy`: every value with its clause, the linter's findings, the changes.
 */
export function PolicyPage() {
  const t = useLabels(office);
  const own = useCampaignId();
  const { id = own } = useParams();
  const query = useQuery(campaignQuery(id));
  const campaign = query.data;
  return (
    <Page
      title={t('policy')}
      query={query}
      lead={
        campaign === undefined ? undefined : (
          <>
            <span lang="zh-CN">{campaign.title}</span> · {t('version', { n: campaign.policyVersion })}
          </>
        )
      }
      actions={
        <>
          <CampaignChoice id={id} />
          {campaign === undefined ? null : <AmendStepByStep campaignId={id} />}
          {campaign === undefined ? null : (
            <CampaignState id={id} campaign={{ phase: campaign.phase, label: campaign.phaseLabel }} />
          )}
        </>
      }
    >
      {campaign === undefined ? null : (
        <div className="stack">
          <NewerCalendar campaignId={id} />
          <Findings campaignId={id} />
          <Amendments campaignId={id} />
          <PolicyValues campaignId={id} policy={campaign.policy as Policy} />
          <CampaignFiles place={{ campaignId: id }} />
          <Versions campaignId={id} />
        </div>
      )}
    </Page>
  );
}
