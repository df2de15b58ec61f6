import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { consoleQuery, type MeetingConsole, motionsQuery } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';
import { PublishedPapers } from './PublishedPapers.js';

/**
 * `/supervisor/meetings/:id`: the meeting's state and attendance, read only; counts once they are announced; once the
 * minutes are signed, the published papers, verified in this browser, and the file. No member's vote is shown.
 */
export function SupervisorMeetingPage() {
  const { id = '' } = useParams();
  const t = useLabels(meeting);
  const localize = useLocalized();
  const query = useQuery(consoleQuery(id));
  const { data: motions = [] } = useQuery(motionsQuery(id, query.data));
  const room = query.data;
  const signed = room !== undefined && room.signedAt !== null;
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${localize(room.stateLabel)}`}
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

function Progress({ room: { agenda, current } }: { readonly room: MeetingConsole }) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  return (
    <>
      <p>{agenda === null ? null : t('agenda', agenda)}</p>
      <p aria-live="polite">
        {current === null ? null : (
          <>
            {t('current')}：<span lang="zh-CN">{current.application.applicantName}</span> ·{' '}
            {localize(current.stateLabel)}
          </>
        )}
      </p>
    </>
  );
}
