import type { Transition } from '../../rules/application/act.js';
import { labelOfDeadline } from '../../rules/application/deadline.js';
import type { Facts } from '../../rules/application/facts.js';
import { eventLabels, findLaw } from '../../rules/application/lifecycle.js';
import { nextTransition } from '../../rules/application/timers.js';
import { formatDueZh, formatInstantZh, type Instant } from '../../rules/calendar/instant.js';
import { type Reminder, reminderLabels } from '../../rules/notifications/reminders.js';
import type { ApplicationState } from './applicationState.js';
import { intakeGrace } from './deadlines.js';
import { nextReminder, type Reminded } from './reminders.js';

/** The next date at which an application acts by itself. */
export interface NextDate {
  /** Campaign time. */
  readonly at: Instant;
  /** What happens then and when, in Chinese, for the Temporal UI. */
  readonly label: () => string;
}

/**
 * The next deadline, reminder or write of search attributes (`publishBy`), whichever is first; null when there is none. What
 * is called by name is written only where it is read: an act seldom arms a timer.
 */
export function nextDate(
  state: Reminded & Pick<ApplicationState, 'calendar' | 'followsAfter'>,
  publishBy: Instant | null,
): NextDate | null {
  const deadline = nextTransition(state.facts, state.policy, state.calendar);
  const reminder = nextReminder(state);
  const dates: NextDate[] = [];
  const { followsAfter } = state;
  const later = followsAfter ?? intakeGrace;
  const follows = followsAfter === null ? '' : '，由所属年度评审统一登记，本流程随后跟进';
  if (deadline) dates.push({ at: deadline.at + later, label: () => labelOfPassing(deadline, state.facts) + follows });
  if (reminder) dates.push({ at: reminder.at, label: () => labelOfReminder(reminder) });
  if (publishBy !== null) dates.push({ at: publishBy, label: () => '更新检索属性' });
  return dates.reduce<NextDate | null>((first, date) => (first && first.at <= date.at ? first : date), null);
}

function labelOfPassing({ event, at }: Transition, { status, deadlines }: Facts): string {
  const name = findLaw(status, event)?.when;
  const deadline = name && deadlines[name];
  return `${deadline ? labelOfDeadline(deadline).zh : '期限'}（${formatDueZh(at)}），届时${eventLabels[event].zh}`;
}

function labelOfReminder({ kind, deadline, at }: Reminder): string {
  const about = deadline ? `：${labelOfDeadline(deadline).zh}` : '';
  return `发送${reminderLabels[kind].zh}${about}（${formatInstantZh(at)}）`;
}
