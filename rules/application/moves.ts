import { day } from '../calendar/instant.js';
import { amendment } from '../policy/amendedTo.js';
import type { Act, Amendment, Transition } from './act.js';
import type { MoveReason } from './deadline.js';
import { moveDeadline } from './deadlines.js';
import type { Facts } from './facts.js';
import type { EventName } from './lifecycle.js';

type Deadlines = Transition['deadlines'];

/** An approved extension moves its deadline, and only to a later instant. */
function extended({ deadlines, pendingExtension }: Facts): Deadlines {
  const running = pendingExtension ? deadlines[pendingExtension.deadline] : undefined;
  if (!pendingExtension || !running || running.due >= pendingExtension.due) return deadlines;
  return { ...deadlines, [running.name]: moveDeadline(running, pendingExtension.due, 'extension') };
}

/** Whole days, rounded up: a deadline keeps its time of day, and no part of the tolled period is lost. */
function untolled({ deadlines, tolledSince }: Facts, { receivedAt }: Act): Deadlines {
  if (tolledSince === null) return deadlines;
  const pause = Math.ceil((receivedAt - tolledSince) / day) * day;
  return Object.fromEntries(
    Object.values(deadlines).map((deadline) => [deadline.name, moveDeadline(deadline, deadline.due + pause, 'toll')]),
  );
}

const moves: Readonly<Partial<Record<EventName, (facts: Facts, act: Act) => Deadlines>>> = {
  approve_extension: extended,
  untoll: untolled,
};

/** The deadlines after an act: changed by an act that moves them, otherwise as they were. */
export function movedDeadlines(facts: Facts, act: Act): Deadlines {
  return moves[act.event]?.(facts, act) ?? facts.deadlines;
}

function whyAmended({ calendar }: Amendment): MoveReason {
  if (!calendar) return 'policy';
  return calendar.alone ? 'calendar' : 'policy_and_calendar';
}

/**
 * The deadlines after an act with every move explained: a deadline that an amendment makes later keeps its former date and
 * the reason. Other acts leave them as counted.
 */
export function reportedMoves({ deadlines: previous }: Facts, { event, data }: Act, counted: Deadlines): Deadlines {
  if (event !== amendment) return counted;
  const why = whyAmended(data as Amendment);
  return Object.fromEntries(
    Object.values(counted).map((deadline) => {
      const from = previous[deadline.name]?.due ?? deadline.due;
      const moved = deadline.due > from ? [...deadline.moved, { from, to: deadline.due, why }] : deadline.moved;
      return [deadline.name, { ...deadline, moved }];
    }),
  );
}
