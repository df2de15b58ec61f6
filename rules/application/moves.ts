import { addUnpausedDays, addWorkingDays, type Calendar, isWorkingDay } from '../calendar/calendar.js';
import { addDays, type Instant, type LocalDate, localDateOf, startOfDay } from '../calendar/instant.js';
import { isPausedOn, type Pause, pausedReason, pausesSince } from '../calendar/pauses.js';
import { amendment } from '../policy/amendedTo.js';
import type { Policy } from '../policy/policy.js';
import type { Act, Amendment, Transition } from './act.js';
import type { Deadline, MoveReason } from './deadline.js';
import { beganAt } from './deadlines.js';
import { type Facts, type FilingGrant, instantsSetBy } from './facts.js';
import type { EventName } from './lifecycle.js';

type Deadlines = Transition['deadlines'];
type Move = (facts: Facts, act: Act, policy: Policy, calendar: Calendar) => Deadlines;

/** What ends before the cutoff of filing and has to: when it becomes later, so does the cutoff. */
function withDependents(before: Deadlines, after: Deadlines): Deadlines {
  const { publicity_period: wasPeriod, filing_cutoff: wasCutoff } = before;
  const { publicity_period: period, filing_cutoff: cutoff } = after;
  if (!wasPeriod || !wasCutoff || !period || !cutoff) return after;
  const due = Math.max(cutoff.due, wasCutoff.due + (period.due - wasPeriod.due));
  return { ...after, filing_cutoff: { ...cutoff, due } };
}

/** An approved extension moves its deadline, and only to a later instant. */
const extended: Move = ({ deadlines, pendingExtension }) => {
  const running = pendingExtension ? deadlines[pendingExtension.deadline] : undefined;
  if (!pendingExtension || !running || running.due >= pendingExtension.due) return deadlines;
  return withDependents(deadlines, { ...deadlines, [running.name]: { ...running, due: pendingExtension.due } });
};

/** Days in `(from, last]` of which the pause took a part and that counted so far. */
function daysTaken({ countedFrom, rule, skipped, due }: Deadline, pause: Pause, calendar: Calendar): number {
  const last = localDateOf(due - 1);
  let taken = 0;
  for (let date = addDays(countedFrom ?? last, 1); date <= last; date = addDays(date, 1)) {
    // An extension may end on a day off.
    const counts = rule === 'calendar_days' || date === last || isWorkingDay(calendar, date);
    const counted = counts && !skipped.some((one) => one.date === date && one.reason === pausedReason);
    if (counted && isPausedOn(date, [pause])) taken += 1;
  }
  return taken;
}

/**
 * A deadline after a pause: of one the notice fixes, hours are given back for hours; of a period of days, each day of which
 * the pause took a part is counted anew after it. The time of the day stays.
 */
function resumed(deadline: Deadline, pause: Pause, calendar: Calendar): Deadline {
  const { due, rule, skipped } = deadline;
  if (rule === 'as_written') return { ...deadline, due: due + (pause.to - pause.from) };
  const taken = daysTaken(deadline, pause, calendar);
  if (taken === 0) return deadline;
  const last: LocalDate = localDateOf(due - 1);
  const counted =
    rule === 'working_days' ? addWorkingDays(calendar, last, taken, [pause]) : addUnpausedDays(last, taken, [pause]);
  const later = due + (startOfDay(counted.last) - startOfDay(last));
  return { ...deadline, due: later, skipped: [...skipped, ...counted.skipped] };
}

/** What of a pause lies after a deadline began and before it is due; null: nothing. */
function takenFrom(deadline: Deadline, pause: Pause, began: Instant): Pause | null {
  const [taken] = pausesSince([pause], began);
  return taken && taken.from < deadline.due ? taken : null;
}

const untolled: Move = (facts, { receivedAt }, policy, calendar) => {
  const { deadlines, tolledSince } = facts;
  if (tolledSince === null) return deadlines;
  const pause = { from: tolledSince, to: receivedAt };
  const later = Object.values(deadlines).map((deadline) => {
    const taken = takenFrom(deadline, pause, beganAt(deadline.name, facts, policy));
    return [deadline.name, taken ? resumed(deadline, taken, calendar) : deadline];
  });
  return withDependents(deadlines, Object.fromEntries(later));
};

const moves: Readonly<Partial<Record<EventName, { readonly why: MoveReason; readonly move: Move }>>> = {
  approve_extension: { why: 'extension', move: extended },
  untoll: { why: 'toll', move: untolled },
};

/** Whether an act hands the application over before it has reached the committee: whoever has it then has their own cutoff. */
export const handsOver = ({ event }: Pick<Act, 'event'>): boolean =>
  instantsSetBy.handedAt.some((handing) => handing === event);

/** The deadlines after an act: changed by an act that moves them, otherwise as they were; the cutoff of who hands over ends. */
export function movedDeadlines(facts: Facts, act: Act, policy: Policy, calendar: Calendar): Deadlines {
  if (!handsOver(act)) return moves[act.event]?.move(facts, act, policy, calendar) ?? facts.deadlines;
  const { filing_cutoff: _, ...others } = facts.deadlines;
  return others;
}

/** What extensions and pauses have added to the cutoff of filing, this act's part included. */
export function filingGrantsAfter(
  { filingGrants, deadlines: { filing_cutoff: before }, tolledSince }: Facts,
  { event, receivedAt }: Act,
  { filing_cutoff: after }: Deadlines,
): readonly FilingGrant[] {
  const why = moves[event]?.why;
  if (!why || !before || !after) return filingGrants;
  // A cutoff counted in days gets days back; those of the others, which the notice fixes, get the hours.
  const hours = why === 'toll' && before.rule !== 'as_written' && tolledSince !== null ? receivedAt - tolledSince : 0;
  const by = Math.max(after.due - before.due, hours);
  return by > 0 ? [...filingGrants, { why, by }] : filingGrants;
}

function whyAmended({ calendar }: Amendment): MoveReason {
  if (!calendar) return 'policy';
  return calendar.alone ? 'calendar' : 'policy_and_calendar';
}

/**
 * The deadlines after an act with every move explained: one that an extension, a pause or an amendment makes later keeps its
 * former date and the reason. One on which the act had no effect tells no move.
 */
export function reportedMoves({ deadlines: previous }: Facts, { event, data }: Act, counted: Deadlines): Deadlines {
  const why = event === amendment ? whyAmended(data as Amendment) : moves[event]?.why;
  if (!why) return counted;
  return Object.fromEntries(
    Object.values(counted).map((deadline) => {
      const from = previous[deadline.name]?.due ?? deadline.due;
      const moved = deadline.due > from ? [...deadline.moved, { from, to: deadline.due, why }] : deadline.moved;
      return [deadline.name, { ...deadline, moved }];
    }),
  );
}
