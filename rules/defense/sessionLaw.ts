import type { BilingualText } from '../bilingualText.js';
import { type Cited, cite, uncited } from '../policy/clauses.js';
import { type Refusal, refuse } from '../refusal.js';

export const sessionStates = ['planned', 'published', 'closed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];
/** What the office does with a session; it closes by itself with its last candidate. */
export const sessionEvents = ['change', 'publish', 'move', 'cancel', 'release', 'absent', 'score', 'close'] as const;
export type SessionEvent = (typeof sessionEvents)[number];
/** How a slot ended: scored, absent, moved to another session, or cancelled with its session. */
export const slotOutcomes = ['scored', 'absent', 'moved', 'cancelled'] as const;
export type SlotOutcome = (typeof slotOutcomes)[number];
export const slotOutcomeLabels: Readonly<Record<SlotOutcome, BilingualText>> = {
  scored: { zh: '已评分', en: 'Scored' },
  absent: { zh: '缺席', en: 'Absent' },
  moved: { zh: '改期', en: 'Put off' },
  cancelled: { zh: '已取消', en: 'Called off' },
};

interface SessionStateLaw {
  readonly zh: string;
  readonly en: string;
  readonly events: Readonly<Partial<Record<SessionEvent, SessionState>>>;
}

/**
 * 答辩场次: state → event → next. A published session is changed only while nobody has been scored or marked, and moved or
 * cancelled as a whole only while no sheet has been submitted. An interrupted cancellation is resumed.
 */
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
      move: 'published',
      cancel: 'cancelled',
      release: 'published',
      absent: 'published',
      score: 'published',
      close: 'closed',
    },
  },
  closed: { zh: '已结束', en: 'Over', events: {} },
  cancelled: { zh: '已取消', en: 'Called off', events: { cancel: 'cancelled' } },
} as const satisfies Record<SessionState, SessionStateLaw>;

/** States in which a session occupies its room and panel: candidates are still to be heard. */
export const liveStates = sessionStates.filter((state) => 'publish' in sessionLaw[state].events);

/** Whether the candidates of a session can be scored in this state. */
export function takesScores(state: SessionState): boolean {
  return 'score' in sessionLaw[state].events;
}

/** States in which the members of the panel know of a session. */
export const announcedStates = ['published', 'closed'] as const satisfies readonly SessionState[];

/** Whether the members of the panel know of a session in this state. */
export function isAnnounced(state: SessionState): boolean {
  return announcedStates.some((announced) => announced === state);
}

/** The state of a session, as far as its acts depend on it. */
export interface SessionSnapshot {
  readonly state: SessionState;
  /** Somebody has been scored, marked absent or put off, or a sheet has been handed in. */
  readonly begun: boolean;
  /** A sheet has been handed in. */
  readonly scored: boolean;
  /** Candidates still to be heard who do not know the present plan. */
  readonly unnotified: number;
}

const wholly = (act: BilingualText, clause: string) =>
  refuse('already_done', clause, {
    zh: `已有专家提交评分表，不能再整场${act.zh}；未答辩的可逐人改期。`,
    en: `A score sheet has been handed in, so the session as a whole cannot be ${act.en}; put off those not yet heard one by one.`,
  });

/** Refusals of an event for other reasons than the state. */
const hindrances: Readonly<
  Partial<Record<SessionEvent, (snapshot: SessionSnapshot, clause: string) => Refusal | null>>
> = {
  change: ({ begun }, clause) =>
    begun
      ? refuse('already_done', clause, {
          zh: '这场答辩已有评分或登记，不能再整场改动；未答辩的可逐人改期。',
          en: 'Somebody in this session has been scored or marked, so it cannot be changed as a whole; put off those not yet heard one by one.',
        })
      : null,
  move: ({ scored }, clause) => (scored ? wholly({ zh: '移动', en: 'moved' }, clause) : null),
  cancel: ({ state, scored, unnotified }, clause) => {
    if (scored) return wholly({ zh: '取消', en: 'called off' }, clause);
    return state === 'cancelled' && unnotified === 0
      ? refuse('already_done', clause, {
          zh: '这场答辩已取消，答辩人均已告知。',
          en: 'This session has been called off and every candidate has been told.',
        })
      : null;
  },
};

/** The next state after an event, or the refusal: `event_not_allowed`, `already_done`. */
export function decideSession(snapshot: SessionSnapshot, event: SessionEvent, policy: Cited): SessionState | Refusal {
  const clause = cite(policy, 'defense');
  const { zh, en, events }: SessionStateLaw = sessionLaw[snapshot.state];
  const next = events[event];
  if (next === undefined) {
    return refuse('event_not_allowed', clause, {
      zh: `这场答辩${zh}，不能这样办理。`,
      en: `This session is ${en.toLowerCase()}; that cannot be done with it.`,
    });
  }
  return hindrances[event]?.(snapshot, clause) ?? next;
}

/** The events that concern a session as a whole. */
export function eventsOf(snapshot: SessionSnapshot): readonly SessionEvent[] {
  return sessionEvents.filter((event) => typeof decideSession(snapshot, event, uncited) === 'string');
}
