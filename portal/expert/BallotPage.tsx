import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { answer, api } from '../api/client.js';
import { Panel } from '../components/Panel.js';
import { Problem } from '../components/Problem.js';
import { common } from '../labels/common.js';
import { useLabels } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { MeetingFrame, useMeeting } from '../meeting/MeetingFrame.js';
import { MotionLines } from '../meeting/MotionLines.js';
import { MEETING, type MeetingConsole } from '../meeting/meetingQueries.js';
import { QuorumLine } from '../meeting/QuorumLine.js';
import { Receipts } from './ballot/Receipts.js';
import { useVotes } from './ballot/useVotes.js';
import { Vote } from './ballot/Vote.js';

/**
 * `/expert/meetings/:id`: the meeting on a member's phone: check in, vote on one application at a time, keep receipts.
 */
export function BallotPage() {
  const t = useLabels(area);
  const state = useMeeting();
  const { voting, votes, refresh } = useVotes(state.id, state.motions);
  return (
    <MeetingFrame
      meeting={state}
      list="/expert"
      actions={(meeting) =>
        meeting.me?.mayLead && meeting.me.mayAttend ? <Link to={leadingAt(meeting)}>{t('toLead')}</Link> : undefined
      }
    >
      {(meeting, motions) => (
        <>
          {meeting.current === null ? (
            <Panel title={t('current')}>
              <p aria-live="polite">{t('noCurrent')}</p>
            </Panel>
          ) : (
            <Vote
              key={meeting.current.id}
              voting={voting}
              motion={meeting.current}
              vote={votes.find(({ motionId }) => motionId === meeting.current?.id)}
              onCast={refresh}
            />
          )}
          <Attendance meeting={meeting} />
          <Receipts votes={votes} />
          <Panel title={t('resultsOnly')}>
            <MotionLines motions={motions.filter(({ endedAt }) => endedAt !== null)} none={t('noResults')} />
          </Panel>
        </>
      )}
    </MeetingFrame>
  );
}

/** The page on which the caller leads votes; the chair has a separate one. */
const leadingAt = ({ id, me }: MeetingConsole) =>
  me?.isChair ? `/chair/meetings/${id}` : `/expert/meetings/${id}/lead`;

function Attendance({ meeting }: { readonly meeting: MeetingConsole }) {
  const t = useLabels(area);
  const tCommon = useLabels(common);
  const client = useQueryClient();
  const signing = useMutation({
    mutationFn: (present: boolean) =>
      answer(api.PUT('/api/meetings/{id}/attendance', { params: { path: { id: meeting.id } }, body: { present } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [MEETING] }),
  });
  if (meeting.me === null) return null;
  const { present, mayAttend } = meeting.me;
  return (
    <Panel title={t('attendance')}>
      <QuorumLine quorum={meeting.quorum} />
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
