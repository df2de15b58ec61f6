import './meeting.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from '../components/Page.js';
import { Panel } from '../components/Panel.js';
import { useLabels, useLocalized } from '../labels/labelArea.js';
import { meeting as area } from '../labels/meeting.js';
import { consoleQuery, type MeetingConsole, type MotionLine, motionsQuery } from './meetingQueries.js';
import { QuorumLine } from './QuorumLine.js';

/** The meeting of the page's `:id`, with its agenda. */
export function useMeeting() {
  const { id = '' } = useParams();
  const query = useQuery(consoleQuery(id));
  const { data: motions } = useQuery(motionsQuery(id, query.data));
  return { id, query, motions };
}

interface Props {
  readonly meeting: ReturnType<typeof useMeeting>;
  /** the page of the list of meetings */
  readonly list: string;
  readonly actions?: (meeting: MeetingConsole) => ReactNode;
  readonly children: (meeting: MeetingConsole, motions: readonly MotionLine[]) => ReactNode;
}

/** The page of a meeting: its committee, date and state, and below them what the reader's role shows of it. */
export function MeetingFrame({ meeting: { query, motions = [] }, list, actions, children }: Props) {
  const t = useLabels(area);
  const localize = useLocalized();
  const meeting = query.data;
  return (
    <Page
      title={meeting?.committeeName ?? t('meetings')}
      lead={
        meeting === undefined
          ? undefined
          : `${meeting.heldOn} ${meeting.begins} · ${meeting.place} · ${localize(meeting.stateLabel)}`
      }
      breadcrumbs={[{ title: t('meetings'), to: list }]}
      query={query}
      actions={meeting === undefined ? undefined : actions?.(meeting)}
    >
      {meeting === undefined ? null : <div className="stack">{children(meeting, motions)}</div>}
    </Page>
  );
}

/** The panel of those present: the quorum until the session is closed, and below it what the role adds. */
export function AttendancePanel({
  meeting,
  children,
}: {
  readonly meeting: MeetingConsole;
  readonly children: ReactNode;
}) {
  const t = useLabels(area);
  return (
    <Panel title={t('attendance')}>
      {meeting.closedAt === null ? <QuorumLine quorum={meeting.quorum} /> : null}
      {children}
    </Panel>
  );
}
