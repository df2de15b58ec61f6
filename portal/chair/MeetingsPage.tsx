import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MeetingList } from '../meeting/MeetingList.js';
import { myMeetingsQuery } from '../meeting/meetingQueries.js';

/** `/chair`: the meetings the person leads. */
export function ChairMeetingsPage() {
  const t = useLabels(meeting);
  const query = useQuery(myMeetingsQuery);
  return (
    <Page title={t('meetings')} query={query} empty={query.data?.length === 0 ? t('noMeetings') : false}>
      <Panel>
        <MeetingList meetings={query.data ?? []} to={(id) => `/chair/meetings/${id}`} />
      </Panel>
    </Page>
  );
}
