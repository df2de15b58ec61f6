import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { MeetingList } from '../meeting/MeetingList.js';
import { myMeetingsQuery } from '../meeting/meetingQueries.js';
import { Waiting } from '../pieces/deadline/Waiting.js';
import { Panel } from '../pieces/Panel.js';
import { Problem } from '../pieces/Problem.js';
import { useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';

/** Meetings of the committees I have a seat in, and the way to the ballot. */
export function MeetingsCard() {
  const t = useWords(meeting);
  const { data, error } = useQuery(myMeetingsQuery);
  return (
    <Panel title={t('meetings')}>
      {error === null ? null : <Problem error={error} />}
      {data === undefined && error === null ? <Waiting rows={2} /> : null}
      {data?.length === 0 ? <p>{t('noMeetings')}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <MeetingList meetings={data} to={(id) => `/expert/meetings/${id}`} />
      )}
    </Panel>
  );
}
