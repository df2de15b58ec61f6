import '../meeting/meeting.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { answer, api } from '../api/client.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { ChairAct } from '../meeting/ChairAct.js';
import { Members } from '../meeting/Members.js';
import { MinutesPanel } from '../meeting/MinutesPanel.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { consoleQuery, type MeetingConsole, type MotionLine, motionsQuery } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';

type MeetingEvent = MeetingConsole['actions'][number]['event'];
type Act = NonNullable<MeetingConsole['current']>['actions'][number];

/**
 * `/chair/meetings/:id`, and `/expert/meetings/:id/lead` for a member who leads in the chair's place: quorum, counts,
 * one vote at a time, and the minutes at the end.
 */
export function ChairMeetingPage() {
  const { id = '' } = useParams();
  const t = useLabels(meeting);
  const localize = useLocalized();
  const query = useQuery(consoleQuery(id));
  const room = query.data;
  const { data: motions = [] } = useQuery(motionsQuery(id, query.data));
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${localize(room.stateLabel)}`}
      above={[{ title: t('meetings'), to: room?.me?.isChair ? '/chair' : '/expert' }]}
      query={query}
      actions={room?.me?.mayAttend ? <Link to={`/expert/meetings/${id}`}>{t('toVote')}</Link> : undefined}
    >
      {room === undefined ? null : (
        <div className="stack">
          <Panel title={t('attendance')}>
            {room.closedAt === null ? <QuorumLine quorum={room.quorum} /> : null}
            <MeetingActs room={room} />
          </Panel>
          {room.aside === null ? null : <Aside by={room.aside} />}
          {room.current?.leads ? <Current meetingId={id} motion={room.current} /> : null}
          {room.roles.includes('chair') ? <MinutesPanel room={room} /> : null}
          <Panel title={t('results')}>
            <MotionLines
              motions={motions}
              actions={(motion) =>
                motion.leads && room.current === null ? <Open meetingId={id} motion={motion} room={room} /> : null
              }
            />
          </Panel>
          {room.members === null ? null : <Members members={room.members} />}
        </div>
      )}
    </Page>
  );
}

/** For a vote from which the chair is recused: only who leads it. */
function Aside({ by }: { readonly by: NonNullable<MeetingConsole['aside']> }) {
  const t = useLabels(meeting);
  const localize = useLocalized();
  return (
    <Panel title={t('current')}>
      <p role="status">
        {by.label === null ? t('recusedWithoutLeader') : t('recusedLedBy', { who: localize(by.label) })}
      </p>
    </Panel>
  );
}

function MeetingActs({ room }: { readonly room: MeetingConsole }) {
  const t = useLabels(meeting);
  const act = (event: MeetingEvent) =>
    answer(api.POST('/api/meetings/{id}/actions/{event}', { params: { path: { id: room.id, event } }, body: {} }));
  return (
    <div className="row">
      {room.actions.map((action) => {
        const { event } = action;
        return event === 'sign' || event === 'correct' ? null : (
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
  const t = useLabels(meeting);
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

function Open({
  meetingId,
  motion,
  room,
}: {
  readonly meetingId: string;
  readonly motion: MotionLine;
  readonly room: MeetingConsole;
}) {
  const t = useLabels(meeting);
  if (motion.openedAt !== null || room.openedAt === null || room.closedAt !== null) return null;
  const act: Act = { event: 'open', zh: '开始表决', en: 'Open the vote', allowed: true, refusal: null };
  return <ChairAct act={act} consequence={t('consequence_open')} send={() => actOn(meetingId, motion.id, 'open')} />;
}
