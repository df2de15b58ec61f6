import type { unitGuards } from '../../../../rules/application/guards/unitGuards.js';
import { endOfDay } from '../../../../rules/calendar/instant.js';
import { recommendationAttachments } from '../../../../rules/dossier/checklist.js';
import { cite } from '../../../../rules/policy/clauses.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import type { RefusalCode } from '../../../../rules/refusal.js';
import { type Case, changed, judging, now, policy, type Refused, refusal, today, tomorrow } from './judging.js';

const attachments = recommendationAttachments(policy);
function republishing(value: boolean): Policy {
  return changed('correctionRepublish', value);
}
function retractable(days: number): Policy {
  return changed('publicityRetractionDays', days);
}
function retracted(): Refused {
  return ['event_not_allowed', null, policy.publicityRetractionDays.clause];
}
function passedBy(value: boolean): Policy {
  const { sanctions } = policy;
  return { ...policy, sanctions: { ...sanctions, unitPassedBy: { ...sanctions.unitPassedBy, value } } };
}
function unfit(code: RefusalCode): Refused {
  return [code, null, `${cite(policy, 'sanctions')}、${policy.sanctions.unitPassedBy.clause}`];
}
function undecided(code: RefusalCode): Case[2] {
  return [code, 'decidedOn', policy.unitDecision.clause];
}

judging<keyof typeof unitGuards>({
  publicity_still_valid: [
    ['as published', { facts: { publishedHash: 'a', publishableHash: 'a' } }, null],
    ['changed', { facts: { publishedHash: 'a', publishableHash: 'b' } }, ['publicity_not_valid']],
    ['not published', { facts: { publishedHash: null, publishableHash: null } }, ['publicity_not_valid']],
  ],
  recommendation_attached: [
    ['all', { data: { attached: attachments } }, null],
    ['one not', { data: { attached: attachments.slice(1) } }, ['attachments_missing', 'attached']],
    ['and the unit’s decision', { data: { attached: attachments, decision: { decidedOn: '2024-07-20' } } }, null],
    ['and its decision of today', { data: { attached: attachments, decision: { decidedOn: today } } }, null],
    [
      'and one of tomorrow',
      { data: { attached: attachments, decision: { decidedOn: tomorrow } } },
      undecided('date_in_future'),
    ],
    ['and not its decision', { data: { attached: attachments, decision: null } }, undecided('attachments_missing')],
    [
      'and not its decision, which the notice does not ask for',
      { data: { attached: attachments, decision: null }, policy: changed('unitDecision', false) },
      null,
    ],
    [
      'and a decision that is still to come',
      { data: { attached: attachments, decision: { decidedOn: '2099-01-01' } } },
      undecided('date_in_future'),
    ],
  ],
  publication_unchanged: [
    ['as published', { facts: { publishedHash: 'a', publishableHash: 'a' }, policy: republishing(true) }, null],
    [
      'changed',
      { facts: { publishedHash: 'a', publishableHash: 'b' }, policy: republishing(true) },
      ['publicity_not_valid', null, policy.correctionRepublish.clause],
    ],
    ['changed, by policy', { facts: { publishedHash: 'a', publishableHash: 'b' }, policy: republishing(false) }, null],
  ],
  publication_changed: [
    ['changed', { facts: { publishedHash: 'a', publishableHash: 'b' }, policy: republishing(true) }, null],
    [
      'as published',
      { facts: { publishedHash: 'a', publishableHash: 'a' }, policy: republishing(true) },
      ['event_not_allowed', null, policy.correctionRepublish.clause],
    ],
  ],
  publicity_retractable: [
    ['on the last day', { facts: { postedAt: now }, at: endOfDay(tomorrow) - 1, policy: retractable(1) }, null],
    ['after it', { facts: { postedAt: now }, at: endOfDay(tomorrow), policy: retractable(1) }, retracted()],
    ['never, by policy', { facts: { postedAt: now }, at: now, policy: retractable(0) }, retracted()],
    ['nothing posted', { policy: retractable(1) }, retracted()],
  ],
  decliner_fit: [
    ['a unit under no sanction', { data: { unitSanctionedUntil: null }, actor: { role: 'unit' } }, null],
    ['a unit under one', { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'unit' } }, unfit('sanctioned')],
    [
      'its department, where the policy passes it up',
      { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'department' }, policy: passedBy(true) },
      null,
    ],
    [
      'its department, where it does not',
      { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'department' }, policy: passedBy(false) },
      unfit('role_not_allowed'),
    ],
    [
      'the department of a unit under none',
      { data: { unitSanctionedUntil: null }, actor: { role: 'department' }, policy: passedBy(true) },
      unfit('role_not_allowed'),
    ],
    [
      'a unit under one, where nobody decides in its place',
      { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'unit' }, policy: passedBy(false) },
      null,
    ],
    ['a unit that was not asked about', { data: {}, actor: { role: 'unit' } }, null],
  ],
  recommender_fit: [
    ['a unit under no sanction', { data: { unitSanctionedUntil: null }, actor: { role: 'unit' } }, null],
    ['a unit under one', { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'unit' } }, unfit('sanctioned')],
    [
      'its department, where the policy passes it up',
      { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'department' }, policy: passedBy(true) },
      null,
    ],
    [
      'its department, where it does not',
      { data: { unitSanctionedUntil: tomorrow }, actor: { role: 'department' }, policy: passedBy(false) },
      unfit('role_not_allowed'),
    ],
    [
      'the department of a unit under none',
      { data: { unitSanctionedUntil: null }, actor: { role: 'department' }, policy: passedBy(true) },
      unfit('role_not_allowed'),
    ],
  ],
});

test('What is missing is named in both languages, as one list', () => {
  const two = refusal('recommendation_attached', { data: { attached: attachments.slice(2) } });
  expect(two?.message).toMatch(/^还缺：[^、，]+、[^、，]+。$/);
  expect(two?.messageEn).toMatch(/^Still missing: .+, .+\.$/);
});
