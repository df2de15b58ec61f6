import type { DeadlineName } from '../rules/application/deadlines.js';
import { type Facts, instantsSetBy } from '../rules/application/facts.js';
import type { GuardName } from '../rules/application/guards.js';
import { targetsOf } from '../rules/application/happyPath.js';
import {
  type EventName,
  lawsIn,
  lifecycle,
  type Status,
  type StatusLaw,
  statuses,
} from '../rules/application/lifecycle.js';
import type { ChooserName } from '../rules/application/next.js';

type Reader = DeadlineName | GuardName | ChooserName;

/** The deadlines and guards that look at an instant the notice fixes, by the beginning of its name. */
const lookedAtBy: readonly (readonly [string, readonly Reader[]])[] = [
  ['policy.filing', ['filing_cutoff', 'filing_open']],
  ['policy.correctionUntil', ['correction_due']],
  ['audit.opens', ['audit_open']],
  // When the audit is overdue, people are told and nothing else.
  ['audit.due', []],
  ['payment', ['payment_due', 'payment_open']],
  ['materials', ['payment_due', 'materials_open']],
  ['policy.defenseFee', ['defense_fee_due', 'defense_fee_open']],
  ['average', ['specialty_scored']],
];

/** Everything that looks at facts in a status: its deadlines, the guards of its rows, and what chooses where they lead. */
function readersIn(status: Status): readonly string[] {
  const { deadlines }: StatusLaw = lifecycle[status];
  const rows = lawsIn(status).map(([, row]) => row);
  return [
    ...deadlines,
    ...rows.flatMap(({ guards, next }) => [...guards, ...(typeof next === 'string' ? [] : [next.choose])]),
  ];
}

const readers: ReadonlyMap<Status, ReadonlySet<string>> = new Map(
  statuses.map((status) => [status, new Set(readersIn(status))]),
);
const readIn = (status: Status, by: readonly string[]) => by.some((name) => readers.get(status)?.has(name));

/** Of each status, the fixed instants that matter there or in the next status, where time can pass until they do. */
const mattering: ReadonlyMap<Status, readonly string[]> = new Map(
  statuses.map((status) => {
    const near = [status, ...lawsIn(status).flatMap(([, row]) => targetsOf(row, status))];
    return [status, lookedAtBy.flatMap(([prefix, by]) => (near.some((one) => readIn(one, by)) ? [prefix] : []))];
  }),
);

/** Whether a fixed instant matters in a status or in the next one. One that the table above does not know always matters. */
export function matters(mark: string, status: Status): boolean {
  const known = lookedAtBy.some(([prefix]) => mark.startsWith(prefix));
  return !known || mattering.get(status)?.some((prefix) => mark.startsWith(prefix)) === true;
}

interface Use {
  /** What looks at a fact. */
  readonly by: readonly Reader[];
  /** The events after which it is another one, whatever it was. */
  readonly setBy: readonly EventName[];
  /** Nothing looks at it any more once the audit has ended. */
  readonly ofAudit?: true;
}

/** Facts that only some of the law looks at: past all of it, or until they are set anew, they are history. */
const uses: Readonly<Partial<Record<keyof Facts, Use>>> = {
  submissions: { by: ['submissions_left'], setBy: [], ofAudit: true },
  defects: { by: ['defects_answered', 'correction_due'], setBy: ['return_for_correction'], ofAudit: true },
  returnedAt: { by: ['correction_due'], setBy: instantsSetBy.returnedAt, ofAudit: true },
  // Where a correction may be handed back; by then it has become the date of the correction itself.
  correctionMet: { by: ['publication_changed'], setBy: ['resubmit', 'return_correction'], ofAudit: true },
  unmetConditions: { by: ['exception_reasoned'], setBy: ['submit'], ofAudit: true },
  reportedAt: { by: ['payment_due'], setBy: instantsSetBy.reportedAt },
  postedAt: { by: ['publicity_period', 'publicity_retractable'], setBy: instantsSetBy.postedAt },
  publishableHash: {
    by: ['publicity_still_valid', 'publication_changed', 'publicity_period', 'after_resubmission'],
    setBy: ['submit', 'resubmit'],
    ofAudit: true,
  },
  publishedHash: {
    by: ['publicity_still_valid', 'publication_changed', 'after_resubmission'],
    setBy: ['post_publicity', 'publicity_ended'],
    ofAudit: true,
  },
  filingGrants: { by: ['filing_cutoff'], setBy: [] },
  objections: { by: ['objection_is_open', 'no_open_objection'], setBy: ['post_publicity'] },
  // A property asks for absences where the meeting judges.
  absences: { by: ['after_absence', 'specialty_scored'], setBy: [] },
  enteredTally: { by: ['entered_by_another'], setBy: [] },
};

/** The statuses in which a fact can still decide something: it is looked at there, or later and not set before. */
function livesIn({ by, setBy }: Use): ReadonlySet<Status> {
  const lives = new Set(statuses.filter((status) => readIn(status, by)));
  const leadsThere = (status: Status) =>
    lawsIn(status).some(
      ([event, row]) => !setBy.includes(event) && targetsOf(row, status).some((next) => lives.has(next)),
    );
  for (let before = -1; before !== lives.size; ) {
    before = lives.size;
    for (const status of statuses) if (leadsThere(status)) lives.add(status);
  }
  return lives;
}

const lives = new Map(Object.entries(uses).map(([fact, use]) => [fact, livesIn(use)]));

/** Whether a fact can still decide anything of an application that stands like this. */
export function decides(fact: string, { status, acceptedAt }: Pick<Facts, 'status' | 'acceptedAt'>): boolean {
  const use = uses[fact as keyof Facts];
  if (!use) return true;
  return lives.get(fact)?.has(status) === true && !(use.ofAudit && acceptedAt !== null);
}
