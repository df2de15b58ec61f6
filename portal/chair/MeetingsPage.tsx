import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { MeetingList } from '../meeting/MeetingList.js';
import { myMeetingsQuery } from '../meeting/meetingQueries.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';

/** `/chair`: the meetings one leads. */
export function ChairMeetingsPage() {
  const t = useWords(meeting);
  const query = useQuery(myMeetingsQuery);
  return (
    <Page title={t('meetings')} query={query} empty={query.data?.length === 0 ? t('noMeetings') : false}>
      <Panel>
        <MeetingList meetings={query.data ?? []} to={(id) => `/chair/meetings/${id}`} />
      </Panel>
    </Page>
  );
}
