import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { ChairAct } from '../meeting/ChairAct.js';
import { AttendancePanel, MeetingFrame, useMeeting } from '../meeting/MeetingFrame.js';
import { Members } from '../meeting/Members.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import type { MeetingConsole, MotionLine } from '../meeting/meetingQueries.js';

type MeetingEvent = MeetingConsole['actions'][number]['event'];
type Act = NonNullable<MeetingConsole['current']>['actions'][number];

/**
 * `/chair/meetings/:id`, and `/expert/meetings/:id/lead` for a member who leads in the chair's place: quorum, counts,
 * one vote at a time, and the minutes at the end.
 */
export function ChairMeetingPage() {
  const t = useLabels(area);
  const state = useMeeting();
  return (
    <MeetingFrame
      meeting={state}
      list={state.query.data?.me?.isChair ? '/chair' : '/expert'}
      actions={({ id, me }) => (me?.mayAttend ? <Link to={`/expert/meetings/${id}`}>{t('toVote')}</Link> : undefined)}
    >
      {(meeting, motions) => (
        <>
          <AttendancePanel meeting={meeting}>
            <MeetingActs meeting={meeting} />
          </AttendancePanel>
          {meeting.aside === null ? null : <RecusedLead leader={meeting.aside} />}
          {meeting.current?.leads ? <Current meetingId={meeting.id} motion={meeting.current} /> : null}
          {meeting.roles.includes('chair') ? <MinutesPanel meeting={meeting} /> : null}
          <Panel title={t('results')}>
            <MotionLines
              motions={motions}
              actions={(motion) =>
                motion.leads && meeting.current === null ? <OpenVote motion={motion} meeting={meeting} /> : null
              }
            />
          </Panel>
          {meeting.members === null ? null : <Members members={meeting.members} />}
        </>
      )}
    </MeetingFrame>
  );
}

/** For a vote from which the chair is recused: only who leads it. */
function RecusedLead({ leader }: { readonly leader: NonNullable<MeetingConsole['aside']> }) {
  const t = useLabels(area);
  const localize = useLocalized();
  return (
    <Panel title={t('current')}>
      <p role="status">
        {leader.label === null ? t('recusedWithoutLeader') : t('recusedLedBy', { who: localize(leader.label) })}
      </p>
    </Panel>
  );
}

function MeetingActs({ meeting }: { readonly meeting: MeetingConsole }) {
  const t = useLabels(area);
  const act = (event: MeetingEvent) =>
    answer(api.POST('/api/meetings/{id}/actions/{event}', { params: { path: { id: meeting.id, event } }, body: {} }));
  return (
    <div className="row">
      {meeting.actions.map((action) => {
        const { event } = action;
        // Signing has its own dialog; moving and calling off are the office's.
        return event === 'sign' || event === 'correct' || event === 'move' || event === 'call_off' ? null : (
          <ChairAct
            key={event}
            act={action}
            danger={event === 'close_session'}
            consequence={t(`consequence_${event}`)}
            send={() => act(event)}
          />
        );
      })}
    </div>
  );
}

const actOn = (id: string, motionId: string, event: string, reason?: string) =>
  answer(
    api.POST('/api/meetings/{id}/motions/{motionId}/actions/{event}', {
      params: { path: { id, motionId, event } },
      body: reason === undefined ? {} : { reason },
    }),
  );

function Current({
  meetingId,
  motion,
}: {
  readonly meetingId: string;
  readonly motion: NonNullable<MeetingConsole['current']>;
}) {
  const t = useLabels(area);
  const localize = useLocalized();
  return (
    <Panel title={`${t('current')} · ${localize(motion.stateLabel)}`}>
      <p className="ballotName" lang="zh-CN">
        {motion.application.applicantName}
      </p>
      <p className="quiet" lang="zh-CN">
        {motion.application.unitName} · {motion.application.specialty}
      </p>
      <p aria-live="polite">{t('papersGiven', { given: motion.papersGiven ?? 0, voters: motion.voters ?? 0 })}</p>
      <div className="row">
        {motion.actions.map((act) => (
          <ChairAct
            key={act.event}
            act={act}
            danger={act.event === 'void'}
            requiresReason={act.event === 'void'}
            consequence={t(act.event === 'void' ? 'consequence_void' : 'consequence_close')}
            send={(reason) => actOn(meetingId, motion.id, act.event, reason)}
          />
        ))}
      </div>
    </Panel>
  );
}

function OpenVote({ motion, meeting }: { readonly motion: MotionLine; readonly meeting: MeetingConsole }) {
  const t = useLabels(area);
  if (motion.openedAt !== null || meeting.openedAt === null || meeting.closedAt !== null) return null;
  const act: Act = { event: 'open', zh: '开始表决', en: 'Open the vote', allowed: true, refusal: null };
  return <ChairAct act={act} consequence={t('consequence_open')} send={() => actOn(meeting.id, motion.id, 'open')} />;
}
