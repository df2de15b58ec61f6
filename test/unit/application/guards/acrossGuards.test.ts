import type { acrossGuards } from '../../../../rules/application/guards/acrossGuards.js';
import { judging, now, pending, policy, running, today } from './judging.js';

const extension = (due: number) => ({ deadline: 'filing_cutoff', due });

judging<keyof typeof acrossGuards>({
  free_text_given: [
    ['reasons', { reasons: true }, null],
    ['no reasons', {}, ['free_text_missing', 'reason']],
  ],
  deadline_running: [
    ['one that runs', { data: extension(0) }, null],
    ['one that does not', { data: { deadline: 'payment_due', due: 0 } }, ['deadline_unknown', 'deadline']],
  ],
  due_later: [
    ['a millisecond later', { data: extension(running.due + 1) }, null],
    ['the same instant', { data: extension(running.due) }, ['not_later', 'due']],
    ['of a deadline that does not run', { data: { deadline: 'payment_due', due: now } }, ['not_later', 'due']],
  ],
  extension_pending: [
    ['one', { facts: { pendingExtension: pending } }, null],
    ['none', {}, ['extension_missing']],
  ],
  second_person: [
    ['another', { facts: { pendingExtension: { ...pending, requestedBy: 'office-2' } } }, null],
    ['the same', { facts: { pendingExtension: pending } }, ['second_person_needed']],
    ['nothing asked for', {}, null],
  ],
  extension_later: [
    ['a millisecond later', { facts: { pendingExtension: pending } }, null],
    ['the same instant', { facts: { pendingExtension: { ...pending, due: running.due } } }, ['not_later']],
    ['of a deadline that does not run', { facts: { pendingExtension: { ...pending, deadline: 'payment_due' } } }, null],
    ['nothing asked for', {}, null],
  ],
  pause_planned: [
    ['today', { data: { until: today } }, null],
    ['the last of its days', { data: { until: '2024-09-20' } }, null],
    ['yesterday', { data: { until: '2024-08-20' } }, ['pause_not_planned', 'until', policy.alarms.pauseDays.clause]],
    [
      'a day too far',
      { data: { until: '2024-09-21' } },
      ['pause_not_planned', 'until', policy.alarms.pauseDays.clause],
    ],
  ],
  pause_pending: [
    ['one', { facts: { pendingPause: { until: today, requestedBy: 'office-2' } } }, null],
    ['none', {}, ['pause_missing']],
  ],
  second_person_to_pause: [
    ['another', { facts: { pendingPause: { until: today, requestedBy: 'office-2' } } }, null],
    ['the same', { facts: { pendingPause: { until: today, requestedBy: 'office-1' } } }, ['second_person_needed']],
    ['nothing asked for', {}, null],
  ],
  not_tolled: [
    ['it runs', {}, null],
    ['it is paused', { facts: { tolledSince: now } }, ['tolled']],
  ],
  is_tolled: [
    ['it is paused', { facts: { tolledSince: now } }, null],
    ['it runs', {}, ['not_tolled']],
  ],
});
