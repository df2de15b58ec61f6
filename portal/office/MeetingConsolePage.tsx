import { Panel } from '../components/Panel.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { Leaderless } from '../meeting/Leaderless.js';
import { AttendancePanel, MeetingFrame, useMeeting } from '../meeting/MeetingFrame.js';
import { Members } from '../meeting/Members.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { MoveMeeting } from '../meeting/MoveMeeting.js';
import { NameLead } from '../meeting/NameLead.js';
import { NotVotable } from '../meeting/NotVotable.js';
import { CampaignPapers } from './progress/CampaignPapers.js';

/** `/office/meetings/:id`: the office watches the meeting it convened: attendance and decisions, then the file. */
export function OfficeMeetingPage() {
  const t = useLabels(area);
  return (
    <MeetingFrame
      meeting={useMeeting()}
      list="/office/meetings"
      actions={(meeting) => <MoveMeeting meeting={meeting} />}
    >
      {(meeting, motions) => (
        <>
          <AttendancePanel meeting={meeting}>
            <p>{meeting.agenda === null ? null : t('agenda', meeting.agenda)}</p>
            {meeting.current === null ? null : (
              <p aria-live="polite">
                {t('current')}：<span lang="zh-CN">{meeting.current.application.applicantName}</span>
              </p>
            )}
          </AttendancePanel>
          <NotVotable meeting={meeting} />
          <Leaderless motions={motions} />
          <MinutesPanel meeting={meeting} />
          <CampaignPapers campaignId={meeting.campaignId} subject={meeting.id} />
          <Panel title={t('results')}>
            <MotionLines
              motions={motions}
              actions={(motion) =>
                motion.leading?.nameable.length ? <NameLead meeting={meeting} motion={motion} /> : null
              }
            />
          </Panel>
          {meeting.members === null ? null : <Members members={meeting.members} />}
        </>
      )}
    </MeetingFrame>
  );
}
