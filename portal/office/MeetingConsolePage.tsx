import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { Leaderless } from '../meeting/Leaderless.js';
import { Members } from '../meeting/Members.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { consoleQuery, motionsQuery } from '../meeting/meetingQueries.js';
import { NameLead } from '../meeting/NameLead.js';
import { QuorumLine } from '../meeting/QuorumLine.js';

/** `/office/meetings/:id`: the office watches the meeting it convened: attendance and decisions, then the file. */
export function OfficeMeetingPage() {
  const { id = '' } = useParams();
  const t = useLabels(meeting);
  const localize = useLocalized();
  const query = useQuery(consoleQuery(id));
  const { data: motions = [] } = useQuery(motionsQuery(id, query.data));
  const room = query.data;
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${localize(room.stateLabel)}`}
      above={[{ title: t('meetings'), to: '/office/meetings' }]}
      query={query}
    >
      {room === undefined ? null : (
        <div className="stack">
          <Panel title={t('attendance')}>
            {room.closedAt === null ? <QuorumLine quorum={room.quorum} /> : null}
            <p>{room.agenda === null ? null : t('agenda', room.agenda)}</p>
            {room.current === null ? null : (
              <p aria-live="polite">
                {t('current')}：<span lang="zh-CN">{room.current.application.applicantName}</span>
              </p>
            )}
          </Panel>
          <Leaderless motions={motions} />
          <MinutesPanel room={room} />
          <Panel title={t('results')}>
            <MotionLines
              motions={motions}
              actions={(motion) => (motion.leading?.nameable.length ? <NameLead room={room} motion={motion} /> : null)}
            />
          </Panel>
          {room.members === null ? null : <Members members={room.members} />}
        </div>
      )}
    </Page>
  );
}
