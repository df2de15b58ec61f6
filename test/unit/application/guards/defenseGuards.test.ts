import type { defenseGuards } from '../../../../rules/application/guards/defenseGuards.js';
import { endOfDay, startOfDay } from '../../../../rules/calendar/instant.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { judging, now, policy, today, tomorrow } from './judging.js';

function panel() {
  return { experts: ['a', 'b', 'c'], recused: ['c'] };
}
function noticeOf(days: number): Policy {
  return { ...policy, defense: { ...policy.defense, noticeDays: { ...policy.defense.noticeDays, value: days } } };
}
function expertsClause(): string {
  return policy.defense.minimumExperts.clause;
}
function points(of: number) {
  return { expertId: 'a', points: of, recused: false };
}
function sheets(...experts: readonly string[]) {
  return experts.map((expertId) => ({ expertId, points: 8_000, recused: false }));
}

judging<keyof typeof defenseGuards>({
  defense_notice_given: [
    ['on the first day that is far enough', { data: { at: startOfDay(tomorrow) }, policy: noticeOf(1) }, null],
    [
      'on the day before it',
      { data: { at: endOfDay(today) - 1 }, policy: noticeOf(1) },
      ['notice_too_short', 'at', policy.defense.noticeDays.clause],
    ],
  ],
  defense_appointed: [
    ['appointed', { facts: { defenseAt: now } }, null],
    ['not appointed', {}, ['defense_not_held']],
  ],
  defense_held: [
    ['at its instant', { facts: { defenseAt: now } }, null],
    ['a millisecond before', { facts: { defenseAt: now + 1 } }, ['defense_not_held']],
    ['none appointed', {}, ['defense_not_held']],
  ],
  experts_enough: [
    ['three', { data: { sheets: sheets('a', 'b', 'c') } }, null],
    ['two', { data: { sheets: sheets('a', 'b') } }, ['experts_too_few', 'sheets', expertsClause()]],
    [
      'three sheets of two',
      { data: { sheets: sheets('a', 'b', 'b') } },
      ['experts_too_few', 'sheets', expertsClause()],
    ],
    [
      'a fourth who is recused',
      { data: { sheets: [...sheets('a', 'b', 'c'), { expertId: 'd', points: 0, recused: true }] } },
      ['experts_too_few', 'sheets', expertsClause()],
    ],
  ],
  scores_valid: [
    ['both ends of the scale', { data: { sheets: [points(0), points(10_000)] } }, null],
    ['above it', { data: { sheets: [points(5), points(10_001)] } }, ['score_invalid', 'sheets']],
    ['below it', { data: { sheets: [points(-1), points(5)] } }, ['score_invalid', 'sheets']],
    ['a part of a hundredth', { data: { sheets: [points(0.5), points(5)] } }, ['score_invalid', 'sheets']],
  ],
  panel_scored: [
    ['each who may', { data: { panel: panel(), sheets: sheets('a', 'b') } }, null],
    ['one is missing', { data: { panel: panel(), sheets: sheets('a') } }, ['experts_too_few']],
    ['who is recused', { data: { panel: panel(), sheets: sheets('a', 'b', 'c') } }, ['experts_too_few']],
    ['a stranger', { data: { panel: panel(), sheets: sheets('a', 'b', 'x') } }, ['experts_too_few']],
    ['in no session', { data: { panel: null, sheets: sheets('a', 'b') } }, ['experts_too_few']],
  ],
});
