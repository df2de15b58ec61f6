import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { AttendancePanel, MeetingFrame, useMeeting } from '../meeting/MeetingFrame.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import type { MeetingConsole } from '../meeting/meetingQueries.js';
import { PublishedPapers } from './PublishedPapers.js';

/**
 * `/supervisor/meetings/:id`: the meeting's state and attendance, read only; counts once they are announced; once the
 * minutes are signed, the published papers, verified in this browser, and the file. No member's vote is shown.
 */
export function SupervisorMeetingPage() {
  const t = useLabels(area);
  return (
    <MeetingFrame meeting={useMeeting()} list="/supervisor/meetings">
      {(meeting, motions) => {
        const signed = meeting.signedAt !== null;
        return (
          <>
            <AttendancePanel meeting={meeting}>
              <Progress meeting={meeting} />
            </AttendancePanel>
            <MinutesPanel meeting={meeting} mayExport={signed} />
            <Panel title={t('results')}>
              {meeting.announcedAt === null ? <p className="quiet">{t('countsLater')}</p> : null}
              <MotionLines
                motions={motions}
                actions={(motion) =>
                  signed && motion.ballotsRoot !== null ? <PublishedPapers id={meeting.id} motion={motion} /> : null
                }
              />
            </Panel>
          </>
        );
      }}
    </MeetingFrame>
  );
}

function Progress({ meeting: { agenda, current } }: { readonly meeting: MeetingConsole }) {
  const t = useLabels(area);
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
