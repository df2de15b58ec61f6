import type { paymentGuards } from '../../../../rules/application/guards/paymentGuards.js';
import { originalsRequired } from '../../../../rules/dossier/checklist.js';
import { byDefault } from '../../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { deputySenior } from '../../../support/facts.js';
import { clauseOf, judging, now, opensOf, policy, today, tomorrow } from './judging.js';

const originals = originalsRequired(deputySenior, policy);
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
const waiting: Policy = {
  ...policy,
  stages: {
    ...policy.stages,
    paymentBeforeAudit: { ...policy.stages.paymentBeforeAudit, value: false },
    materialsBeforeAudit: { ...policy.stages.materialsBeforeAudit, value: false },
  },
};

judging<keyof typeof paymentGuards>({
  payment_open: [
    ['from its first instant', { at: opensOf('payment') }, null],
    ['a millisecond before', { at: opensOf('payment') - 1 }, ['window_not_open', null, clauseOf('payment')]],
  ],
  materials_open: [
    ['from its first instant', { at: opensOf('materials') }, null],
    ['a millisecond before', { at: opensOf('materials') - 1 }, ['window_not_open', null, clauseOf('materials')]],
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
});
