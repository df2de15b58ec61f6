import { type Refusal, refuse } from '../refusal.js';
import { type LeadingPart, leadingLabels } from './leading.js';
import { type MotionGuardName, motionGuards } from './motionGuards.js';

// One motion is one application's vote in one round. In `closing`, between the chair's act and the count, ballots on
// their way still arrive.
export const motionStates = ['waiting', 'open', 'closing', 'closed', 'void'] as const;
export type MotionState = (typeof motionStates)[number];
export const motionEvents = [
  'open',
  'close',
  'void',
  'name_lead',
  'votes_closed',
  'quorum_lost',
  'voter_recused',
] as const;
export type MotionEvent = (typeof motionEvents)[number];
/** A role in one motion: the member who leads it (leading.ts), or the office that convened the meeting. */
export const motionParts = ['lead', 'office'] as const;
export type MotionPart = (typeof motionParts)[number];

interface MotionRow {
  readonly zh: string;
  readonly en: string;
  /** Nobody: it happens by itself. */
  readonly allowedRoles: readonly MotionPart[];
  readonly guards: readonly MotionGuardName[];
  readonly next: MotionState | 'stays';
  readonly clause: string;
}
interface MotionStateLaw {
  readonly zh: string;
  readonly en: string;
  /** Whether voters are given papers. */
  readonly givesPapers: boolean;
  /** Whether ballots are taken in. */
  readonly takesBallots: boolean;
  /** Whether there is a count. */
  readonly counted: boolean;
  readonly events: Readonly<Partial<Record<MotionEvent, MotionRow>>>;
}

const voided = {
  zh: '作废并重新表决',
  en: 'Void and vote anew',
  allowedRoles: ['lead'],
  guards: ['free_text_given'],
  next: 'void',
  clause: '人社部令第40号（无记名投票）',
} as const satisfies MotionRow;
// The member who leads it may leave or be recused at any moment until it is counted.
const name_lead = {
  zh: '指定主持人',
  en: 'Name who leads',
  allowedRoles: ['office'],
  guards: ['nobody_leads', 'able_to_lead', 'free_text_given'],
  next: 'stays',
  clause: '人社部令第40号（回避）',
} as const satisfies MotionRow;
const quorum_lost = {
  zh: '出席人数不足，表决作废',
  en: 'Quorum lost, void',
  allowedRoles: [],
  guards: [],
  next: 'void',
  clause: '人社部令第40号（出席人数不少于评审委员会人数的三分之二）',
} as const satisfies MotionRow;
const voter_recused = {
  zh: '投票人回避，表决作废',
  en: 'A voter was recused, void',
  allowedRoles: [],
  guards: [],
  next: 'void',
  clause: '人社部令第40号（回避）',
} as const satisfies MotionRow;

/** The law of one motion: state → event → who, guards, next. */
export const motionLaw = {
  waiting: {
    zh: '待表决',
    en: 'Waiting',
    givesPapers: false,
    takesBallots: false,
    counted: false,
    events: {
      open: {
        zh: '开始表决',
        en: 'Open the vote',
        allowedRoles: ['lead'],
        guards: ['sitting', 'no_other_open', 'in_review', 'quorum'],
        next: 'open',
        clause: '人社部令第40号（出席人数不少于评审委员会人数的三分之二）',
      },
      name_lead,
    },
  },
  open: {
    zh: '表决中',
    en: 'Open',
    givesPapers: true,
    takesBallots: true,
    counted: false,
    events: {
      close: {
        zh: '结束表决',
        en: 'Close the vote',
        allowedRoles: ['lead'],
        guards: ['somebody_voted'],
        next: 'closing',
        clause: '人社部令第40号（不得补充投票）',
      },
      void: voided,
      name_lead,
      quorum_lost,
      voter_recused,
    },
  },
  closing: {
    zh: '正在计票',
    en: 'Counting',
    givesPapers: false,
    takesBallots: true,
    counted: false,
    events: {
      votes_closed: {
        zh: '计票完成',
        en: 'Counted',
        allowedRoles: [],
        guards: [],
        next: 'closed',
        clause: '人社部令第40号（同意票数达到出席专家总数的三分之二）',
      },
      // The ballots were lost and cannot be sent again (a power cut): the papers given out are void.
      void: voided,
      name_lead,
      quorum_lost,
      voter_recused,
    },
  },
  closed: {
    zh: '已计票',
    en: 'Counted',
    givesPapers: false,
    takesBallots: false,
    counted: true,
    events: {},
  },
  void: {
    zh: '作废',
    en: 'Void',
    givesPapers: false,
    takesBallots: false,
    counted: false,
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
  /** Who leads it now; before the meeting, who would if everybody came. Null: nobody may. */
  readonly leader: LeadingPart | null;
  /** Whether the person who acts is recused from the application. */
  readonly recusedSelf: boolean;
  /** Whether the member the office names is seated and not recused; null: nobody has been named yet. */
  readonly namedIsAble: boolean | null;
  /** null: not known yet, as for a button. */
  readonly freeText: boolean | null;
}

export const givesPapers = (state: MotionState): boolean => motionLaw[state].givesPapers;
export const takesBallots = (state: MotionState): boolean => motionLaw[state].takesBallots;
export const isCounted = (state: MotionState): boolean => motionLaw[state].counted;
/** Whether a motion is being voted on: at most one of a meeting is. */
export const isUnderWay = (state: MotionState): boolean => givesPapers(state) || takesBallots(state);
/** Whether a motion is still to be opened. */
export const isWaiting = (state: MotionState): boolean => motionAfter(state, 'open') !== null;
/** States in which a motion is being voted on. */
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
  const next = motionRows(state).find(([name]) => name === event)?.[1].next;
  return next === 'stays' ? state : (next ?? null);
}

/** The next state after an act on a motion, or the refusal. Pure. */
export function decideMotion(
  state: MotionState,
  event: MotionEvent,
  parts: readonly MotionPart[],
  circumstances: MotionCircumstances,
): { readonly next: MotionState } | Refusal {
  const row = motionRows(state).find(([name]) => name === event)?.[1];
  const { zh, en } = motionLaw[state];
  if (!row) {
    return refuse('event_not_allowed', '人社部令第40号', {
      zh: `这项表决目前为“${zh}”，不能办理这一事项。`,
      en: `This vote is at “${en}”, where this cannot be done.`,
    });
  }
  if (!row.allowedRoles.some((part) => parts.includes(part))) return notTheirs(row, circumstances);
  for (const guard of row.guards) {
    const refusal = motionGuards[guard](circumstances, row.clause);
    if (refusal) return refusal;
  }
  return { next: row.next === 'stays' ? state : row.next };
}

/** The refusal of an act that is for somebody else. */
function notTheirs({ allowedRoles, clause }: MotionRow, { leader, recusedSelf }: MotionCircumstances): Refusal {
  if (!allowedRoles.includes('lead')) {
    return refuse('role_not_allowed', clause, {
      zh: '这一事项由评委会办事机构办理。',
      en: 'This is done by the committee office.',
    });
  }
  if (leader === null) {
    return refuse('nobody_leads', clause, {
      zh: '主任委员、副主任委员均已回避或不在会场，没有人可以主持这项表决。请由评委会办事机构指定一名不回避的委员主持，并说明理由。',
      en: 'Chair and deputy are recused or not in the room: no one may lead this vote. The committee office names a member allowedRoles is not recused, with a reason.',
    });
  }
  const { zh, en } = leadingLabels[leader];
  return refuse('role_not_allowed', clause, {
    zh: `${recusedSelf ? '您已回避这份申报，' : '这项表决'}由${zh}主持。`,
    en: recusedSelf ? `You are recused from this application; ${en} leads its vote.` : `This vote is led by ${en}.`,
  });
}
