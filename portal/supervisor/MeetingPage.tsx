import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { type MeetingRoom, motionsQuery, roomQuery } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { useSay, useWords } from '../words/area.js';
import { meeting } from '../words/meeting.js';
import { PublishedPapers } from './PublishedPapers.js';

/**
 * `/supervisor/meetings/:id`: how the meeting stands, and how many are there; counts once they have been announced; once
 * the minutes are signed the lists of papers, checked in this browser, and the file. Nothing to change, and nobody's vote.
 */
export function SupervisorMeetingPage() {
  const { id = '' } = useParams();
  const t = useWords(meeting);
  const say = useSay();
  const query = useQuery(roomQuery(id));
  const { data: motions = [] } = useQuery(motionsQuery(id, query.data));
  const room = query.data;
  const signed = room !== undefined && room.signedAt !== null;
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${say(room.stateWords)}`}
      above={[{ title: t('meetings'), to: '/supervisor/meetings' }]}
      query={query}
    >
      {room === undefined ? null : (
        <div className="stack">
          <Panel title={t('attendance')}>
            {room.closedAt === null ? <QuorumLine quorum={room.quorum} /> : null}
            <Progress room={room} />
          </Panel>
          <MinutesPanel room={room} mayExport={signed} />
          <Panel title={t('results')}>
            {room.announcedAt === null ? <p className="quiet">{t('countsLater')}</p> : null}
            <MotionLines
              motions={motions}
              actions={(motion) =>
                signed && motion.ballotsRoot !== null ? <PublishedPapers id={id} motion={motion} /> : null
              }
            />
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Progress({ room: { agenda, current } }: { readonly room: MeetingRoom }) {
  const t = useWords(meeting);
  const say = useSay();
  return (
    <>
      <p>{agenda === null ? null : t('agenda', agenda)}</p>
      <p aria-live="polite">
        {current === null ? null : (
          <>
            {t('current')}：<span lang="zh-CN">{current.application.applicantName}</span> · {say(current.stateWords)}
          </>
        )}
      </p>
    </>
  );
}
