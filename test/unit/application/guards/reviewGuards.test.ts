import type { Facts } from '../../../../rules/application/facts.js';
import type { reviewGuards } from '../../../../rules/application/guards/reviewGuards.js';
import { averageAwaitedUntil } from '../../../../rules/defense/mayDefend.js';
import { cite } from '../../../../rules/policy/clauses.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { deputySenior } from '../../../support/facts.js';
import { judging, now, policy, type Refused, refusal, tally, today, tomorrow } from './judging.js';

function exempt(): Partial<Facts> {
  return { profile: { ...deputySenior, defenseExempt: true } };
}
function judged(pending: number) {
  return { minutes: paper(), specialty: { sum: 0, count: 0, pending } };
}
function awaitedUntil(): number {
  return averageAwaitedUntil(deputySenior, policy);
}
function averageAwaited(): Refused {
  return ['defense_pending', null, `${cite(policy, 'defense')}、${policy.defense.averageWaitDays.clause}`];
}
function undefended(): Policy {
  return { ...policy, stages: { ...policy.stages, defense: { ...policy.stages.defense, value: false } } };
}
function signed() {
  return { kind: 'signed', meetingId: 'm', metOn: today, tally: tally() };
}
function paper(more: object = {}) {
  return { kind: 'paper', scan: { documentId: 's', hash: 'h' }, drawn: 11, heldHere: false, ...more };
}
function oddCommittees(value: boolean): Policy {
  const { reviewCommittee } = policy;
  return { ...policy, reviewCommittee: { ...reviewCommittee, odd: { ...reviewCommittee.odd, value } } };
}
function entered(enteredBy: string, scanHash: string | null = 'h'): Partial<Facts> {
  return { enteredTally: { tally: tally(), metOn: today, scanHash, enteredBy } };
}
function enteredAs(more: object = {}) {
  return { tally: tally(), metOn: today, minutes: paper(), ...more };
}

judging<keyof typeof reviewGuards>({
  committee_large_enough: [
    ['large enough', { data: { tally: tally({ committee: policy.meeting.minimumCommittee.value }) } }, null],
    [
      'one short',
      { data: { tally: tally({ committee: policy.meeting.minimumCommittee.value - 1 }) } },
      ['committee_too_small', 'tally.committee', policy.meeting.minimumCommittee.clause],
    ],
  ],
  meeting_held: [
    ['today', { data: { metOn: today } }, null],
    ['tomorrow', { data: { metOn: tomorrow } }, ['tally_invalid', 'metOn']],
  ],
  tally_adds_up: [
    ['it does', { data: { tally: tally() } }, null],
    ['a vote too many', { data: { tally: tally({ agree: 10 }) } }, ['tally_invalid', 'tally']],
  ],
  quorum_met: [
    ['everybody', { data: { tally: tally() } }, null],
    [
      'half',
      { data: { tally: tally({ attending: 5, agree: 5, disagree: 0, abstain: 0 }) } },
      ['quorum_not_met', 'tally.attending', policy.meeting.quorum.clause],
    ],
  ],
  specialty_scored: [
    ['who defends waits for nobody', { data: judged(1) }, null],
    ['the exempt, once all are heard', { facts: exempt(), data: judged(0) }, null],
    ['the exempt, while one may still defend', { facts: exempt(), data: judged(1), reasons: true }, averageAwaited()],
    [
      'a millisecond before the office may decide',
      { facts: exempt(), data: judged(1), at: awaitedUntil() - 1, reasons: true },
      averageAwaited(),
    ],
    ['then it decides, with a reason', { facts: exempt(), data: judged(1), at: awaitedUntil(), reasons: true }, null],
    ['without a reason', { facts: exempt(), data: judged(1), at: awaitedUntil() }, averageAwaited()],
    [
      'a meeting held here has decided by its vote',
      { facts: exempt(), data: { ...judged(1), minutes: { kind: 'signed' } }, at: awaitedUntil() },
      null,
    ],
    ['no defense is held', { facts: exempt(), data: judged(1), policy: undefended() }, null],
  ],
  tally_of_minutes: [
    ['as signed', { data: { minutes: signed(), tally: tally(), metOn: today } }, null],
    [
      'other votes',
      { data: { minutes: signed(), tally: tally({ agree: 8 }), metOn: today } },
      ['tally_invalid', 'tally'],
    ],
    ['another day', { data: { minutes: signed(), tally: tally(), metOn: tomorrow } }, ['tally_invalid', 'tally']],
    ['on paper', { data: { minutes: paper(), tally: tally() } }, null],
  ],
  minutes_scanned: [
    ['a scan', { data: { minutes: paper() } }, null],
    ['none', { data: { minutes: paper({ scan: null }) } }, ['attachments_missing']],
    ['the meeting was held here', { data: { minutes: paper({ heldHere: true }) } }, ['tally_invalid']],
    ['signed here', { data: { minutes: signed() } }, null],
  ],
  after_review_began: [
    ['on the day', { facts: { reviewSince: now }, data: { minutes: paper(), metOn: today } }, null],
    [
      'the day before',
      { facts: { reviewSince: now }, data: { minutes: paper(), metOn: '2024-08-20' } },
      ['tally_invalid', 'metOn'],
    ],
    ['held here', { facts: { reviewSince: now }, data: { minutes: signed(), metOn: '2024-08-20' } }, null],
    ['not known', { data: { minutes: paper(), metOn: '2024-08-20' } }, null],
  ],
  committee_odd: [
    ['odd', { data: { minutes: paper(), tally: tally() }, policy: oddCommittees(true) }, null],
    [
      'even',
      { data: { minutes: paper(), tally: tally({ committee: 12 }) }, policy: oddCommittees(true) },
      ['tally_invalid', 'tally.committee', policy.reviewCommittee.odd.clause],
    ],
    [
      'even, by policy',
      { data: { minutes: paper(), tally: tally({ committee: 12 }) }, policy: oddCommittees(false) },
      null,
    ],
    [
      'even, held here',
      { data: { minutes: signed(), tally: tally({ committee: 12 }) }, policy: oddCommittees(true) },
      null,
    ],
  ],
  committee_drawn: [
    ['as drawn', { data: { minutes: paper(), tally: tally() } }, null],
    [
      'another number',
      { data: { minutes: paper({ drawn: 13 }), tally: tally() } },
      ['tally_invalid', 'tally.committee'],
    ],
    ['not drawn', { data: { minutes: paper({ drawn: null }), tally: tally() } }, ['tally_invalid', 'tally.committee']],
    ['held here', { data: { minutes: signed(), tally: tally() } }, null],
  ],
  entered_by_another: [
    ['the same by another', { facts: entered('office-2'), data: enteredAs() }, null],
    ['by the same person', { facts: entered('office-1'), data: enteredAs() }, ['second_person_needed']],
    ['by nobody', { data: enteredAs() }, ['second_person_needed']],
    [
      'other votes',
      { facts: entered('office-2'), data: enteredAs({ tally: tally({ agree: 8 }) }) },
      ['tally_invalid', 'tally'],
    ],
    ['another day', { facts: entered('office-2'), data: enteredAs({ metOn: tomorrow }) }, ['tally_invalid', 'tally']],
    [
      'another scan',
      { facts: entered('office-2'), data: enteredAs({ minutes: paper({ scan: { documentId: 's', hash: 'other' } }) }) },
      ['tally_invalid', 'tally'],
    ],
    ['held here', { data: enteredAs({ minutes: signed() }) }, null],
    [
      'both without a scan: another guard asks for it',
      { facts: entered('office-2', null), data: enteredAs({ minutes: paper({ scan: null }) }) },
      null,
    ],
  ],
});

test('Whether no committee was drawn, or another number of members, is told apart', () => {
  const told = (drawn: number | null) =>
    refusal('committee_drawn', { data: { minutes: paper({ drawn }), tally: tally() } })?.message;
  expect([told(null), told(13)]).toEqual([expect.stringContaining('尚未抽取'), expect.stringContaining('13人')]);
});
