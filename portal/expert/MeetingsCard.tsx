import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { Loading } from '../components/Loading.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MeetingList } from '../meeting/MeetingList.js';
import { myMeetingsQuery } from '../meeting/meetingQueries.js';

/** Meetings of the caller's committees, with a link to the ballot. */
export function MeetingsCard() {
  const t = useLabels(meeting);
  const { data, error } = useQuery(myMeetingsQuery);
  return (
    <Panel title={t('meetings')}>
      {error === null ? null : <Problem error={error} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data?.length === 0 ? <p>{t('noMeetings')}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <MeetingList meetings={data} to={(id) => `/expert/meetings/${id}`} />
      )}
    </Panel>
  );
}
