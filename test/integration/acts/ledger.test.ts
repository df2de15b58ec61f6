import { createHash, randomUUID } from 'node:crypto';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { signatureOf } from '../../../api/payments/payments.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { feesOf } from '../../../records/payment/feeCodes.js';
import { ledgerBalances, post, transfersOf } from '../../../records/payment/ledger.js';
import { ledgerFaults } from '../../../records/payment/ledgerFaults.js';
import { feeOf } from '../../../rules/candidate/fees.js';
import { payCode as codeOf } from '../../../rules/fees/payCode.js';
import { postingOf } from '../../../rules/fees/postings.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { samplePdf } from '../../../simulation/samples/pdf.js';
import { stories } from '../../../simulation/story/story.js';
import { addCampaign, type Caller, callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'ledger', at: '2024-09-11T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const fee = feeOf({ level: 'deputy_senior', specialty: 'chemical' }, aksu2024);
const campaign = `/api/campaigns/${campaignId}`;
const report = (message: object) => {
  const text = JSON.stringify({ channel: 'bank', ...message });
  return request(api.app)
    .post('/api/payments/webhook')
    .type('application/json')
    .set('X-Signature', signatureOf(api.deps.bankSecret, text))
    .send(text);
};
/** An application that waits for its fee, with the pay code. */
async function waiting(
  story: Parameters<Office['application']>[0] = stories.payment,
  given: Parameters<Office['application']>[1] = {},
) {
  const id = await office.application(story, given);
  const [first] = await feesOf(api.db, id);
  if (!first) throw new Error('no fee has arisen');
  return { id, payCode: first.code, state: async () => (await feesOf(api.db, id))[0]?.state };
}
const posted = async (payCode: string) =>
  (await transfersOf(api.db, payCode)).map(({ kind, entries }) => `${kind} ${entries[0]?.amount}`).toSorted();
const kept = async (applicationId: string) => {
  const { body } = await office.as('finance').get(`${campaign}/fees?state=unmatched&limit=200`).expect(200);
  return body.items.filter((item: { applicationId: string }) => item.applicationId === applicationId);
};
const refunds = async (state: string) =>
  (await office.as('finance').get(`${campaign}/refunds?state=${state}&limit=200`).expect(200)).body.items;
const change = (id: string, event: string, name: 'finance' | 'office' = 'office', body = {}) =>
  office.as(name).post(`${campaign}/refunds/${id}/${event}`).send(body);

describe('What becomes of money', () => {
  test('as due: the fee is paid, and its receivable is nothing', async () => {
    const { payCode, state } = await waiting();
    await report({ transactionId: 'L-1', payCode, amount: fee }).expect(200);
    expect(await posted(payCode)).toEqual([`arise ${fee}`, `pay ${fee}`]);
    expect(await state()).toBe('paid');
  });

  test('too much: the fee is paid, and the rest is kept and paid back by two people', async () => {
    const { id, payCode, state } = await waiting();
    const message = { transactionId: 'L-2', payCode, amount: fee + 500 };
    const first = await report(message).expect(200);
    expect((await report(message).expect(200)).body).toEqual(first.body);
    expect((await report({ ...message, amount: fee + 501 }).expect(422)).body.code).toBe('key_reused');
    expect(await state()).toBe('paid');
    const [surplus, changed] = await kept(id);
    expect(surplus).toMatchObject({ amount: 500, outcome: 'over', payCode, resolutions: ['refunded', 'not_ours'] });
    expect(changed).toMatchObject({ amount: fee + 501, outcome: 'changed' });
    const resolve = (payment: string, resolution: string) =>
      office
        .as('finance')
        .post(`${campaign}/unmatched-payments/${payment}/resolve`)
        .send({ resolution, reason: '核对' });
    await resolve(changed.id, 'not_ours').expect(200);
    await resolve(surplus.id, 'booked_manually').expect(422);
    await resolve(surplus.id, 'refunded').expect(200);
    const asked = (await refunds('asked')).find((one: { payCode: string }) => one.payCode === payCode);
    expect(asked).toMatchObject({ amount: 500, transactionId: 'L-2', actions: [] });
    expect((await change(asked.id, 'approve', 'finance').expect(403)).body.code).toBe('second_person_needed');
    await change(asked.id, 'send', 'finance').expect(409);
    // Refused, it is kept again; asked for once more, another person approves it.
    await change(asked.id, 'refuse').expect(422);
    await change(asked.id, 'refuse', 'office', { reason: '先核对' }).expect(200);
    expect((await kept(id)).map(({ amount }: { amount: number }) => amount)).toEqual([500]);
    await resolve(surplus.id, 'refunded').expect(200);
    const again = (await refunds('asked')).find((one: { payCode: string }) => one.payCode === payCode);
    await change(again.id, 'approve').expect(200);
    await change(again.id, 'approve').expect(409);
    await change(again.id, 'send', 'finance').expect(200);
    await change(again.id, 'return', 'finance').expect(200);
    await change(again.id, 'send', 'finance').expect(200);
    expect(await posted(payCode)).toEqual(
      [
        ...[`arise ${fee}`, `pay ${fee}`, 'keep 500', `keep ${fee + 501}`, `not_ours ${fee + 501}`],
        ...['refund_kept 500', 'refund_sent 500', 'refund_returned 500', 'refund_sent 500'],
      ].toSorted(),
    );
  });

  test('too little: it is kept, and confirmed with what makes it up', async () => {
    const { id, payCode, state } = await waiting();
    await report({ transactionId: 'L-3', payCode, amount: fee - 100 }).expect(422);
    expect(await kept(id)).toMatchObject([{ outcome: 'under' }]);
    const combine = () => office.as('finance').post(`${campaign}/unmatched-payments/combine`).send({ payCode });
    expect((await combine().expect(422)).body.code).toBe('amount_mismatch');
    await report({ transactionId: 'L-4', payCode, amount: 100 }).expect(422);
    await combine().expect(200);
    expect(await state()).toBe('paid');
    expect(await kept(id)).toEqual([]);
    expect(await posted(payCode)).toEqual(
      [`arise ${fee}`, `pay ${fee}`, 'keep 100', `keep ${fee - 100}`, 'booked 100', `booked ${fee - 100}`].toSorted(),
    );
  });

  test('twice, or too late: it is kept and says so', async () => {
    const { id, payCode } = await waiting();
    await report({ transactionId: 'L-5', payCode, amount: fee }).expect(200);
    await report({ transactionId: 'L-6', payCode, amount: fee }).expect(409);
    expect(await kept(id)).toMatchObject([{ outcome: 'twice', told: { zh: expect.stringContaining('退回') } }]);
    const ended = await waiting([...stories.payment, 'withdraw']);
    expect(await ended.state()).toBe('void');
    await report({ transactionId: 'L-7', payCode: ended.payCode, amount: fee }).expect(409);
    expect(await kept(ended.id)).toMatchObject([{ outcome: 'late' }]);
    expect(await posted(ended.payCode)).toEqual([`arise ${fee}`, `end ${fee}`, `keep ${fee}`].toSorted());
  });

  test('paid, then withdrawn: the fee stays paid until the payer asks and another approves', async () => {
    const payer = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const other = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const running = await waiting([...stories.payment, 'confirm_payment'], { applicantId: other.id });
    const path = (id: string) => `/api/applications/${id}/refunds`;
    const asking = (payCode: string) => ({ payCode, reason: '已撤回申报' });
    const early = await other.as.post(path(running.id)).send(asking(running.payCode)).expect(409);
    expect(early.body).toMatchObject({ code: 'event_not_allowed', clause: aksu2024.fees.clause });
    const ended = await waiting([...stories.payment, 'confirm_payment', 'withdraw'], {
      applicantId: payer.id,
    });
    expect(await ended.state()).toBe('paid');
    await office.as('unit').post(path(ended.id)).send(asking(ended.payCode)).expect(403);
    await office.as('applicant').post(path(ended.id)).send(asking(ended.payCode)).expect(404);
    await payer.as.post(path(ended.id)).send(asking(running.payCode)).expect(404);
    const { body } = await payer.as.post(path(ended.id)).send(asking(ended.payCode)).expect(201);
    await payer.as.post(path(ended.id)).send(asking(ended.payCode)).expect(409);
    await change(body.id, 'approve', 'finance').expect(200);
    expect(await ended.state()).toBe('refunded');
    await change(body.id, 'send', 'finance').expect(200);
    const letters = await api.db.outbox.findMany({ where: { kind: { startsWith: 'refund_' }, scope: payer.id } });
    expect(letters.map(({ kind }) => kind).toSorted()).toEqual(['refund_approved', 'refund_sent']);
    expect(await posted(ended.payCode)).toEqual(
      [`arise ${fee}`, `pay ${fee}`, `refund_fee ${fee}`, `refund_sent ${fee}`].toSorted(),
    );
    for (const name of ['unit', 'applicant', 'operator'] as const)
      await office.as(name).get(`${campaign}/refunds`).expect(403);
  });
});

describe('The register of fees', () => {
  const register = `${campaign}/fee-register`;
  const finance = () => office.as('finance');

  test('finds a fee by code, number and name, and shows what happened to it', async () => {
    const { id, payCode, state } = await waiting();
    const { number, applicantId } = await api.db.application.findUniqueOrThrow({ where: { id } });
    // A name with digits in it that another fee has as its code.
    const name = `王五 ${codeOf(0)} 号`;
    await api.db.user.update({ where: { id: applicantId }, data: { name } });
    for (const q of [payCode, `${payCode.slice(0, 4)} ${payCode.slice(4)}`, number, number.toLowerCase(), name]) {
      const { body } = await finance().get(register).query({ q, state: 'coded' }).expect(200);
      expect(body.items).toContainEqual(expect.objectContaining({ payCode, number, state: 'coded', amount: fee }));
    }
    const none = await finance().get(register).query({ q: payCode, state: 'paid' }).expect(200);
    expect(none.body.items).toEqual([]);
    const check = () => finance().post(`${register}/${payCode}/check`).send({});
    await check().expect(409);
    await report({ transactionId: 'L-20', payCode, amount: fee }).expect(200);
    const { body } = await finance().get(`${register}/${payCode}`).expect(200);
    expect(body).toMatchObject({ actions: { check: true, refund: true }, kept: [], refunds: [] });
    expect(body.transfers.map((one: { kindLabel: { zh: string } }) => one.kindLabel.zh)).toEqual(['费用产生', '到账']);
    await check().expect(200);
    expect(await state()).toBe('checked');
    for (const who of ['unit', 'applicant', 'operator', 'supervisor'] as const) {
      await office.as(who).get(register).expect(403);
      await office.as(who).get(`${register}/${payCode}`).expect(403);
    }
    await office.as('office').post(`${register}/${payCode}/check`).send({}).expect(403);
    await finance().get(`${register}/10000000`).expect(404);
    await finance().post(`${register}/write-off`).send({}).expect(404);
    const listed = [
      { payCode, amount: fee },
      { payCode: '10000000', amount: fee },
    ];
    const treasury = { writtenOff: async () => listed };
    const connected = createApp({ ...api.deps, treasury, metrics: createMetrics() });
    const clerk = await office.hire([{ role: 'finance' }]);
    const asked = callerWith(connected, clerk.key).post(`${register}/write-off`).send({});
    expect((await asked.expect(200)).body).toEqual({ writtenOff: [payCode], others: ['10000000'] });
    expect(await state()).toBe('written_off');
  });

  test('keeps an exemption with its proof, which finance, office and applicant open and nobody else', async () => {
    const feeExemptEmployers = fromNotice(['public_institution'], '通知 八');
    const policy: Policy = { ...aksu2024, id: 'exempt-2024', feeExemptEmployers };
    await addCampaign(api, office, policy);
    const of = `/api/campaigns/${policy.id}/fee-register`;
    const candidate = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const [id, unproven] = await Promise.all(
      [candidate.id, undefined].map((applicantId) =>
        office.application(stories.committee_audit, { policy, ...(applicantId && { applicantId }) }),
      ),
    );
    const attach = (who: Caller, kind = 'fee_exemption_proof') =>
      who
        .post(`/api/applications/${id}/documents`)
        .query({ kind, fileName: '免缴证明.pdf' })
        .type('application/octet-stream')
        .send(samplePdf(['免缴']));
    const accept = (one: unknown) => office.as('office').post(`/api/applications/${one}/actions/accept`).send({});
    for (const who of ['unit', 'finance'] as const) await attach(office.as(who)).expect(403);
    await attach(candidate.as).expect(409);
    const { body: proof } = await attach(office.as('office')).expect(201);
    for (const one of [id, unproven]) await accept(one).expect(200);
    await attach(office.as('office')).expect(409);
    await office.as('office').delete(`/api/applications/${id}/documents/${proof.id}`).expect(409);

    const { items } = (await finance().get(of).expect(200)).body as { items: Record<string, unknown>[] };
    const feeFor = (applicationId: unknown) => items.find((one) => one.applicationId === applicationId) ?? {};
    const exempt = { state: 'exempt', exemptionBasis: '通知 八' };
    expect(feeFor(id)).toMatchObject({ ...exempt, exemptionProof: proof.sha256 });
    expect(feeFor(unproven)).toMatchObject({ ...exempt, exemptionProof: null });
    const file = (as: Caller, one: unknown = id) => as.get(`${of}/${feeFor(one).payCode}/proof`);
    for (const who of ['finance', 'office'] as const) {
      const { body } = await file(office.as(who)).buffer().expect(200);
      expect(createHash('sha256').update(body).digest('hex')).toBe(proof.sha256);
    }
    await candidate.as.get(`/api/applications/${id}/documents/${proof.id}`).expect(200);
    await office.as('finance').get(`/api/applications/${id}/documents/${proof.id}`).expect(404);
    await file(finance(), unproven).expect(404);
    for (const who of ['applicant', 'unit', 'expert', 'supervisor', 'operator'] as const)
      await file(office.as(who)).expect(403);
    await finance()
      .get(`${register}/${feeFor(id).payCode}/proof`)
      .expect(404);
    const readers = await api.db.pool.query('SELECT person_id FROM access_log WHERE object = $1', [proof.id]);
    const readBy = readers.rows.map(({ person_id }) => person_id);
    expect(readBy).toEqual(expect.arrayContaining([office.ids.finance, office.ids.office]));
  });

  test('is left as a ledger that beancount reads, without names', async () => {
    const { payCode } = await waiting();
    const { text } = await finance().get(`${campaign}/ledger.beancount`).expect(200);
    expect(text).toContain(`paycode: "${payCode}"`);
    const names = await api.db.user.findMany({ select: { name: true }, where: { name: { not: '' } } });
    expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
    const sums = [...text.matchAll(/^ {2}\S+ {2}(-?\d+)\.(\d\d) CNY$/gm)].map(([, whole = '', rest = '']) =>
      Number(`${whole}${rest}`),
    );
    expect(sums.length).toBeGreaterThan(10);
    expect(sums.reduce((sum, one) => sum + one, 0)).toBe(0);
    for (const who of ['unit', 'applicant', 'operator'] as const)
      await office.as(who).get(`${campaign}/ledger.beancount`).expect(403);
  });
});

describe('The ledger as a file', () => {
  const one = async () => (await transfersOf(api.db, (await waiting()).payCode))[0];
  /** An API whose ledger has so many pages of a thousand; `broken`: the page that cannot be read. */
  async function withPages(pages: number, broken?: number) {
    const transfer = await one();
    let asked = 0;
    const query = (config: { readonly name?: string }) => {
      if (config.name !== 'transfers_of_campaign') return api.db.pool.query(config as never);
      asked += 1;
      if (asked === broken) return Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
      const rows = Array.from({ length: asked < pages ? 1_000 : 1 }, (_, n) => ({
        ...transfer,
        ...{ id: `${asked}-${n}`, at: new Date('2024-09-11T02:00:00Z') },
      }));
      return Promise.resolve({ rows, rowCount: rows.length });
    };
    const pool = Object.create(api.db.pool, { query: { value: query } });
    const app = createApp({ ...api.deps, db: { ...api.db, pool }, metrics: createMetrics() });
    const caller = callerWith(app, await office.keyOf('finance'));
    return (encoding: string, query = '') =>
      caller.get(`${campaign}/ledger.beancount${query}`).set('Accept-Encoding', encoding);
  }

  test.each(['gzip', 'br', 'identity'])('comes in pieces, whole, with the encoding %s', async (encoding) => {
    const get = await withPages(3);
    const { text, headers } = await get(encoding).expect(200);
    expect(headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
    expect([...text.matchAll(/^ {2}transfer: /gm)]).toHaveLength(2_001);
    expect(text).toContain('transfer: "3-0"');
  });

  test('is an answer that breaks off where a later part cannot be read, and a problem where the first cannot', async () => {
    for (const encoding of ['gzip', 'identity']) {
      await expect((await withPages(4, 3))(encoding)).rejects.toThrow(/aborted|hang up/);
      const { body } = await (await withPages(4, 1))(encoding).expect(503);
      expect(body.code).toBe('database_unreachable');
    }
  });

  test('is no list: asked for as one, it is refused before it writes', async () => {
    const { body } = await (await withPages(3))('gzip', '?format=csv').expect(422);
    expect(body.field).toBe('format');
  });
});

describe('The ledger', () => {
  const head = (id: string) => ({
    ...{ id, campaignId, applicationId: null, part: null, payCode: null, reference: null, resolves: null },
    at: Date.parse('2024-09-11T02:00:00Z'),
  });
  const statement = (text: string) => api.db.pool.query(text);

  test('is at zero, and holds every fee that was paid', async () => {
    const balances = await ledgerBalances(api.db);
    expect(Object.values(balances).reduce((sum, one) => sum + one, 0)).toBe(0);
    expect(await ledgerFaults(api.db, campaignId)).toEqual([]);
    const { payCode, state } = await waiting();
    await api.asOwner(`UPDATE fees SET state = 'paid' WHERE code = '${payCode}'`);
    expect(await state()).toBe('paid');
    expect(await ledgerFaults(api.db, campaignId)).toEqual([
      { payCode, fault: `the receivable is ${fee} in the state paid` },
    ]);
    await api.asOwner(`UPDATE fees SET state = 'coded' WHERE code = '${payCode}'`);
  });

  test('takes no entry back, none that does not balance, and resolves once what is pending', async () => {
    for (const text of [
      'UPDATE ledger_entries SET amount = amount + 1',
      'DELETE FROM ledger_entries',
      "UPDATE ledger_transfers SET kind = 'pay'",
      'DELETE FROM ledger_transfers',
      'TRUNCATE ledger_entries',
    ])
      await expect(statement(text)).rejects.toThrow(/append-only|permission|must be owner/);
    const unbalanced = `WITH one AS (INSERT INTO ledger_transfers (id, kind, pending, at) VALUES ('forged', 'pay', false, now()) RETURNING id)
      INSERT INTO ledger_entries SELECT id, line, 'bank', 100 FROM one, generate_series(1, 2) AS line`;
    await expect(statement(unbalanced)).rejects.toThrow('does not balance');
    await expect(
      statement("INSERT INTO ledger_transfers (id, kind, pending, at) VALUES ('empty', 'pay', false, now())"),
    ).rejects.toThrow('does not balance');
    const run = (id: string, kind: 'keep' | 'booked', resolves: string | null) =>
      inTransaction(api.db, (statements) => post(statements, { ...head(id), resolves }, postingOf(kind, 100)));
    expect(await run('pending-1', 'keep', null)).toBe(true);
    expect(await run('pending-1', 'keep', null)).toBe(false);
    await expect(run('late-1', 'booked', 'nothing')).rejects.toThrow();
    expect(await run('resolved-1', 'booked', 'pending-1')).toBe(true);
    await expect(run('resolved-2', 'booked', 'pending-1')).rejects.toThrow(/resolves/);
    await expect(run('resolved-3', 'booked', 'resolved-1')).rejects.toThrow('not pending');
  });

  test('loses nothing and doubles nothing where connections die in the middle', async () => {
    const before = await ledgerBalances(api.db);
    const ids = Array.from({ length: 24 }, () => randomUUID());
    const attempt = (id: string, amount: number, dies: boolean) =>
      inTransaction(api.db, async (statements) => {
        const done = await post(statements, head(id), postingOf('keep', amount));
        if (dies) await statements.query('SELECT pg_terminate_backend(pg_backend_pid())');
        return done;
      });
    await Promise.all(
      ids.map(async (id, index) => {
        if (index % 2 === 0) await expect(attempt(id, index + 1, true)).rejects.toThrow();
        expect(await attempt(id, index + 1, false)).toBe(true);
        if (index % 3 === 0) expect(await attempt(id, index + 1, false)).toBe(false);
      }),
    );
    const after = await ledgerBalances(api.db);
    const sum = (ids.length * (ids.length + 1)) / 2;
    expect((after.bank ?? 0) - (before.bank ?? 0)).toBe(sum);
    expect((after.suspense ?? 0) - (before.suspense ?? 0)).toBe(-sum);
  });
});
