import type { Role } from '../application/lifecycle.js';
import { type Refusal, refuse } from '../refusal.js';
import { type MeetingGuardName, meetingGuards } from './meetingGuards.js';
import { chairOnly, chairOrDeputy } from './meetingLabels.js';

export const meetingStates = [
  'convened',
  'called_off',
  'in_session',
  'adjourned',
  'closed',
  'announced',
  'signed',
] as const;
export type MeetingState = (typeof meetingStates)[number];
export const meetingEvents = [
  'move',
  'call_off',
  'open_session',
  'adjourn',
  'resume',
  'close_session',
  'announce',
  'sign',
  'correct',
] as const;
export type MeetingEvent = (typeof meetingEvents)[number];

/** A role in a meeting; the deputy's while the chair is not present. */
export type MeetingPart = Role | 'deputy';

/** One row: who may do it, on which conditions, where it leads. */
interface MeetingRow {
  readonly zh: string;
  readonly en: string;
  readonly allowedRoles: readonly MeetingPart[];
  readonly guards: readonly MeetingGuardName[];
  readonly next: MeetingState | 'stays';
  readonly clause: string;
}
interface MeetingStateLaw {
  readonly zh: string;
  readonly en: string;
  /** Whether members sign in and out. */
  readonly attended: boolean;
  /** Whether motions may be opened. */
  readonly sits: boolean;
  /** Whether the results have been announced. */
  readonly disclosed: boolean;
  readonly final: boolean;
  readonly events: Readonly<Partial<Record<MeetingEvent, MeetingRow>>>;
}

const close_session = {
  zh: '结束会议',
  en: 'Close the meeting',
  allowedRoles: ['chair', 'deputy'],
  guards: ['no_motion_open'],
  next: 'closed',
  clause: '人社部令第40号（评审会议）',
} as const satisfies MeetingRow;

const move = {
  zh: '改期或改地点',
  en: 'Move the meeting',
  allowedRoles: ['office'],
  guards: ['free_text_given'],
  next: 'stays',
  clause: '人社部令第40号（评审会议）',
} as const satisfies MeetingRow;

/** The law of a review meeting: state → event → who, guards, next. Routes, buttons and refusals derive from it. */
export const meetingLaw = {
  convened: {
    zh: '已召集',
    en: 'Convened',
    attended: true,
    sits: false,
    disclosed: false,
    final: false,
    events: {
      move,
      call_off: { ...move, zh: '取消会议', en: 'Call the meeting off', next: 'called_off' },
      open_session: {
        zh: '宣布开会',
        en: 'Open the meeting',
        allowedRoles: ['chair', 'deputy'],
        guards: ['quorum'],
        next: 'in_session',
        clause: '人社部令第40号（出席人数不少于评审委员会人数的三分之二）',
      },
    },
  },
  // Its committee has still to meet: the same meeting gets another day, and the campaign waits for it.
  called_off: {
    zh: '已取消，待另行安排',
    en: 'Called off, to be arranged anew',
    attended: false,
    sits: false,
    disclosed: false,
    final: false,
    events: { move: { ...move, zh: '另行安排', en: 'Arrange it anew', next: 'convened' } },
  },
  in_session: {
    zh: '会议中',
    en: 'In session',
    attended: true,
    sits: true,
    disclosed: false,
    final: false,
    events: {
      adjourn: {
        zh: '休会',
        en: 'Adjourn',
        allowedRoles: ['chair', 'deputy'],
        guards: ['no_motion_open'],
        next: 'adjourned',
        clause: '人社部令第40号（评审会议）',
      },
      close_session,
    },
  },
  adjourned: {
    zh: '休会',
    en: 'Adjourned',
    attended: true,
    sits: false,
    disclosed: false,
    final: false,
    events: {
      resume: {
        zh: '继续开会',
        en: 'Resume',
        allowedRoles: ['chair', 'deputy'],
        guards: ['quorum'],
        next: 'in_session',
        clause: '人社部令第40号（出席人数不少于评审委员会人数的三分之二）',
      },
      close_session,
    },
  },
  closed: {
    zh: '已结束，待宣布',
    en: 'Closed, to be announced',
    attended: false,
    sits: false,
    disclosed: false,
    final: false,
    events: {
      announce: {
        zh: '宣布投票结果',
        en: 'Announce the results',
        allowedRoles: ['chair'],
        guards: [],
        next: 'announced',
        clause: '人社部令第40号（会议结束时由主任委员宣布投票结果）',
      },
    },
  },
  announced: {
    zh: '已宣布，待签字',
    en: 'Announced, to be signed',
    attended: false,
    sits: false,
    disclosed: true,
    final: false,
    events: {
      sign: {
        zh: '签署会议纪要',
        en: 'Sign the minutes',
        allowedRoles: ['chair'],
        guards: ['minutes_as_seen', 'second_factor'],
        next: 'signed',
        clause: '人社部令第40号（主任委员对评审结果签字确认）',
      },
    },
  },
  signed: {
    zh: '已签署',
    en: 'Signed',
    attended: false,
    sits: false,
    disclosed: true,
    final: true,
    events: {
      // Signed minutes never change: a correction is a record of its own that refers to them.
      correct: {
        zh: '更正纪要',
        en: 'Correct the minutes',
        allowedRoles: ['chair'],
        guards: ['free_text_given', 'second_factor'],
        next: 'stays',
        clause: '人社部令第40号（会议记录归档）',
      },
    },
  },
} as const satisfies Record<MeetingState, MeetingStateLaw>;

/** What the law has to know of a meeting to judge an act. */
export interface MeetingCircumstances {
  readonly quorum: boolean;
  readonly fewest: number;
  readonly present: number;
  readonly motionOpen: boolean;
  /** null: not known yet, as for a button. */
  readonly minutesAsSeen: boolean | null;
  readonly secondFactor: boolean | null;
  readonly freeText: boolean | null;
}

/** Members may sign in and out now. */
export const isAttended = (state: MeetingState): boolean => meetingLaw[state].attended;
/** Motions may be opened now. */
export const isSitting = (state: MeetingState): boolean => meetingLaw[state].sits;
/** The results have been announced. */
export const isDisclosed = (state: MeetingState): boolean => meetingLaw[state].disclosed;
/**
 * Whether somebody may see counts and what is published with them: members and office as each vote is counted, a
 * supervisor once the results are announced.
 */
export const knowsCounts = (state: MeetingState, roles: readonly Role[]): boolean =>
  isDisclosed(state) || roles.some((role) => role !== 'supervisor');
/** Whether somebody may see the lists of papers and the file to be verified: a supervisor once the minutes are signed. */
export const knowsPapers = (state: MeetingState, roles: readonly Role[]): boolean =>
  isSealed(state) || roles.some((role) => role !== 'supervisor');
/** The minutes are signed and nothing changes any more. */
export const isSealed = (state: MeetingState): boolean => meetingLaw[state].final;

/** States in which nothing changes any more. */
export const sealedStates: readonly MeetingState[] = meetingStates.filter(isSealed);

/** The rows of a state. */
export function meetingRows(state: MeetingState): readonly (readonly [MeetingEvent, MeetingRow])[] {
  const { events }: MeetingStateLaw = meetingLaw[state];
  return meetingEvents.flatMap((event) => {
    const row = events[event];
    return row ? [[event, row] as const] : [];
  });
}

/** Whether a meeting has a day: one that is called off has none until it is arranged anew. */
export const isArranged = (state: MeetingState): boolean => state !== 'called_off';

/** States of a meeting that is ahead: its members and the office have it in their calendars. */
export const aheadStates: readonly MeetingState[] = meetingStates.filter((state) =>
  meetingRows(state).some(([event]) => event === 'call_off'),
);

/** The next state after an act, or the refusal. Pure. */
export function decideMeeting(
  state: MeetingState,
  event: MeetingEvent,
  parts: readonly MeetingPart[],
  circumstances: MeetingCircumstances,
): { readonly next: MeetingState } | Refusal {
  const row = meetingRows(state).find(([name]) => name === event)?.[1];
  const { zh, en } = meetingLaw[state];
  if (!row) {
    return refuse('event_not_allowed', '人社部令第40号', {
      zh: `会议目前为“${zh}”，不能办理这一事项。`,
      en: `The meeting is at “${en}”, where this cannot be done.`,
    });
  }
  if (!row.allowedRoles.some((part) => parts.includes(part))) {
    return refuse('role_not_allowed', row.clause, row.allowedRoles.includes('deputy') ? chairOrDeputy : chairOnly);
  }
  for (const guard of row.guards) {
    const refusal = meetingGuards[guard](circumstances, row.clause);
    if (refusal) return refusal;
  }
  return { next: row.next === 'stays' ? state : row.next };
}
