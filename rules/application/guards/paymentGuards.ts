import { localDateOf } from '../../calendar/instant.js';
import { feeOf } from '../../candidate/fees.js';
import { originalsLacking } from '../../dossier/originals.js';
import { outstanding } from '../../policy/stagePlan.js';
import { refuse } from '../../refusal.js';
import { beforeWindow } from './beforeWindow.js';
import { dataOf, type Guard, onAct, onFacts } from './guard.js';
import { named } from './named.js';

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
  amount_equals_fee: onAct('金额与收费标准一致', 'amount equals the fee', ({ facts, act, policy }) => {
    const fee = feeOf(facts.profile, policy);
    const { amount } = dataOf('payment', act);
    return amount === fee
      ? null
      : refuse(
          'amount_mismatch',
          policy.fees.clause,
          {
            zh: `应缴${fee / 100}元，到账${amount / 100}元，请核对。`,
            en: `The fee is ${fee / 100} yuan, and ${amount / 100} yuan arrived. Please check.`,
          },
          { field: 'amount' },
        );
  }),
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
} as const satisfies Record<string, Guard>;
