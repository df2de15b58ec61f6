import type { Role } from '../application/lifecycle.js';
import { type Basis, type Cited, cite } from '../policy/clauses.js';
import { type Refusal, refuse, wrongRole } from '../refusal.js';

// A sanction is proposed by one person and in force only when another confirms it; it is lifted the same way. Nothing is
// ever removed from the register.
export const sanctionStates = ['proposed', 'rejected', 'in_force', 'lift_requested', 'lifted'] as const;
export type SanctionState = (typeof sanctionStates)[number];
/** The state after an act. */
export type SanctionStep = Exclude<SanctionState, 'proposed'>;
export const sanctionEvents = ['confirm', 'reject', 'request_lift', 'approve_lift', 'refuse_lift'] as const;
export type SanctionEvent = (typeof sanctionEvents)[number];

interface SanctionRow {
  readonly zh: string;
  readonly en: string;
  readonly allowedRoles: readonly Role[];
  /** The earlier act that another person must have done. */
  readonly second: 'proposed' | 'lift_requested' | null;
  readonly next: SanctionStep;
  /** Whether it ends the applications that still run (附件3: 一经查实，不予受理). */
  readonly endsRunningApplications?: true;
  readonly clause: Basis;
}
interface SanctionStateLaw {
  readonly zh: string;
  readonly en: string;
  /** Whether it bars applications while its term runs, and keeps a title revoked. */
  readonly bars: boolean;
  readonly events: Readonly<Partial<Record<SanctionEvent, SanctionRow>>>;
}

const deciding = 'sanctions';
const lifting = 'lifting';

/** Who may propose a sanction, and with it that a title be revoked. */
export const proposers: readonly [Role, ...Role[]] = ['supervisor', 'office'];

/** The law of one sanction: state → event → who, second person, next. */
export const sanctionLaw = {
  proposed: {
    zh: '待确认',
    en: 'To be confirmed',
    bars: false,
    events: {
      confirm: {
        zh: '确认处罚',
        en: 'Confirm',
        allowedRoles: ['office'],
        second: 'proposed',
        next: 'in_force',
        endsRunningApplications: true,
        clause: deciding,
      },
      reject: {
        zh: '不予处罚',
        en: 'Reject',
        allowedRoles: ['office'],
        second: 'proposed',
        next: 'rejected',
        clause: deciding,
      },
    },
  },
  rejected: { zh: '不予处罚', en: 'Rejected', bars: false, events: {} },
  in_force: {
    zh: '已登记',
    en: 'On the register',
    bars: true,
    events: {
      request_lift: {
        zh: '申请解除',
        en: 'Ask to lift',
        allowedRoles: ['supervisor', 'office'],
        second: null,
        next: 'lift_requested',
        clause: lifting,
      },
    },
  },
  lift_requested: {
    zh: '待批准解除',
    en: 'Lifting to be approved',
    bars: true,
    events: {
      approve_lift: {
        zh: '批准解除',
        en: 'Approve the lifting',
        allowedRoles: ['office', 'supervisor'],
        second: 'lift_requested',
        next: 'lifted',
        clause: lifting,
      },
      refuse_lift: {
        zh: '不同意解除',
        en: 'Refuse the lifting',
        allowedRoles: ['office', 'supervisor'],
        second: 'lift_requested',
        next: 'in_force',
        clause: lifting,
      },
    },
  },
  lifted: { zh: '已解除', en: 'Lifted', bars: false, events: {} },
} as const satisfies Record<SanctionState, SanctionStateLaw>;

/** States in which a sanction keeps somebody from applying. */
export const barringStates: readonly SanctionState[] = sanctionStates.filter((state) => sanctionLaw[state].bars);

/** The rows of a state. */
export function sanctionRows(state: SanctionState): readonly (readonly [SanctionEvent, SanctionRow])[] {
  const { events }: SanctionStateLaw = sanctionLaw[state];
  return sanctionEvents.flatMap((event) => {
    const row = events[event];
    return row ? [[event, row] as const] : [];
  });
}

/** What the law has to know of a sanction to judge an act on it. */
export interface SanctionFacts {
  readonly state: SanctionState;
  readonly proposedBy: string | null;
  readonly liftRequestedBy: string | null;
}

/** The next state after an act and whether running applications end, or the refusal. Pure. */
export function decideSanction(
  { state, proposedBy, liftRequestedBy }: SanctionFacts,
  event: SanctionEvent,
  { personId, roles }: { readonly personId: string; readonly roles: readonly Role[] },
  policy: Cited,
): { readonly next: SanctionStep; readonly endsRunningApplications: boolean } | Refusal {
  const row = sanctionRows(state).find(([name]) => name === event)?.[1];
  if (!row)
    return refuse('event_not_allowed', cite(policy, deciding), {
      zh: `这项处罚目前为“${sanctionLaw[state].zh}”，不能办理这一事项。`,
      en: `This sanction is at “${sanctionLaw[state].en}”, where this cannot be done.`,
    });
  if (!row.allowedRoles.some((role) => roles.includes(role))) {
    return refuse('role_not_allowed', cite(policy, row.clause), wrongRole);
  }
  const first = row.second === null ? null : { proposed: proposedBy, lift_requested: liftRequestedBy }[row.second];
  return first === personId
    ? refuse('second_person_needed', cite(policy, row.clause), {
        zh: '须由另一位工作人员办理。',
        en: 'This has to be done by another member of staff.',
      })
    : { next: row.next, endsRunningApplications: row.endsRunningApplications ?? false };
}
