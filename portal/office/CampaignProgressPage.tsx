import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { Instant } from '../components/deadline/Instant.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized, useMarks } from '../labels/labelArea.js';
import { office } from '../labels/office.js';
import { progress as area } from '../labels/progress.js';
import { queue } from '../labels/queue.js';
import { RosterLinks } from '../rosters/RosterLinks.js';
import { CampaignPauses } from '../shared/pauses/CampaignPauses.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { NewerCalendar } from './policy/NewerCalendar.js';
import { CampaignPapers } from './progress/CampaignPapers.js';
import { CampaignTimeline } from './progress/CampaignTimeline.js';
import { Dates } from './progress/Dates.js';
import { Meetings } from './progress/Meetings.js';
import { ProgressActions } from './progress/ProgressActions.js';
import { whileApplying } from './progress/progressQueries.js';
import { useCampaignId } from './useCampaign.js';
import './progress/progress.css';

/**
 * `/office/course`, `/office/campaigns/:id/course`: the campaign's status, its next step, and the acts possible now.
 */
export function CampaignProgressPage() {
  const t = useLabels(area);
  const tOffice = useLabels(office);
  const tQueue = useLabels(queue);
  const localize = useLocalized();
  const mark = useMarks();
  const own = useCampaignId();
  const { id = own } = useParams();
  const query = useQuery({
    ...campaignQuery(id),
    refetchInterval: ({ state }) => whileApplying(state.data?.progress ?? undefined),
  });
  const campaign = query.data;
  const progress = campaign?.progress ?? undefined;
  return (
    <Page
      title={t('progress')}
      query={query}
      lead={campaign === undefined ? undefined : <span lang="zh-CN">{campaign.title}</span>}
      actions={
        <>
          <CampaignChoice id={id} />
          <Link to={`/office/campaigns/${id}/policy`}>{tOffice('policy')}</Link>
        </>
      }
    >
      {campaign === undefined || progress === undefined ? null : (
        <div className="stack">
          <NewerCalendar campaignId={id} />
          <Panel title={`${t('currentStatus')}${mark.colon}${localize(progress.label)}`}>
            <p style={{ marginBlockStart: 0 }}>
              {progress.next === null ? (
                t('nothingAutomatic')
              ) : (
                <>
                  {t('nextAutomatic', { event: localize(progress.next.label) })} <Instant at={progress.next.at} />
                </>
              )}
            </p>
            <ProgressActions campaignId={id} progress={progress} />
          </Panel>
          <CampaignPauses campaignId={id} readOnly />
          <Meetings campaignId={id} progress={progress} policy={campaign.policy as Policy} />
          <CampaignPapers campaignId={id} />
          <Dates progress={progress} />
          <Panel title={tQueue('rosters')}>
            <RosterLinks campaignId={id} reader="office" />
          </Panel>
          <CampaignTimeline campaignId={id} />
        </div>
      )}
    </Page>
  );
}
