import type { Transition } from '../application/act.js';
import type { Deadline } from '../application/deadline.js';
import type { Profile } from '../application/facts.js';
import { findLaw, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Instant } from '../calendar/instant.js';
import { deadlineLabelFor } from '../candidate/labelsOfTrack.js';
import { visitEntry } from '../originals/visitEntry.js';
import type { Policy } from '../policy/policy.js';
import type { NotificationDetail, TimeAndPlace } from './notificationKinds.js';

/** An entry for a reader's own calendar. It names nobody. */
export interface CalendarEntry {
  /** The same for the same deadline or appointment, however often it moves. */
  readonly uid: string;
  /** Larger with every event that may have moved it. */
  readonly sequence: number;
  readonly label: BilingualText;
  readonly from: Instant;
  readonly to: Instant;
  readonly place: string | null;
  /** It no longer counts: the reader's calendar takes it out. */
  readonly cancelled: boolean;
}

const minute = 60_000;
/** A deadline stands in the calendar as the time just before it, so that 24:00 is on its own day. */
const beforeDeadline = 30 * minute;
/** What an appointment takes up where nobody has said how long it is. */
const usualLength = 60 * minute;

/** An application after one of its events, as far as its dates go. */
export interface DatesAfter {
  readonly applicationId: string;
  /** Of the event. */
  readonly seq: number;
  readonly at: Instant;
  /** The status after it. */
  readonly status: Status;
  readonly profile: Profile;
  readonly policy: Policy;
  readonly audited: boolean;
  readonly deadlines: Transition['deadlines'];
  /** The deadlines before it. */
  readonly previous: Transition['deadlines'];
  /** Whether the deadlines stand still: none of them is due on a day then. */
  readonly paused: boolean;
  /** The defense as it was appointed before the event, and as it is after it. */
  readonly defenseBefore: Instant | null;
  readonly defenseAt: Instant | null;
  readonly place: string | null;
}

/**
 * The entries of an application after an event: every deadline that runs and an appointed defense; and, cancelled, those of
 * before that are gone. What has passed by itself is left in the calendar.
 */
export function calendarEntriesAfter(dates: DatesAfter): readonly CalendarEntry[] {
  const { deadlines, previous, paused, at } = dates;
  const running = paused ? [] : Object.values(deadlines);
  const gone = Object.values(previous).filter(
    ({ name, due }) => due > at && !running.some((deadline) => deadline.name === name),
  );
  return [
    ...running.map((deadline) => deadlineEntry(deadline, dates, false)),
    ...gone.map((deadline) => deadlineEntry(deadline, dates, true)),
    ...defenseEntries(dates),
  ];
}

function deadlineEntry(deadline: Deadline, dates: DatesAfter, cancelled: boolean): CalendarEntry {
  const { applicationId, seq, profile, policy, audited } = dates;
  return {
    uid: `${deadline.name}.${applicationId}`,
    sequence: seq,
    label: deadlineLabelFor(deadline, profile, policy, audited ? 'after' : 'before'),
    from: deadline.due - beforeDeadline,
    to: deadline.due,
    place: null,
    cancelled,
  };
}

function defenseEntries(dates: DatesAfter): readonly CalendarEntry[] {
  const { applicationId, seq, at, status, defenseBefore, defenseAt, place } = dates;
  const ahead = findLaw(status, 'score_defense') === undefined ? null : defenseAt;
  const shown = ahead ?? (defenseBefore !== null && defenseBefore > at ? defenseBefore : null);
  if (shown === null) return [];
  const label = { zh: '专业水平答辩', en: 'Defense' };
  const entry = { uid: `defense.${applicationId}`, sequence: seq, label, place, cancelled: ahead === null };
  return [{ ...entry, from: shown, to: shown + usualLength }];
}

/** A session as the calendar of whoever scores in it has it. */
export function heldSession(session: {
  readonly id: string;
  readonly revision: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly room: string;
}): CalendarEntry {
  const { id, revision: sequence, startsAt: from, endsAt: to, room: place } = session;
  return { uid: `session.${id}`, sequence, label: scoring, from, to, place, cancelled: false };
}
const scoring: BilingualText = { zh: '专业水平答辩评分', en: 'Scoring a defense' };

/** The entry of a letter to a member of a panel: their session as it is held now, or, cancelled, as it was to be. */
export function sessionEntries({
  sessionId,
  revision = 1,
  announced,
  session,
}: NotificationDetail): readonly CalendarEntry[] {
  const held: TimeAndPlace | undefined = announced ?? session?.now ?? session?.was;
  if (sessionId === undefined || held === undefined) return [];
  return [
    {
      uid: `session.${sessionId}`,
      sequence: revision,
      label: scoring,
      from: held.at,
      to: held.at + usualLength,
      place: held.room,
      cancelled: announced === undefined && session?.now === null,
    },
  ];
}

const meets: BilingualText = { zh: '评审会议', en: 'Review meeting' };

/** A review meeting as the calendar of a member has it. Who sits in it is not public: the entry names nobody. */
export function meetingEntry(meeting: {
  readonly id: string;
  readonly revision: number;
  readonly held: TimeAndPlace;
  readonly cancelled: boolean;
}): CalendarEntry {
  const { id, revision: sequence, held, cancelled } = meeting;
  const { at: from, room: place } = held;
  return { uid: `meeting.${id}`, sequence, label: meets, from, to: from + usualLength, place, cancelled };
}

/** The entries a letter makes, moves or cancels: of a session, of a meeting, of a visit to the counter. */
export function notificationEntries(detail: NotificationDetail): readonly CalendarEntry[] {
  const { meeting, visit, applicationId, at } = detail;
  const held = meeting?.now ?? meeting?.was;
  return [
    ...sessionEntries(detail),
    ...(meeting && held ? [meetingEntry({ ...meeting, held, cancelled: meeting.now === null })] : []),
    ...(visit && applicationId !== undefined ? [{ ...visitEntry(applicationId, visit, at), cancelled: true }] : []),
  ];
}
