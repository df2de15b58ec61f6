import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Members } from '../meeting/Members.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { motionsQuery, roomQuery } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { useSay, useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';

/** `/office/meetings/:id`: the office watches the meeting it convened: who is there, what was decided; then the file. */
export function OfficeMeetingPage() {
  const { id = '' } = useParams();
  const t = useWords(meeting);
  const say = useSay();
  const query = useQuery(roomQuery(id));
  const { data: motions = [] } = useQuery(motionsQuery(id, query.data));
  const room = query.data;
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${say(room.stateWords)}`}
      above={[{ title: t('meetings'), to: '/office/meetings' }]}
      query={query}
    >
      {room === undefined ? null : (
        <div className="stack">
          <Panel title={t('attendance')}>
            <QuorumLine quorum={room.quorum} />
            <p>{room.agenda === null ? null : t('agenda', room.agenda)}</p>
            {room.current === null ? null : (
              <p aria-live="polite">
                {t('current')}：<span lang="zh-CN">{room.current.application.applicantName}</span>
              </p>
            )}
          </Panel>
          <MinutesPanel room={room} />
          <Panel title={t('results')}>
            <MotionLines motions={motions} />
          </Panel>
          {room.members === null ? null : <Members members={room.members} />}
        </div>
      )}
    </Page>
  );
}
