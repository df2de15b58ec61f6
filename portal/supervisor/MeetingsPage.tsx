import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MeetingList } from '../meeting/MeetingList.js';
import { campaignMeetingsQuery } from '../meeting/meetingQueries.js';
import { CampaignChoice } from '../office/board/CampaignChoice.js';
import { useCampaignId } from '../office/useCampaign.js';

/** `/supervisor/meetings`: the meetings of a campaign, read only. */
export function SupervisorMeetingsPage() {
  const t = useLabels(meeting);
  const campaignId = useCampaignId();
  const query = useQuery(campaignMeetingsQuery(campaignId));
  return (
    <Page
      title={t('meetings')}
      lead={t('watchLead')}
      query={query}
      actions={<CampaignChoice id={campaignId} />}
      empty={query.data?.length === 0 ? t('noMeetings') : false}
    >
      <Panel>
        <MeetingList meetings={query.data ?? []} to={(id) => `/supervisor/meetings/${id}`} />
      </Panel>
    </Page>
  );
}
