import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { finishLine, type LineDecision, takeLine } from '../../records/statements/decideLine.js';
import type { RecordedLine } from '../../records/statements/statementLines.js';
import type { Statement } from '../../records/statements/statements.js';
import type { PaymentChannel } from '../../rules/application/paymentChannels.js';
import { eventOfPart } from '../../rules/candidate/fees.js';
import { dayOfLine } from '../../rules/statements/statementLine.js';
import type { Caller } from '../accounts/caller.js';
import { chooseActor } from '../acts/chooseActor.js';
import { formOf } from '../acts/formOf.js';
import { performAct } from '../acts/performAct.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';

interface Given {
  readonly campaign: Campaign;
  readonly statement: Statement;
  readonly line: RecordedLine;
  readonly decision: LineDecision;
  readonly caller: Caller;
}

/** What became of one line: confirmed, on its way, or refused with a problem. */
export type Confirmed =
  | { readonly outcome: 'confirmed' | 'pending' }
  | { readonly outcome: 'refused'; readonly problem: Problem };

/**
 * Confirms the payment of a fee by the act of finance, with a line of a statement as its voucher. The line is taken first, so that no other
 * fee gets it; when the law refuses, it is free again and says why.
 */
export async function confirmLine(services: Services, given: Given): Promise<Confirmed> {
  const { db, clock } = services;
  const { decision, caller } = given;
  const taken = await takeLine(db, { ...decision, by: caller.personId, at: await clock() });
  if (taken === null) return { outcome: 'refused', problem: new Problem('already_done', takenAlready) };
  if (taken.outcome === 'confirmed') return { outcome: 'confirmed' };
  try {
    const pending = (await act(services, given, taken.attempt)) === null;
    if (!pending) await finishLine(db, decision.lineId, { outcome: 'confirmed', code: null });
    return { outcome: pending ? 'pending' : 'confirmed' };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    await finishLine(db, decision.lineId, { outcome: 'refused', code: problem.code });
    return { outcome: 'refused', problem };
  }
}

export const takenAlready = {
  zh: '这笔流水已用于另一项费用，或该费用已有另一笔流水。',
  en: 'The line is the payment of another fee, or the fee has another line.',
};

async function act(services: Services, { campaign, statement, line, decision, caller }: Given, attempt: number) {
  const { applicationId, part } = decision;
  const application = await lookUpApplication(services.db, applicationId);
  if (application?.campaignId !== campaign.id)
    throw new Problem(
      'not_found',
      { zh: '没有这份申报。', en: 'There is no such application.' },
      { field: 'applicationId' },
    );
  const event = eventOfPart[part];
  const { answer } = await performAct(services, {
    application,
    event,
    form: formOf(event),
    actor: await chooseActor(services.db, { caller, application, event }),
    // A line that was refused is another act when it is tried again.
    key: `statement:${line.id}:${attempt}`,
    expectedSeq: null,
    body: {
      amount: line.amount,
      channel: channelOf(line),
      voucher: voucherOf(statement, line),
      paidOn: dayOfLine(line),
    },
  });
  return answer;
}

/** The bank's number of a line; where it has none, where the line stands. */
export const voucherOf = ({ fileHash }: Statement, { serial, row }: RecordedLine): string =>
  serial ?? `${fileHash.slice(0, 12)} 第${row}行`;

/** Payments by scan come from the company that carries them. */
export const channelOf = ({ counterparty }: RecordedLine): PaymentChannel =>
  /财付通|支付宝|银联商务|微信/.test(counterparty) ? 'qr' : 'bank';
