import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { beancountLedger } from '../../records/payment/beancountLedger.js';
import { feesByCodes } from '../../records/payment/feeCodes.js';
import { noteFeeEvent, registeredFees } from '../../records/payment/feeRegister.js';
import { transfersOf } from '../../records/payment/ledger.js';
import { refundsOf } from '../../records/payment/refundList.js';
import { keptOf } from '../../records/payment/unmatchedPayments.js';
import { parseApplicationNumber } from '../../rules/application/applicationNumber.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { accounts } from '../../rules/fees/accounts.js';
import { feeStateLabels, stateAfter } from '../../rules/fees/feeStates.js';
import { isPayCode, payCodesIn } from '../../rules/fees/payCode.js';
import { postingKinds } from '../../rules/fees/postings.js';
import { refundStateLabels } from '../../rules/fees/refundLaw.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { at, label, sha256 } from '../openapi/parts.js';
import { UnmatchedPaymentAnswer } from './answers.js';
import { paymentView } from './keptPayments.js';
import { RefundAnswer, refundView } from './refunds.js';

const tag = '缴费';
const part = z.enum(codesOf(feePartLabels));
const state = z.enum(codesOf(feeStateLabels));

const RegisterQuery = z.strictObject({
  q: z.string().max(100).optional().describe('缴款码、申报编号，或姓名的一部分'),
  state: state.optional(),
  part: part.optional(),
  cursor: z.string().max(8).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const RegisteredFee = z
  .object({
    payCode: z.string().meta({ description: '缴款码' }),
    number: z.string().meta({ description: '申报编号' }),
    applicationId: z.uuid(),
    applicantName: z.string(),
    unitName: z.string(),
    part,
    amount: z.int().meta({ description: '分' }),
    state,
    stateLabel: label,
    exemptionBasis: z.string().nullable().meta({ description: '免缴依据' }),
    exemptionProof: sha256.nullable().meta({ description: '免缴证明材料的 SHA-256' }),
    kept: z.int().meta({ description: '待核款项笔数' }),
  })
  .meta({ id: 'RegisteredFee' });
const RegisterAnswer = z.object({ items: z.array(RegisteredFee), next: z.string().nullable() });
const FeePage = z.object({
  fee: RegisteredFee,
  transfers: z.array(
    z.object({
      id: z.string(),
      kindLabel: label,
      at,
      reference: z.string().nullable(),
      entries: z.array(z.object({ accountLabel: label, amount: z.int().meta({ description: '分，借为正、贷为负' }) })),
    }),
  ),
  kept: z.array(UnmatchedPaymentAnswer),
  refunds: z.array(RefundAnswer),
  actions: z.object({ check: z.boolean(), refund: z.boolean() }).meta({ description: '现在可办理的' }),
});
const Written = z.object({
  writtenOff: z.array(z.string()).meta({ description: '已核销的缴款码' }),
  others: z.array(z.string()).meta({ description: '财政清单有、系统不能核销的缴款码：金额不同，或尚未缴费、核对' }),
});

const readers = ['finance', 'office'] as const;
const path = '/api/campaigns/{id}/fee-register';

/** The register of fees: found by code, number or name, each with its entries; checked, written off, and exported as a ledger. */
export const feeRegisterRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '费用台账',
    roles: readers,
    subject: campaignInPath,
    query: RegisterQuery,
    answers: { 200: RegisterAnswer, 304: null },
    handle: async ({ subject: { id: campaignId }, query: { q, cursor: after, limit, ...filters } }, { db }) => {
      const found = await registeredFees(db, { campaignId, ...filters, ...soughtBy(q), after, limit: limit + 1 });
      const items = found.slice(0, limit).map(feeLine);
      return { items, next: found.length > limit ? (items.at(-1)?.payCode ?? null) : null };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{payCode}`,
    tag,
    summary: '一项费用的分录、待核款项和退费',
    roles: readers,
    subject: campaignInPath,
    answers: { 200: FeePage, 304: null },
    handle: async ({ subject: { id: campaignId }, params: { payCode }, caller }, { db }) => {
      const [fee] = await registeredFees(db, { campaignId, code: payCode, limit: 1 });
      if (!fee) throw noSuchFee();
      const { applicationId } = fee;
      const [transfers, kept, refunds] = await Promise.all([
        transfersOf(db, payCode),
        keptOf(db, applicationId),
        refundsOf(db, { campaignId, applicationId, states: codesOf(refundStateLabels), limit: 100 }),
      ]);
      return {
        fee: feeLine(fee),
        transfers: transfers.map(({ id, kind, at: instant, reference, entries }) => ({
          id,
          kindLabel: labelOf(postingKinds[kind]),
          at: isoInBeijing(instant),
          reference,
          entries: entries.map(({ account, amount }) => ({ accountLabel: labelOf(accounts[account]), amount })),
        })),
        kept: kept.filter((payment) => payment.fee?.code === payCode).map(paymentView),
        refunds: refunds.filter((refund) => refund.payCode === payCode).map((refund) => refundView(refund, caller)),
        actions: {
          check: stateAfter(fee.state, 'check') !== null,
          refund: stateAfter(fee.state, 'refund') !== null,
        },
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{payCode}/check`,
    tag,
    summary: '登记已与银行账核对',
    roles: ['finance'],
    subject: campaignInPath,
    answers: { 200: RegisteredFee },
    handle: async ({ subject: { id: campaignId }, params: { payCode } }, { db, clock }) => {
      const fees = await feesByCodes(db, [payCode]);
      const noted = await noteFeeEvent(db, { campaignId, event: 'check', fees, at: await clock() });
      const [fee] = await registeredFees(db, { campaignId, code: payCode, limit: 1 });
      if (!fee) throw noSuchFee();
      if (noted.length === 0)
        throw new Problem('event_not_allowed', {
          zh: `这项费用现为“${feeStateLabels[fee.state].zh}”，不能核对。`,
          en: `This fee is “${feeStateLabels[fee.state].en}” and cannot be checked.`,
        });
      return feeLine(fee);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/write-off`,
    tag,
    summary: '按财政清单核销',
    roles: ['finance'],
    subject: campaignInPath,
    answers: { 200: Written },
    handle: async ({ subject: { id: campaignId } }, { db, clock, treasury }) => {
      if (!treasury)
        throw new Problem('not_found', {
          zh: '没有接入财政非税系统。',
          en: 'No system of the treasury is connected.',
        });
      const listed = await treasury.writtenOff(campaignId);
      const fees = listed.map(({ payCode: code, amount }) => ({ code, amount }));
      const noted = new Set(await noteFeeEvent(db, { campaignId, event: 'write_off', fees, at: await clock() }));
      const others = listed.map(({ payCode }) => payCode).filter((code) => !noted.has(code));
      return { writtenOff: [...noted].toSorted(), others };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/ledger.beancount',
    tag,
    summary: '导出账簿（beancount），无姓名',
    roles: ['finance', 'supervisor'],
    subject: campaignInPath,
    answers: { 200: 'file' },
    handle: async ({ subject: { id: campaignId }, response }, { db }) => {
      const parts = beancountLedger(db, campaignId);
      // Read before anything is sent: where the database is away, that is what is answered.
      const { value: first = '' } = await parts.next();
      response.attachment(`${campaignId}.beancount`).type('text/plain; charset=utf-8');
      await pipeline(following(first, parts), response);
    },
  }),
];

async function* following(first: string, parts: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* parts;
}

const labelOf = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en });
const noSuchFee = () => new Problem('not_found', { zh: '没有这项费用。', en: 'There is no such fee.' });

/** What a search means: a pay code, a short number, or a part of a name. */
function soughtBy(q: string | undefined) {
  const text = q?.trim() ?? '';
  if (text === '') return {};
  // A name may have digits in it that would make a code.
  const [code] = /^[\d\s-]+$/.test(text.normalize('NFKC')) ? payCodesIn(text) : [];
  if (code !== undefined && isPayCode(code)) return { code };
  const number = parseApplicationNumber(text);
  return number === null ? { name: text } : { number };
}

function feeLine({ code, basis, proof, ...fee }: Awaited<ReturnType<typeof registeredFees>>[number]) {
  const exemption = { exemptionBasis: basis, exemptionProof: proof };
  return { payCode: code, ...fee, ...exemption, stateLabel: labelOf(feeStateLabels[fee.state]) };
}
