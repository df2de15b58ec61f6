import { type Refusal, refuse } from '../refusal.js';

export const sessionStates = ['planned', 'published', 'closed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];
/** What the office does with a session; it closes by itself with its last candidate. */
export const sessionEvents = ['change', 'publish', 'cancel', 'release', 'absent', 'score', 'close'] as const;
export type SessionEvent = (typeof sessionEvents)[number];
/** What became of a candidate's turn: scored, did not come, put off to another session, or called off with the session. */
export const slotOutcomes = ['scored', 'absent', 'moved', 'cancelled'] as const;
export type SlotOutcome = (typeof slotOutcomes)[number];

interface SessionStateLaw {
  readonly zh: string;
  readonly en: string;
  readonly events: Readonly<Partial<Record<SessionEvent, SessionState>>>;
}

/** 答辩场次: state → event → next. What is published is changed only while nobody has been scored or marked. */
export const sessionLaw = {
  planned: {
    zh: '拟定',
    en: 'Planned',
    events: { change: 'planned', publish: 'published', cancel: 'cancelled' },
  },
  published: {
    zh: '已通知',
    en: 'Announced',
    events: {
      change: 'published',
      publish: 'published',
      release: 'published',
      absent: 'published',
      score: 'published',
      close: 'closed',
    },
  },
  closed: { zh: '已结束', en: 'Over', events: {} },
  cancelled: { zh: '已取消', en: 'Called off', events: {} },
} as const satisfies Record<SessionState, SessionStateLaw>;

/** States in which a session takes room and people. */
export const liveStates = sessionStates.filter((state) => Object.keys(sessionLaw[state].events).length > 0);

/** States in which the members of the panel know of a session. */
export const announcedStates = ['published', 'closed'] as const satisfies readonly SessionState[];

/** Where an event leads a session, or why it is not for now. `begun`: somebody has been scored, marked or put off. */
export function decideSession(state: SessionState, event: SessionEvent, begun: boolean): SessionState | Refusal {
  const { zh, events }: SessionStateLaw = sessionLaw[state];
  const next = events[event];
  if (next === undefined) return refuse('event_not_allowed', '通知 四（四）', `这场答辩${zh}，不能这样办理。`);
  return event === 'change' && begun
    ? refuse('already_done', '通知 四（四）', '这场答辩已有评分或登记，不能再整场改动；未答辩的可逐人改期。')
    : next;
}

/** What may be done with a session as a whole. */
export function eventsOf(state: SessionState, begun: boolean): readonly SessionEvent[] {
  return sessionEvents.filter((event) => typeof decideSession(state, event, begun) === 'string');
}
