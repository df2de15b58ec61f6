import { instantOf, localDateOf } from '../../calendar/instant.js';
import { clauseOfFee, type FeePart, feeOf, feePartLabels } from '../../candidate/fees.js';
import { originalsLacking } from '../../dossier/originals.js';
import type { Policy } from '../../policy/policy.js';
import { outstanding } from '../../policy/stagePlan.js';
import { type Refusal, refuse } from '../../refusal.js';
import type { Act } from '../act.js';
import type { Facts } from '../facts.js';
import { beforeWindow } from './beforeWindow.js';
import { dataOf, early, type Guard, onAct, onFacts } from './guard.js';
import { named } from './named.js';

const defenseFeePayment = { zh: '答辩费缴纳', en: 'Payment of the defense fee' };

/** The refusal of an amount that is not the fee of this part. */
function otherAmount(part: FeePart, { profile }: Facts, act: Act, policy: Policy): Refusal | null {
  const fee = feeOf(profile, policy, part);
  const { amount } = dataOf('payment', act);
  if (amount === fee) return null;
  const { zh, en } = feePartLabels[part];
  return refuse(
    'amount_mismatch',
    clauseOfFee(policy, part),
    {
      zh: `应缴${zh}${fee / 100}元，到账${amount / 100}元，请核对。`,
      en: `${en}: ${fee / 100} yuan are due, and ${amount / 100} yuan arrived. Please check.`,
    },
    { field: 'amount' },
  );
}

/** Conditions on the fee and the originals. */
export const paymentGuards = {
  payment_asked: onFacts('正在收费', 'the fee is asked for now', ({ facts, policy, clause }) =>
    facts.paidAt !== null || outstanding(facts, policy).includes('payment')
      ? null
      : refuse('event_not_allowed', clause, {
          zh: '这份申报目前不收费，只收材料原件。',
          en: 'No fee is asked for at this point; only the originals are.',
        }),
  ),
  materials_asked: onFacts('正在收取原件', 'the originals are asked for now', ({ facts, policy, clause }) =>
    facts.materialsAt !== null || outstanding(facts, policy).includes('materials')
      ? null
      : refuse('event_not_allowed', clause, {
          zh: '这份申报目前不收材料原件，只缴费。',
          en: 'The originals are not asked for at this point; only the fee is.',
        }),
  ),
  payment_open: onFacts('缴费已开始', 'payment window open', ({ facts, act, policy }) =>
    beforeWindow('payment', act.receivedAt, facts.profile, policy),
  ),
  not_yet_paid: onFacts('尚未缴费', 'not yet paid', ({ facts, clause }) =>
    facts.paidAt === null
      ? null
      : refuse('already_done', clause, {
          zh: '费用已经到账，不必重复确认。',
          en: 'The fee has arrived already and need not be confirmed again.',
        }),
  ),
  amount_equals_fee: onAct('金额与收费标准一致', 'amount equals the fee', ({ facts, act, policy }) =>
    otherAmount('review', facts, act, policy),
  ),
  defense_fee_open: onFacts('答辩费缴纳已开始', 'payment of the defense fee open', ({ act, policy }) => {
    const { value, clause } = policy.defenseFee ?? {};
    const opens = value?.window ? instantOf(value.window.opens) : act.receivedAt;
    return clause !== undefined && act.receivedAt < opens ? early(opens, clause, defenseFeePayment) : null;
  }),
  amount_equals_defense_fee: onAct('金额与答辩费标准一致', 'amount equals the defense fee', ({ facts, act, policy }) =>
    otherAmount('defense', facts, act, policy),
  ),
  money_arrived: onAct('到账日期不在登记之后', 'the money has arrived', ({ act, clause }) => {
    const { paidOn } = dataOf('payment', act);
    return paidOn === undefined || paidOn <= localDateOf(act.receivedAt)
      ? null
      : refuse(
          'date_in_future',
          clause,
          {
            zh: '到账日期在登记之后，请核对年月日。',
            en: 'The day the money arrived lies after today. Please check the date.',
          },
          { field: 'paidOn' },
        );
  }),
  materials_open: onFacts('材料报送已开始', 'delivery window open', ({ facts, act, policy }) =>
    beforeWindow('materials', act.receivedAt, facts.profile, policy),
  ),
  originals_not_yet_in: onFacts('原件尚未收到', 'originals not yet in', ({ facts, clause }) =>
    facts.materialsAt === null
      ? null
      : refuse('already_done', clause, {
          zh: '原件已经收齐，不必重复登记。',
          en: 'The originals are all in already and need not be registered again.',
        }),
  ),
  originals_complete: onAct('原件齐全', 'originals complete', ({ facts, act, policy, clause }) => {
    const { received } = dataOf('originals', act);
    const lacking = originalsLacking(received, facts.profile, policy);
    return lacking.length
      ? refuse(
          'originals_incomplete',
          clause,
          { zh: `原件还缺：${named(lacking).zh}。`, en: `Originals still missing: ${named(lacking).en}.` },
          { field: 'received' },
        )
      : null;
  }),
} satisfies Record<string, Guard>;
