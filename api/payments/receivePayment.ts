import { findIntake } from '../../records/application/intakes.js';
import { feesOf } from '../../records/payment/feeCodes.js';
import { keepUnmatched, surplusKept } from '../../records/payment/unmatchedPayments.js';
import type { Actor } from '../../rules/application/act.js';
import type { PaymentChannel } from '../../rules/application/paymentChannels.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import { eventOfPart, type FeePart, partPaidIn } from '../../rules/candidate/fees.js';
import { divided, surplusCode } from '../../rules/fees/paymentOutcomes.js';
import { formOf } from '../acts/formOf.js';
import { performAct, type Receipt } from '../acts/performAct.js';
import { Problem, type ProblemCode } from '../http/problem.js';
import type { Services } from '../services.js';
import { findPaid, type Names } from './findPaid.js';

/** Money that the bank reports. */
interface Reported extends Names {
  readonly transactionId: string;
  /** In fen. */
  readonly amount: number;
  readonly channel: PaymentChannel;
  /** The day the money arrived. */
  readonly paidOn?: LocalDate | undefined;
  readonly part?: FeePart | undefined;
}

const bank: Actor = { role: 'bank', personId: 'bank', scope: null };

/**
 * What becomes of money that the bank reports (`rules/fees/paymentOutcomes.ts`): it confirms the fee, what is too much is kept
 * to be paid back, and what confirms nothing is kept to be matched. The same transaction counts once.
 *
 * @throws Problem with the law's refusal, `not_found` where it names nothing, or `key_reused`; the money is kept all the same
 */
export async function receivePayment(
  services: Services,
  { transactionId, amount, channel, paidOn, part: stated, ...names }: Reported,
): Promise<{ readonly applicationId: string; readonly receipt: Receipt }> {
  const { db, clock } = services;
  const { application, part: coded, reference } = await findPaid(db, names);
  const named = coded ?? stated;
  const keep = async (
    code: ProblemCode | typeof surplusCode,
    kept: { readonly amount: number; readonly part: FeePart | null },
  ) => {
    const receivedAt = await clock();
    const about = { applicationId: application?.id ?? null, campaignId: application?.campaignId ?? null };
    await keepUnmatched(db, { transactionId, reference, ...about, channel, code, receivedAt, ...kept });
  };
  if (!application) {
    await keep('not_found', { amount, part: named ?? null });
    throw new Problem(
      'not_found',
      { zh: '没有这份申报。', en: 'There is no such application.' },
      { field: Object.keys(names)[0] ?? 'payCode' },
    );
  }
  const applicationId = application.id;
  const key = `bank:${transactionId}`;
  // A repeated message is the act that it was at first, wherever the application is by now.
  const first = await findIntake(db, { applicationId, key });
  const part = named ?? partPaidIn(application.facts.status) ?? 'review';
  const event = named === undefined && first ? first.act.event : eventOfPart[part];
  const fee = (await feesOf(db, applicationId)).find((one) => one.part === part);
  const { confirms, surplus } = first
    ? { confirms: Math.max(1, amount - (await surplusKept(db, { transactionId, applicationId }))), surplus: 0 }
    : divided(amount, fee);
  // Before the act: a process that ends in between has lost no money, and a message that comes again finds it kept.
  if (surplus > 0) await keep(surplusCode, { amount: surplus, part });
  const act = performAct(services, {
    application,
    event,
    form: formOf(event),
    actor: bank,
    key,
    expectedSeq: null,
    body: { amount: confirms, channel, voucher: transactionId, ...(paidOn === undefined ? {} : { paidOn }) },
  });
  const receipt = await act.catch(async (error: unknown) => {
    // The database keeps what an application refused; a reused key never became an act of its own.
    if (error instanceof Problem && error.code === 'key_reused') await keep(error.code, { amount, part });
    throw error;
  });
  return { applicationId, receipt };
}
