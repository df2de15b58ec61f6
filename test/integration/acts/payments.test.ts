import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { FeesAnswer, UnmatchedPaymentAnswer } from '../../../api/fees/answers.js';
import { signatureOf } from '../../../api/payments/payments.js';
import { feesOf } from '../../../records/payment/feeCodes.js';
import { feeOf } from '../../../rules/candidate/fees.js';
import { isPayCode, payCode } from '../../../rules/fees/payCode.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { stories } from '../../../simulation/story/story.js';
import { addCampaign, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'payments', at: '2024-09-11T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const fee = feeOf({ level: 'deputy_senior', specialty: 'chemical' }, aksu2024);
const fees = `/api/campaigns/${campaignId}/fees`;
const report = (message: object | string, signature?: string) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return request(api.app)
    .post('/api/payments/webhook')
    .type('application/json')
    .set('X-Signature', signature ?? signatureOf(api.deps.bankSecret, text))
    .send(text);
};

describe("The bank's message", () => {
  test('counts as paid, once, however often it comes', async () => {
    const applicationId = await office.application(stories.payment);
    const message = { transactionId: 'T-1', applicationId, amount: fee, channel: 'bank' };
    const first = await report(message).expect(200);
    expect((await report(message).expect(200)).body).toEqual(first.body);
    expect(await api.db.event.count({ where: { applicationId, event: 'confirm_payment' } })).toBe(1);
    const again = await report({ ...message, transactionId: 'T-2' }).expect(409);
    expect(again.body.code).toBe('already_done');
    const event = await api.db.event.findFirstOrThrow({ where: { applicationId, event: 'confirm_payment' } });
    expect(event.actorRole).toBe('bank');
    expect(JSON.stringify(event.data)).not.toContain('T-1');
  });

  test('names the fee by its pay code, or the application by its short number', async () => {
    const coded = await office.application(stories.payment);
    const [fee1] = await feesOf(api.db, coded);
    expect(fee1).toMatchObject({ part: 'review', amount: fee, state: 'coded' });
    expect(isPayCode(fee1?.code ?? '')).toBe(true);
    const typed = `${fee1?.code.slice(0, 4)} ${fee1?.code.slice(4)}`;
    const message = { transactionId: 'C-1', payCode: typed, amount: fee, channel: 'bank' };
    const first = await report(message).expect(200);
    const { payCode: _, ...rest } = message;
    expect((await report({ ...rest, applicationId: coded }).expect(200)).body).toEqual(first.body);
    await until(async () => expect(await feesOf(api.db, coded)).toMatchObject([{ state: 'paid', code: fee1?.code }]));
    const numbered = await office.application(stories.payment);
    const { number } = await api.db.application.findUniqueOrThrow({ where: { id: numbered } });
    await report({ transactionId: 'C-2', number: number.toLowerCase(), amount: fee, channel: 'qr' }).expect(200);
    for (const names of [{ payCode: '10000000' }, { payCode: '评审费' }, { number: '2024-AKSU-99999-0' }]) {
      const { body } = await report({ transactionId: 'C-3', ...names, amount: fee, channel: 'qr' }).expect(404);
      expect(body.field).toBe(Object.keys(names)[0]);
    }
    await report({ transactionId: 'C-4', amount: fee, channel: 'qr' }).expect(422);
    await report({ transactionId: 'C-4', number, payCode: fee1?.code, amount: fee, channel: 'qr' }).expect(422);
  });

  test('gives the pay codes that the rule gives', async () => {
    const { rows } = await api.db.pool.query<{ at: string; code: string }>(
      "SELECT next_pay_code() AS code, currval('pay_codes') AS at FROM generate_series(1, 200)",
    );
    expect(rows.map(({ code }) => code)).toEqual(rows.map(({ at }) => payCode(Number(at))));
  });

  test('of another amount is refused with the fee', async () => {
    const applicationId = await office.application(stories.payment);
    const message = { transactionId: 'T-3', applicationId, amount: fee - 1, channel: 'qr' };
    expect((await report(message).expect(422)).body).toMatchObject({
      code: 'amount_mismatch',
      clause: '通知 三、其他事宜（四）',
    });
  });

  test('under the same transaction with another amount is refused', async () => {
    const applicationId = await office.application(stories.payment);
    const message = { transactionId: 'T-4', applicationId, amount: fee, channel: 'qr' };
    await report(message).expect(200);
    expect((await report({ ...message, amount: fee + 1 }).expect(422)).body.code).toBe('key_reused');
  });

  test.each(['', 'sha256=', `sha256=${'0'.repeat(64)}`, 'md5=abc', '签名'.repeat(10)])(
    'with the signature %j is not believed',
    async (signature) => {
      const applicationId = await office.application(stories.payment);
      const message = { transactionId: 'T-5', applicationId, amount: fee, channel: 'qr' };
      const { body } = await report(message, Buffer.from(signature).toString('latin1')).expect(401);
      expect(body.code).toBe('signature_invalid');
      expect(await api.db.intake.count({ where: { applicationId, key: 'bank:T-5' } })).toBe(0);
    },
  );

  test('changed on its way by one space is not believed', async () => {
    const text = JSON.stringify({ transactionId: 'T-6', applicationId: 'x', amount: fee, channel: 'qr' });
    await report(`${text} `, signatureOf(api.deps.bankSecret, text)).expect(401);
  });

  test.each(['{', '[]', '{"transactionId":"T 7"}', '{"transactionId":"T-7","amount":"60000"}'])(
    'that is signed and wrong is refused: %s',
    async (text) => {
      const { status } = await report(text);
      expect([400, 422]).toContain(status);
    },
  );

  test('that belongs to nothing, or that was refused, is kept until finance says what was done about it', async () => {
    const applicationId = await office.application(stories.payment);
    const nobody = randomUUID();
    await report({ transactionId: 'T-20', applicationId: nobody, amount: fee, channel: 'qr' }).expect(404);
    await report({ transactionId: 'T-20', applicationId: nobody, amount: fee, channel: 'qr' }).expect(404);
    await report({ transactionId: 'T-21', applicationId, amount: fee - 1, channel: 'bank' }).expect(422);
    const open = async () => {
      const { body } = await office.as('finance').get(`${fees}?state=unmatched&limit=200`).expect(200);
      const { items } = FeesAnswer.parse(body);
      return items.flatMap((item) => ('transactionId' in item ? item : []));
    };
    const found = (await open()).filter(({ transactionId }) => /^T-2[01]$/.test(transactionId));
    expect(found.map(({ transactionId, code, amount }) => ({ transactionId, code, amount }))).toEqual([
      { transactionId: 'T-20', code: 'not_found', amount: fee },
      { transactionId: 'T-21', code: 'amount_mismatch', amount: fee - 1 },
    ]);
    // Who is known to be concerned is written to, once, with what becomes of the money.
    const letters = await api.db.outbox.findMany({ where: { kind: 'payment_kept' } });
    const written = letters.filter(({ key }) => found.some(({ id }) => key === `payment_kept:${id}`));
    expect(written).toMatchObject([
      {
        role: 'applicant',
        personal: true,
        detail: { applicationId, payment: { code: 'amount_mismatch', fee: { amount: fee } } },
      },
    ]);
    const path = `/api/campaigns/${campaignId}/unmatched-payments/${found[1]?.id}/resolve`;
    const body = { resolution: 'refunded', reason: '金额不符，已原路退回' };
    for (const name of ['office', 'unit', 'operator'] as const) await office.as(name).post(path).send(body).expect(403);
    await office.as('finance').post(path).send({ resolution: 'refunded' }).expect(422);
    await office.as('finance').post(path).send({ resolution: 'lost', reason: '无' }).expect(422);
    const resolved = await office.as('finance').post(path).send(body).expect(200);
    expect(UnmatchedPaymentAnswer.parse(resolved.body)).toMatchObject(body);
    await office.as('finance').post(path).send(body).expect(404);
    expect((await open()).map(({ transactionId }) => transactionId)).not.toContain('T-21');
  });

  test('cannot be sent by a person through the route for people', async () => {
    const applicationId = await office.application(stories.payment);
    const path = `/api/applications/${applicationId}/actions/confirm_payment`;
    const body = { amount: fee, channel: 'qr', voucher: 'V-1' };
    await office.as('office').post(path).send(body).expect(403);
    await office.as('finance').post(path).send(body).expect(200);
  });
});

describe('A fee in two parts', () => {
  const ofDefense = 20_000;
  const policy: Policy = {
    ...aksu2024,
    id: 'two-parts',
    defenseFee: fromNotice(
      { fees: { deputy_senior: ofDefense }, window: null, workingDays: 5 },
      '通知 三、其他事宜（四）：答辩费',
    ),
  };
  const path = `/api/campaigns/${policy.id}/fees`;
  const listed = async (state: 'due' | 'paid', applicationId: string) => {
    const { items } = FeesAnswer.parse((await office.as('finance').get(`${path}?state=${state}`).expect(200)).body);
    return items.flatMap((item) =>
      'part' in item && item.applicationId === applicationId && 'fee' in item ? item : [],
    );
  };
  beforeAll(() => addCampaign(api, office, policy));

  test('is due, paid and listed part by part, and the bank may name the part', async () => {
    const applicationId = await office.application([...stories.payment, 'receive_materials'], { policy });
    expect(await listed('due', applicationId)).toMatchObject([{ part: 'review', fee }]);
    const message = { transactionId: 'P-1', applicationId, amount: fee, channel: 'bank', paidOn: '2024-09-10' };
    const early = { ...message, transactionId: 'P-0', amount: ofDefense, part: 'defense' };
    expect((await report(early).expect(409)).body.code).toBe('event_not_allowed');
    const first = await report(message).expect(200);
    expect(first.body.status).toBe('defense_payment');
    // The same message again is the act it was, though another part is due now.
    expect((await report(message).expect(200)).body).toEqual(first.body);
    expect(await listed('due', applicationId)).toMatchObject([{ part: 'defense', fee: ofDefense }]);
    expect((await report({ ...message, transactionId: 'P-2', part: 'review' }).expect(409)).body.code).toBe(
      'event_not_allowed',
    );
    const second = { transactionId: 'P-3', applicationId, amount: ofDefense, channel: 'qr' };
    expect((await report({ ...second, transactionId: 'P-4', amount: ofDefense - 1 }).expect(422)).body).toMatchObject({
      code: 'amount_mismatch',
      clause: '通知 三、其他事宜（四）：答辩费',
    });
    expect((await report(second).expect(200)).body.status).toBe('defense');
    expect((await report(second).expect(200)).body.status).toBe('defense');
    await until(async () => {
      expect(await listed('paid', applicationId)).toMatchObject([
        { part: 'defense', fee: ofDefense, paidOn: null },
        { part: 'review', fee, paidOn: '2024-09-10' },
      ]);
    });
    const { body } = await office.as('finance').get(`${path}?state=unmatched&limit=200`).expect(200);
    const kept = body.items.map(({ transactionId, part }: { transactionId: string; part: string }) => [
      transactionId,
      part,
    ]);
    expect(kept.toSorted()).toEqual(
      expect.arrayContaining([
        ['P-0', 'defense'],
        ['P-2', 'review'],
        ['P-4', 'defense'],
      ]),
    );
  });
});

describe('Fees', () => {
  test('that are due are listed with what they are, and those that came in with when', async () => {
    const { body } = await office.as('finance').get(`${fees}?limit=200`).expect(200);
    const due = FeesAnswer.parse(body).items;
    const waiting = await office.application(stories.payment);
    const after = await office.as('finance').get(`${fees}?limit=200`).expect(200);
    expect(after.body.items).toHaveLength(due.length + 1);
    const line = after.body.items.find((item: { applicationId: string }) => item.applicationId === waiting);
    expect(line).toMatchObject({ fee, unitName: '单位1', level: 'deputy_senior', pastDue: false, paidAt: null });
    await report({ transactionId: 'T-30', applicationId: waiting, amount: fee, channel: 'bank' }).expect(200);
    await until(async () => {
      const { body: paid } = await office.as('finance').get(`${fees}?state=paid`).expect(200);
      expect(paid.items[0]).toMatchObject({ applicationId: waiting, fee });
      expect(paid.items[0].paidAt).toBeTruthy();
    });
  });

  test('are confirmed with the day the money arrived, which is listed beside when that was registered', async () => {
    const applicationId = await office.application(stories.payment);
    const path = `/api/applications/${applicationId}/actions/confirm_payment`;
    const body = { amount: fee, channel: 'bank', voucher: 'V-40' };
    const future = await office
      .as('finance')
      .post(path)
      .send({ ...body, paidOn: '2024-09-12' })
      .expect(422);
    expect(future.body).toMatchObject({
      code: 'date_in_future',
      clause: '通知 三（三）、三、其他事宜（四）',
      field: 'paidOn',
    });
    for (const paidOn of ['昨天', '2024-02-30', ''])
      await office
        .as('finance')
        .post(path)
        .send({ ...body, paidOn })
        .expect(422);
    await office
      .as('finance')
      .post(path)
      .send({ ...body, paidOn: '2024-09-10' })
      .expect(200);
    const byBank = await office.application(stories.payment);
    const message = { transactionId: 'T-40', applicationId: byBank, amount: fee, channel: 'bank' };
    await report({ ...message, paidOn: '2024-09-09' }).expect(200);
    await until(async () => {
      const { items } = FeesAnswer.parse((await office.as('finance').get(`${fees}?state=paid`).expect(200)).body);
      expect(items).toContainEqual(expect.objectContaining({ applicationId, paidOn: '2024-09-10' }));
      expect(items).toContainEqual(expect.objectContaining({ applicationId: byBank, paidOn: '2024-09-09' }));
      expect(items).toContainEqual(expect.objectContaining({ paidOn: null }));
    });
  });

  test.each(['due', 'paid'])('that are %s come a page at a time, each once', async (state) => {
    const ids: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await office.as('finance').get(`${fees}?state=${state}&limit=1${cursor}`).expect(200);
      ids.push(...body.items.map((item: { applicationId: string }) => item.applicationId));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    const { body: whole } = await office.as('finance').get(`${fees}?state=${state}&limit=200`).expect(200);
    expect(ids).toEqual(whole.items.map((item: { applicationId: string }) => item.applicationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are for finance and the office alone', async () => {
    for (const name of ['finance', 'office'] as const) await office.as(name).get(fees).expect(200);
    for (const name of ['unit', 'applicant', 'expert', 'operator', 'supervisor'] as const)
      await office.as(name).get(fees).expect(403);
    const everywhere = await office.hire([{ role: 'finance' }]);
    await everywhere.as.get('/api/campaigns/none/fees').expect(404);
    await office.as('finance').get('/api/campaigns/none/fees').expect(403);
    for (const query of ['state=all', 'cursor=x', 'limit=0'])
      await office.as('finance').get(`${fees}?${query}`).expect(422);
  });
});

/** Waits for a change that is recorded only after the answer. */
async function until(check: () => Promise<void>): Promise<void> {
  for (let tries = 400; ; tries -= 1) {
    try {
      return await check();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
