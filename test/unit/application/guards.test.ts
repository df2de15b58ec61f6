import type { Act, ActData, Actor } from '../../../rules/application/act.js';
import type { Deadline } from '../../../rules/application/deadline.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type GuardName, guards } from '../../../rules/application/guards.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { endOfDay, instantOf, startOfDay } from '../../../rules/calendar/instant.js';
import type { OwnApplication } from '../../../rules/candidate/appliedBefore.js';
import { averageAwaitedUntil } from '../../../rules/defense/mayDefend.js';
import { originalsRequired, recommendationAttachments } from '../../../rules/dossier/checklist.js';
import type { MissingItem } from '../../../rules/dossier/dossier.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../rules/policy/campaigns/ruled.js';
import { cite } from '../../../rules/policy/clauses.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { RefusalCode } from '../../../rules/refusal.js';
import { calendar2024, deputySenior, draft } from '../../support/facts.js';

/** What a guard is asked; what is left out is a draft's, on a day in August. */
interface Given {
  readonly facts?: Partial<Facts>;
  readonly data?: object;
  readonly policy?: Policy;
  readonly at?: number;
  readonly actor?: Partial<Actor>;
  readonly reasons?: boolean;
}
/** The refusal: its code, then the field it is about, then its clause where that is not the row's. */
type Refused = readonly [code: RefusalCode, field?: string | null, clause?: string];
type Case = readonly [what: string, given: Given, refused: Refused | null];

const row = '通知 条款';
const now = instantOf('2024-08-21T10:00');
const policy = aksu2024;
const [today, tomorrow] = ['2024-08-21', '2024-08-22'];

function refusal(name: GuardName, { facts, data = {}, policy: under = policy, at = now, actor, reasons }: Given) {
  const act: Act = {
    key: 'act-1',
    event: 'submit',
    actor: { role: 'office', personId: 'office-1', scope: null, ...actor },
    receivedAt: at,
    expectedSeq: null,
    data: data as ActData,
    freeTextHash: reasons ? 'd'.repeat(64) : null,
  };
  return guards[name].check({ facts: draft(facts), act, policy: under, calendar: calendar2024, clause: row });
}

const running = draft().deadlines.filing_cutoff as Deadline;
const objection = (outcome: 'dismissed' | 'upheld' | null, id = 'objection-1') =>
  ({ id, stage: 'unit_publicity', raisedAt: now, outcome }) as const;
const items = (count: number): readonly MissingItem[] =>
  Array.from({ length: count }, (_, n) => ({
    section: 'education',
    field: `field-${n}`,
    clause: `通知 ${n}`,
    message: '缺',
    messageEn: 'missing',
  }));
const changed = <Name extends keyof Policy>(name: Name, value: unknown): Policy => ({
  ...policy,
  [name]: { ...(policy[name] as object), value },
});
const withPositions = changed('positions', true);
const positions = (held: number, level = deputySenior.level) => ({
  positions: { level, approved: 3, occupied: 1, held },
});
const originals = originalsRequired(deputySenior, policy);
const attachments = recommendationAttachments(policy);
const fee = policy.fees.value[deputySenior.level] ?? 0;
const withDefenseFee: Policy = {
  ...policy,
  defenseFee: byDefault(
    {
      fees: { deputy_senior: 20_000 },
      window: { opens: `${today}T10:00`, due: `${tomorrow}T10:00` },
      workingDays: 3,
    },
    '通知 答辩费',
  ),
};
const opensOf = (name: 'audit' | 'payment' | 'materials') => instantOf(policy[name]?.value.opens ?? '');
const clauseOf = (name: 'audit' | 'payment' | 'materials') => policy[name]?.clause ?? '';
const extension = (due: number) => ({ deadline: 'filing_cutoff', due });
const pending = { deadline: 'filing_cutoff', due: running.due + 1, requestedBy: 'office-1' } as const;
const waiting: Policy = {
  ...policy,
  stages: {
    ...policy.stages,
    paymentBeforeAudit: { ...policy.stages.paymentBeforeAudit, value: false },
    materialsBeforeAudit: { ...policy.stages.materialsBeforeAudit, value: false },
  },
};

/** Every guard on both sides of its condition. */
const cases: Readonly<Record<GuardName, readonly Case[]>> = {
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
  audit_open: [
    ['from its first instant', { at: opensOf('audit') }, null],
    ['a millisecond before', { at: opensOf('audit') - 1 }, ['window_not_open', null, clauseOf('audit')]],
    ['no window', { at: 0, policy: { ...policy, audit: null } }, null],
  ],
  payment_open: [
    ['from its first instant', { at: opensOf('payment') }, null],
    ['a millisecond before', { at: opensOf('payment') - 1 }, ['window_not_open', null, clauseOf('payment')]],
  ],
  materials_open: [
    ['from its first instant', { at: opensOf('materials') }, null],
    ['a millisecond before', { at: opensOf('materials') - 1 }, ['window_not_open', null, clauseOf('materials')]],
  ],
  defects_given: [
    ['one', { data: { defects: ['defect-1'] } }, null],
    ['none', { data: { defects: [] } }, ['defects_missing', 'defects']],
  ],
  submissions_left: [
    ['one left', { facts: { submissions: policy.maxSubmissions.value - 1 } }, null],
    [
      'none left',
      { facts: { submissions: policy.maxSubmissions.value } },
      ['submissions_used_up', null, policy.maxSubmissions.clause],
    ],
  ],
  defects_answered: [
    ['each', { facts: { defects: ['a', 'b'] }, data: { answered: ['b', 'a'] } }, null],
    ['one not', { facts: { defects: ['a', 'b'] }, data: { answered: ['a'] } }, ['defects_unanswered', 'answers']],
    ['another one', { facts: { defects: ['a'] }, data: { answered: ['b'] } }, ['defects_unanswered', 'answers']],
    ['nothing to answer', { data: { answered: [] } }, null],
  ],
  corrected_dossier_complete: [
    ['nothing missing', { data: { missing: [] } }, null],
    ['two items', { data: { missing: items(2) } }, ['dossier_incomplete', null, '通知 0']],
  ],
  dossier_complete: [
    ['nothing missing', { data: { missing: [] } }, null],
    ['one item', { data: { missing: items(1) } }, ['dossier_incomplete', null, '通知 0']],
  ],
  filing_open: [
    ['from its first instant', { at: instantOf(policy.filing.opens.value) }, null],
    [
      'a millisecond before',
      { at: instantOf(policy.filing.opens.value) - 1 },
      ['window_not_open', null, policy.filing.opens.clause],
    ],
  ],
  eligible: [
    ['nothing against it', { data: { ineligible: [] } }, null],
    ['a reason', { data: { ineligible: items(2) } }, ['not_eligible', null, '通知 0']],
  ],
  not_sanctioned: [
    ['none', { data: { sanctionedUntil: null } }, null],
    [
      'one that stands',
      { data: { sanctionedUntil: tomorrow } },
      ['sanctioned', null, cite(policy, ['sanctions', 'commitment_form'])],
    ],
  ],
  not_applied_elsewhere: [
    ['nothing', { data: {} }, null],
    ['withdrawn before it arrived', { data: { underOtherAccounts: [elsewhere('withdrawn', 0)] } }, null],
    ['decided for another specialty', { data: { underOtherAccounts: [elsewhere('not_passed', 1, 'other')] } }, null],
    [
      'under way',
      { data: { underOtherAccounts: [elsewhere('unit_review', 0)] } },
      ['already_applied', null, cite(policy, 'submission')],
    ],
    [
      'under way for another specialty',
      { data: { underOtherAccounts: [elsewhere('payment', 1, 'other')] } },
      ['already_applied', null, cite(policy, 'submission')],
    ],
    [
      'decided',
      { data: { underOtherAccounts: [elsewhere('not_accepted', 1)] } },
      ['already_final', null, cite(policy, ['submission', 'committee_audit'])],
    ],
    [
      'every submission used',
      { data: { underOtherAccounts: [elsewhere('withdrawn', 3)] } },
      ['submissions_used_up', null, policy.maxSubmissions.clause],
    ],
  ],
  no_open_objection: [
    ['none raised', {}, null],
    ['all resolved', { facts: { objections: [objection('dismissed'), objection('upheld')] } }, null],
    ['one open among others', { facts: { objections: [objection('dismissed'), objection(null)] } }, ['objection_open']],
  ],
  objection_waiting: [
    ['one open among others', { facts: { objections: [objection('dismissed'), objection(null)] } }, null],
    ['all resolved', { facts: { objections: [objection('dismissed')] } }, ['objection_unknown']],
  ],
  objection_is_open: [
    [
      'that one beside another',
      { facts: { objections: [objection(null, 'two'), objection(null)] }, data: { objectionId: 'objection-1' } },
      null,
    ],
    ['that one', { facts: { objections: [objection(null)] }, data: { objectionId: 'objection-1' } }, null],
    [
      'resolved',
      { facts: { objections: [objection('dismissed')] }, data: { objectionId: 'objection-1' } },
      ['objection_unknown', 'objectionId'],
    ],
    [
      'another is open',
      { facts: { objections: [objection('upheld'), objection(null, 'two')] }, data: { objectionId: 'objection-1' } },
      ['objection_unknown', 'objectionId'],
    ],
  ],
  payment_asked: [
    ['after the acceptance', { facts: { acceptedAt: now }, policy: waiting }, null],
    ['paid already: another guard says so', { facts: { paidAt: now }, policy: waiting }, null],
    ['before it', { policy: waiting }, ['event_not_allowed']],
  ],
  materials_asked: [
    ['after the acceptance', { facts: { acceptedAt: now }, policy: waiting }, null],
    ['in already: another guard says so', { facts: { materialsAt: now }, policy: waiting }, null],
    ['before it', { policy: waiting }, ['event_not_allowed']],
  ],
  not_yet_paid: [
    ['not paid', {}, null],
    ['paid', { facts: { paidAt: now } }, ['already_done']],
  ],
  originals_not_yet_in: [
    ['not in', {}, null],
    ['in', { facts: { materialsAt: now } }, ['already_done']],
  ],
  amount_equals_fee: [
    ['the fee', { data: { amount: fee } }, null],
    ['a fen more', { data: { amount: fee + 1 } }, ['amount_mismatch', 'amount', policy.fees.clause]],
    [
      'a fen less, where the defense has a fee of its own',
      { data: { amount: fee - 1 }, policy: withDefenseFee },
      ['amount_mismatch', 'amount', policy.fees.clause],
    ],
  ],
  amount_equals_defense_fee: [
    ['the fee', { data: { amount: 20_000 }, policy: withDefenseFee }, null],
    ['a fen less', { data: { amount: 19_999 }, policy: withDefenseFee }, ['amount_mismatch', 'amount', '通知 答辩费']],
    ['no such fee any more', { data: { amount: 1 } }, ['amount_mismatch', 'amount', policy.fees.clause]],
  ],
  defense_fee_open: [
    ['from its first instant', { at: now, policy: withDefenseFee }, null],
    ['a millisecond before', { at: now - 1, policy: withDefenseFee }, ['window_not_open', null, '通知 答辩费']],
    ['no such fee', { at: 0 }, null],
  ],
  money_arrived: [
    ['a day that is not known', { data: {} }, null],
    ['today', { data: { paidOn: today } }, null],
    ['tomorrow', { data: { paidOn: tomorrow } }, ['date_in_future', 'paidOn']],
  ],
  originals_complete: [
    ['all', { data: { received: originals } }, null],
    ['one copy of two', { data: { received: originals.slice(1) } }, ['originals_incomplete', 'received']],
    ['none', { data: { received: [] } }, ['originals_incomplete', 'received']],
  ],
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
  entrustment_not_sent: [
    ['not sent', {}, null],
    ['sent', { facts: { entrustedAt: now } }, ['already_done']],
  ],
  entrustment_sent: [
    ['sent', { facts: { entrustedAt: now } }, null],
    ['not sent', {}, ['event_not_allowed']],
  ],
  sent_by_today: [
    ['today', { data: { sentOn: today } }, null],
    ['tomorrow', { data: { sentOn: tomorrow } }, ['date_in_future', 'sentOn']],
  ],
  decided_by_today: [
    ['today', { data: { decidedOn: today } }, null],
    ['tomorrow', { data: { decidedOn: tomorrow } }, ['date_in_future', 'decidedOn']],
  ],
  decision_attached: [
    ['a scan', { data: { decision: { documentId: 'd', hash: 'h' } } }, null],
    ['none', { data: {} }, ['attachments_missing', 'decision']],
  ],
  entrusted_result_recorded: [
    ['recorded', { facts: { entrustedResult: entrusted('office-2') } }, null],
    ['not recorded', {}, ['event_not_allowed']],
  ],
  recorded_by_another: [
    ['by another', { facts: { entrustedResult: entrusted('office-2') } }, null],
    ['by the same', { facts: { entrustedResult: entrusted('office-1') } }, ['second_person_needed']],
    ['not recorded', {}, null],
  ],
  notice_begun: [
    ['from the first instant of its day', { facts: { noticeFrom: today }, at: startOfDay(today) }, null],
    ['a millisecond before', { facts: { noticeFrom: today }, at: startOfDay(today) - 1 }, ['window_not_open']],
    ['no notice', { at: 0 }, null],
  ],
  posting_displayed: [
    ['a photo', { data: { photo: {} }, policy: changed('postingPhoto', true) }, null],
    ['none', { data: {}, policy: changed('postingPhoto', true) }, ['photo_missing', 'photo']],
    ['none is asked for', { data: {}, policy: changed('postingPhoto', false) }, null],
  ],
  unit_has_posted: [
    ['not asked for', {}, null],
    [
      'not yet',
      { policy: changed('conferralAwaitsPosting', true) },
      ['posting_not_confirmed', null, policy.conferralAwaitsPosting.clause],
    ],
    ['confirmed', { facts: { unitPostedAt: now }, policy: changed('conferralAwaitsPosting', true) }, null],
  ],
  position_vacant: [
    ['one of two is held', { data: positions(1), policy: withPositions }, null],
    ['both are held', { data: positions(2), policy: withPositions }, ['no_vacant_position', null, positionsClause()]],
    [
      'stated for another level',
      { data: positions(0, 'senior'), policy: withPositions },
      ['positions_not_stated', null, positionsClause()],
    ],
    [
      'not stated',
      { data: { positions: null }, policy: withPositions },
      ['positions_not_stated', null, positionsClause()],
    ],
    ['not known', { data: {}, policy: withPositions }, ['positions_not_stated', null, positionsClause()]],
    ['not asked for', { data: {}, policy: changed('positions', false) }, null],
  ],
  position_left: [
    ['passed, one is left', { data: { tally: tally(), ...positions(1) }, policy: withPositions }, null],
    [
      'passed, none is left',
      { data: { tally: tally(), ...positions(2) }, policy: withPositions },
      ['no_vacant_position', null, positionsClause()],
    ],
    ['not passed', { data: { tally: tally({ agree: 1, disagree: 9 }), ...positions(2) }, policy: withPositions }, null],
  ],
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
  publicity_still_valid: [
    ['as published', { facts: { publishedHash: 'a', publishableHash: 'a' } }, null],
    ['changed', { facts: { publishedHash: 'a', publishableHash: 'b' } }, ['publicity_not_valid']],
    ['not published', { facts: { publishedHash: null, publishableHash: null } }, ['publicity_not_valid']],
  ],
  recommendation_attached: [
    ['all', { data: { attached: attachments } }, null],
    ['one not', { data: { attached: attachments.slice(1) } }, ['attachments_missing', 'attached']],
    ['and the unit’s decision', { data: { attached: attachments, decision: { decidedOn: '2024-07-20' } } }, null],
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
  belongs: [
    ['no limits', {}, null],
    ['the unit is listed', { policy: belonging('unit-1') }, null],
    ['another is', { policy: belonging('unit-2') }, ['not_eligible', 'unitId', cite(policy, 'scope')]],
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
  panel_scored: [
    ['each who may', { data: { panel: panel(), sheets: sheets('a', 'b') } }, null],
    ['one is missing', { data: { panel: panel(), sheets: sheets('a') } }, ['experts_too_few']],
    ['who is recused', { data: { panel: panel(), sheets: sheets('a', 'b', 'c') } }, ['experts_too_few']],
    ['a stranger', { data: { panel: panel(), sheets: sheets('a', 'b', 'x') } }, ['experts_too_few']],
    ['in no session', { data: { panel: null, sheets: sheets('a', 'b') } }, ['experts_too_few']],
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
};

function elsewhere(status: Status, submissions: number, specialty = deputySenior.specialty): OwnApplication {
  return { status, submissions, specialty };
}
function belonging(code: string): Policy {
  return {
    ...policy,
    belonging: byDefault({ regions: [], departments: [], units: [{ code, name: '单位' }] }, '通知 一'),
  };
}
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
function panel() {
  return { experts: ['a', 'b', 'c'], recused: ['c'] };
}
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

function noticeOf(days: number): Policy {
  return { ...policy, defense: { ...policy.defense, noticeDays: { ...policy.defense.noticeDays, value: days } } };
}
function expertsClause(): string {
  return policy.defense.minimumExperts.clause;
}
function positionsClause(): string {
  return cite(policy, 'positions');
}
function points(of: number) {
  return { expertId: 'a', points: of, recused: false };
}
function sheets(...experts: readonly string[]) {
  return experts.map((expertId) => ({ expertId, points: 8_000, recused: false }));
}
function undecided(code: RefusalCode): Case[2] {
  return [code, 'decidedOn', policy.unitDecision.clause];
}
function entrusted(recordedBy: string) {
  return { passed: true, decidedOn: today, recordedBy } as const;
}
function tally(more: object = {}) {
  return { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1, ...more };
}

describe.each(Object.entries(cases) as readonly [GuardName, readonly Case[]][])('%s', (name, of) => {
  test.each(of)('%s', (_what, given, refused) => {
    const found = refusal(name, given);
    if (refused === null) return expect(found).toBeNull();
    const [code, field = null, clause = row] = refused;
    expect(found).toMatchObject({ code, field, clause, deadline: null });
    expect(found?.message).toMatch(/\p{Script=Han}/u);
    expect(found?.messageEn).toMatch(/[a-z]/);
    expect(`${found?.message}${found?.messageEn}`).not.toMatch(/undefined|null/);
  });
});

test('What a dossier lacks, and what stands against an application, is told all at once', () => {
  for (const count of [1, 2, 3]) {
    const missing = items(count);
    expect(refusal('dossier_complete', { data: { missing } })).toMatchObject({ missing });
    expect(refusal('eligible', { data: { ineligible: missing } })).toMatchObject({
      missing,
      message: '缺',
      messageEn: 'missing',
    });
  }
});

test('What is missing is named in both languages, as one list', () => {
  const two = refusal('recommendation_attached', { data: { attached: attachments.slice(2) } });
  expect(two?.message).toMatch(/^还缺：[^、，]+、[^、，]+。$/);
  expect(two?.messageEn).toMatch(/^Still missing: .+, .+\.$/);
});
