import '../meeting/meeting.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link, useParams } from 'react-router';
import { answer, api } from '../api/client.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { MEETING, type MeetingRoom, motionsQuery, roomQuery } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';
import { Page } from '../pieces/Page.js';
import { Panel } from '../pieces/Panel.js';
import { Problem } from '../pieces/Problem.js';
import { useSay, useWords } from '../words/area.js';
import { common } from '../words/common.js';
import { meeting } from '../words/meeting.js';
import { Receipts } from './ballot/Receipts.js';
import { useVotes } from './ballot/useVotes.js';
import { Vote } from './ballot/Vote.js';

/** `/expert/meetings/:id`: the room as a member has it in their hand: sign in, one application at a time, receipts. */
export function BallotPage() {
  const { id = '' } = useParams();
  const t = useWords(meeting);
  const say = useSay();
  const query = useQuery(roomQuery(id));
  const { data: motions } = useQuery(motionsQuery(id, query.data));
  const { voting, votes, refresh } = useVotes(id, motions);
  const room = query.data;
  const current = room?.current ?? null;
  return (
    <Page
      title={room?.committeeName ?? t('meetings')}
      lead={room === undefined ? undefined : `${room.heldOn} · ${say(room.stateWords)}`}
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

/** Where whoever leads votes does so: the chair has a page of their own. */
const leadingAt = ({ id, me }: MeetingRoom) => (me?.isChair ? `/chair/meetings/${id}` : `/expert/meetings/${id}/lead`);

function Attendance({ room }: { readonly room: MeetingRoom }) {
  const t = useWords(meeting);
  const words = useWords(common);
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
          cancelText={words('cancel')}
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
