import type { Role } from '../lifecycle.js';
import { type Refusal, refuse } from '../refusal.js';
import { type MotionGuardName, motionGuards } from './motionGuards.js';

// One motion is one application's vote in one round. `closing` is the moment between the chair's word and the count, in
// which what is on its way still arrives.
export const motionStates = ['waiting', 'open', 'closing', 'closed', 'void'] as const;
export type MotionState = (typeof motionStates)[number];
export const motionEvents = ['open', 'close', 'void', 'settled', 'quorum_lost', 'voter_recused'] as const;
export type MotionEvent = (typeof motionEvents)[number];

interface MotionRow {
  readonly zh: string;
  readonly en: string;
  /** Nobody: it happens by itself. */
  readonly who: readonly Role[];
  readonly guards: readonly MotionGuardName[];
  readonly next: MotionState;
  readonly clause: string;
}
interface MotionStateLaw {
  readonly zh: string;
  readonly en: string;
  /** Whether voters are given papers. */
  readonly givesPapers: boolean;
  /** Whether ballots are taken in. */
  readonly takesBallots: boolean;
  /** Whether the count is there to be told. */
  readonly counted: boolean;
  readonly events: Readonly<Partial<Record<MotionEvent, MotionRow>>>;
}

const voided = {
  zh: '作废并重新表决',
  en: 'Void and vote anew',
  who: ['chair'],
  guards: ['words_given'],
  next: 'void',
  clause: '人社部令第40号（无记名投票）',
} as const satisfies MotionRow;
const quorum_lost = {
  zh: '出席人数不足，表决作废',
  en: 'Quorum lost, void',
  who: [],
  guards: [],
  next: 'void',
  clause: '人社部令第40号（出席人数不少于评审委员会人数的三分之二）',
} as const satisfies MotionRow;
const voter_recused = {
  zh: '投票人回避，表决作废',
  en: 'A voter was recused, void',
  who: [],
  guards: [],
  next: 'void',
  clause: '人社部令第40号（回避）',
} as const satisfies MotionRow;

/** The law of one motion: state → event → who, guards, next. */
export const motionLaw = {
  waiting: {
    zh: '待表决',
    en: 'Waiting',
    ...{ givesPapers: false, takesBallots: false, counted: false },
    events: {
      open: {
        zh: '开始表决',
        en: 'Open the vote',
        who: ['chair'],
        guards: ['sitting', 'no_other_open', 'in_review', 'quorum'],
        next: 'open',
        clause: '人社部令第40号（出席人数不少于评审委员会人数的三分之二）',
      },
    },
  },
  open: {
    zh: '表决中',
    en: 'Open',
    ...{ givesPapers: true, takesBallots: true, counted: false },
    events: {
      close: {
        zh: '结束表决',
        en: 'Close the vote',
        who: ['chair'],
        guards: ['somebody_voted'],
        next: 'closing',
        clause: '人社部令第40号（不得补充投票）',
      },
      void: voided,
      quorum_lost,
      voter_recused,
    },
  },
  closing: {
    zh: '正在计票',
    en: 'Counting',
    ...{ givesPapers: false, takesBallots: true, counted: false },
    events: {
      settled: {
        zh: '计票完成',
        en: 'Counted',
        who: [],
        guards: [],
        next: 'closed',
        clause: '人社部令第40号（同意票数达到出席专家总数的三分之二）',
      },
      // A box whose ballots nobody can send again (a power cut): the papers given out bind nobody any more.
      void: voided,
      quorum_lost,
      voter_recused,
    },
  },
  closed: {
    zh: '已计票',
    en: 'Counted',
    ...{ givesPapers: false, takesBallots: false, counted: true },
    events: {},
  },
  void: {
    zh: '作废',
    en: 'Void',
    ...{ givesPapers: false, takesBallots: false, counted: false },
    events: {},
  },
} as const satisfies Record<MotionState, MotionStateLaw>;

/** What the law has to know of a motion to judge an act. */
export interface MotionCircumstances {
  readonly sitting: boolean;
  readonly otherOpen: boolean;
  /** Whether the application still waits for the meeting's result. */
  readonly inReview: boolean;
  readonly quorum: boolean;
  readonly papersGiven: number;
  /** null: not asked yet, as for a button. */
  readonly words: boolean | null;
}

export const givesPapers = (state: MotionState): boolean => motionLaw[state].givesPapers;
export const takesBallots = (state: MotionState): boolean => motionLaw[state].takesBallots;
export const isCounted = (state: MotionState): boolean => motionLaw[state].counted;
/** Whether a motion has the room's attention: at most one of a meeting does. */
export const isUnderWay = (state: MotionState): boolean => givesPapers(state) || takesBallots(state);
/** Whether a motion is still to be opened. */
export const isWaiting = (state: MotionState): boolean => motionAfter(state, 'open') !== null;
/** States in which a motion has the room's attention. */
export const underWayStates: readonly MotionState[] = motionStates.filter(isUnderWay);

/** The rows of a state. */
export function motionRows(state: MotionState): readonly (readonly [MotionEvent, MotionRow])[] {
  const { events }: MotionStateLaw = motionLaw[state];
  return motionEvents.flatMap((event) => {
    const row = events[event];
    return row ? [[event, row] as const] : [];
  });
}

/** Whether an event can happen by itself in a state, and where it leads. */
export function motionAfter(state: MotionState, event: MotionEvent): MotionState | null {
  return motionRows(state).find(([name]) => name === event)?.[1].next ?? null;
}

/** What an act on a motion leads to, or why it is refused. Pure. */
export function decideMotion(
  state: MotionState,
  event: MotionEvent,
  roles: readonly Role[],
  circumstances: MotionCircumstances,
): { readonly next: MotionState } | Refusal {
  const row = motionRows(state).find(([name]) => name === event)?.[1];
  const { zh } = motionLaw[state];
  if (!row) return refuse('event_not_allowed', '人社部令第40号', `这项表决目前为“${zh}”，不能办理这一事项。`);
  if (!row.who.some((role) => roles.includes(role))) {
    return refuse('role_not_allowed', row.clause, '只有本评审委员会的主任委员可以办理。');
  }
  for (const guard of row.guards) {
    const refusal = motionGuards[guard](circumstances, row.clause);
    if (refusal) return refusal;
  }
  return { next: row.next };
}
