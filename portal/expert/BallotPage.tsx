import '../meeting/meeting.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link, useParams } from 'react-router';
import { answer, api } from '../api/client.js';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { common } from '../labels/common.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting } from '../labels/meeting.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { consoleQuery, MEETING, type MeetingConsole, motionsQuery } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';
import { Receipts } from './ballot/Receipts.js';
import { useVotes } from './ballot/useVotes.js';
import { Vote } from './ballot/Vote.js';

/**
 * `/expert/meetings/:id`: the meeting on a member's phone: check in, vote on one application at a time, keep receipts.
 */
export function BallotPage() {
  const { id = '' } = useParams();
  const t = useLabels(meeting);
  const localize = useLocalized();
  const query = useQuery(consoleQuery(id));
  const { data: motions } = useQuery(motionsQuery(id, query.data));
  const { voting, votes, refresh } = useVotes(id, motions);
  const room = query.data;
  const current = room?.current ?? null;
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${localize(room.stateLabel)}`}
      above={[{ title: t('meetings'), to: '/expert' }]}
      query={query}
      actions={room?.me?.mayLead && room.me.mayAttend ? <Link to={leadingAt(room)}>{t('toLead')}</Link> : undefined}
    >
      {room === undefined ? null : (
        <div className="stack">
          {current === null ? (
            <Panel title={t('current')}>
              <p aria-live="polite">{t('noCurrent')}</p>
            </Panel>
          ) : (
            <Vote
              key={current.id}
              voting={voting}
              motion={current}
              vote={votes.find(({ motionId }) => motionId === current.id)}
              onCast={refresh}
            />
          )}
          <Attendance room={room} />
          <Receipts votes={votes} />
          <Panel title={t('resultsOnly')}>
            <MotionLines motions={motions?.filter(({ endedAt }) => endedAt !== null) ?? []} none={t('noResults')} />
          </Panel>
        </div>
      )}
    </Page>
  );
}

/** The page on which the caller leads votes; the chair has a separate one. */
const leadingAt = ({ id, me }: MeetingConsole) =>
  me?.isChair ? `/chair/meetings/${id}` : `/expert/meetings/${id}/lead`;

function Attendance({ room }: { readonly room: MeetingConsole }) {
  const t = useLabels(meeting);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const signing = useMutation({
    mutationFn: (present: boolean) =>
      answer(api.PUT('/api/meetings/{id}/attendance', { params: { path: { id: room.id } }, body: { present } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [MEETING] }),
  });
  if (room.me === null) return null;
  const { present, mayAttend } = room.me;
  return (
    <Panel title={t('attendance')}>
      <QuorumLine quorum={room.quorum} />
      <p>{t(present ? 'present' : 'absent')}</p>
      {signing.error === null ? null : <Problem error={signing.error} />}
      {!mayAttend ? null : present ? (
        <Popconfirm
          title={t('leave')}
          description={t('leaveMore')}
          okText={t('leave')}
          cancelText={tCommon('cancel')}
          onConfirm={() => signing.mutate(false)}
        >
          <Button loading={signing.isPending}>{t('leave')}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" size="large" loading={signing.isPending} onClick={() => signing.mutate(true)}>
          {t('arrive')}
        </Button>
      )}
    </Panel>
  );
}
