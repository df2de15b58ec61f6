import type { Facts } from '../../../rules/application/facts.js';
import type { EventLaw, Status } from '../../../rules/application/lifecycle.js';
import { type ChooserName, choosers, nextStatus } from '../../../rules/application/next.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyFor } from '../../../simulation/story/story.js';
import { draft } from '../../support/facts.js';

const now = instantOf('2024-08-21T10:00');
const policy = aksu2024;
const objection = (outcome: 'dismissed' | 'upheld') =>
  ({ id: outcome, stage: 'unit_publicity', raisedAt: now, outcome }) as const;
const some = [objection('dismissed'), objection('upheld')];
const none = [objection('dismissed'), objection('dismissed')];
const passed = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
const failed = { ...passed, agree: 1, disagree: 9 };
const result = (passes: boolean) => ({ passed: passes, decidedOn: '2024-08-20', recordedBy: 'office-1' }) as const;
const stages = (more: Partial<Record<keyof Policy['stages'], boolean>>): Policy => ({
  ...policy,
  stages: {
    ...policy.stages,
    ...Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, { ...policy.stages[name as keyof Policy['stages']], value }]),
    ),
  },
});
const reschedules = (value: number): Policy => ({
  ...policy,
  defense: { ...policy.defense, reschedulesAfterAbsence: { ...policy.defense.reschedulesAfterAbsence, value } },
});
const viaUnit = (value: boolean): Policy => ({
  ...policy,
  correctionViaUnit: byDefault(value, '补正'),
  correctionRepublish: { ...policy.correctionRepublish, value: true },
});
const freed = stages({ payment: false, materials: false });
const ofDefense = policyFor('defense_payment', policy);
const unchanged = { publishedHash: 'a', publishableHash: 'a' };

test.each<[ChooserName, string, Partial<Facts>, Status, Policy?]>([
  ['after_posting', 'to the publicity', {}, 'unit_publicity', stages({ unitPublicity: true })],
  [
    'after_posting',
    'to the recommendation, where none is held',
    {},
    'recommendation',
    stages({ unitPublicity: false }),
  ],
  ['after_publicity_objection', 'one upheld among others', { objections: some }, 'not_recommended'],
  ['after_publicity_objection', 'none upheld', { objections: none, status: 'unit_publicity' }, 'unit_publicity'],
  ['after_notice_objection', 'one upheld among others', { objections: some }, 'disqualified'],
  ['after_notice_objection', 'none upheld', { objections: none }, 'public_notice'],
  ['after_recommendation', 'to the department', { chain: ['d'], chainLevel: 0 }, 'superior_review'],
  ['after_recommendation', 'to the committee, without a department', { chain: [], chainLevel: 0 }, 'committee_audit'],
  ['after_forwarding', 'to the next department', { chain: ['d', 'e'], chainLevel: 1 }, 'superior_review'],
  ['after_forwarding', 'to the committee after the last', { chain: ['d', 'e'], chainLevel: 2 }, 'committee_audit'],
  ['after_resubmission', 'to the committee', unchanged, 'committee_audit', viaUnit(false)],
  ['after_resubmission', 'through the unit, by policy', unchanged, 'correction_review', viaUnit(true)],
  [
    'after_resubmission',
    'through the unit, what was published having changed',
    { publishedHash: 'a', publishableHash: 'b' },
    'correction_review',
    viaUnit(false),
  ],
  ['after_absence', 'as often as the policy allows', { absences: 1 }, 'defense', reschedules(1)],
  ['after_absence', 'once more', { absences: 2 }, 'review', reschedules(1)],
  ['after_tally', 'passed', { tally: passed }, 'public_notice'],
  ['after_tally', 'passed, without a notice', { tally: passed }, 'conferred', stages({ publicNotice: false })],
  ['after_tally', 'not passed', { tally: failed }, 'not_passed'],
  ['after_tally', 'without a tally', { tally: null }, 'not_passed'],
  ['after_amendment', 'a fee still asked for', { status: 'payment', acceptedAt: now }, 'payment'],
  ['after_amendment', 'neither fee nor originals', { status: 'payment', acceptedAt: now }, 'defense', freed],
  ['after_amendment', 'a fee asked for anew, past it', { status: 'defense', acceptedAt: now }, 'defense'],
  [
    'after_amendment',
    'no defense any more',
    { status: 'defense', acceptedAt: now },
    'review',
    stages({ defense: false }),
  ],
  ['after_amendment', 'a fee of the defense, at it', { status: 'defense', acceptedAt: now }, 'defense', ofDefense],
  ['after_amendment', 'no fee of the defense', { status: 'defense_payment', acceptedAt: now }, 'defense'],
  ['after_amendment', 'that fee still', { status: 'defense_payment', acceptedAt: now }, 'defense_payment', ofDefense],
  ['after_entrusted_result', 'passed', { entrustedResult: result(true) }, 'public_notice'],
  ['after_entrusted_result', 'not passed', { entrustedResult: result(false) }, 'not_passed'],
  ['after_entrusted_result', 'without a result', { entrustedResult: null }, 'not_passed'],
])('%s: %s', (chooser, _what, facts, status, under = policy) => {
  expect(choosers[chooser](draft(facts), under)).toBe(status);
  const law = { next: { choose: chooser, of: [status] } } as unknown as EventLaw;
  expect(nextStatus(law, draft(facts), under)).toBe(status);
});

test('A row that stays leaves the status, and one that names another leads to it', () => {
  const to = (next: string) => nextStatus({ next } as EventLaw, draft({ status: 'payment' }), policy);
  expect([to('stays'), to('withdrawn')]).toEqual(['payment', 'withdrawn']);
});
