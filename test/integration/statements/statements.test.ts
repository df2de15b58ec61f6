import { createHash, randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import request from 'supertest';
import type { z } from 'zod';
import { signatureOf } from '../../../api/payments/payments.js';
import { ConfirmationsAnswer, StatementAnswer, StatementLinesAnswer } from '../../../api/statements/statementBodies.js';
import { ledgerBalances } from '../../../records/payment/ledger.js';
import { statementsDueForErasure } from '../../../records/privacy/dueForErasure.js';
import { statementOwner } from '../../../records/sealed/sealedLine.js';
import { feeOf } from '../../../rules/candidate/fees.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { StatementLine } from '../../../rules/statements/statementLine.js';
import { stories } from '../../../simulation/story/story.js';
import { wholeBody } from '../../support/files/wholeBody.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'statements', at: '2024-09-11T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const path = `/api/campaigns/${campaignId}/statements`;
const fee = feeOf({ level: 'deputy_senior', specialty: 'chemical' }, aksu2024);
let serial = 0;
const line = (of: Partial<StatementLine> = {}): StatementLine => {
  serial += 1;
  return {
    row: serial,
    booked: '2024-09-11T09:00:00',
    direction: 'in',
    amount: fee,
    balance: null,
    account: null,
    counterparty: '财付通支付科技有限公司',
    remark: '',
    serial: `L${serial}`,
    ...of,
  };
};

/** Sends a statement of these lines, numbered from 1, and returns its id. */
async function send(
  lines: readonly StatementLine[],
  fileHash = createHash('sha256').update(randomUUID()).digest('hex'),
) {
  const finance = office.as('finance');
  const begun = await finance
    .post(path)
    .send({ fileName: '九月.xlsx', fileHash, layout: 'icbc_flag', lineCount: lines.length })
    .expect(200);
  const { id } = StatementAnswer.parse(begun.body);
  const numbered = lines.map((one, index) => ({ ...one, row: index + 1 }));
  const sent = await finance.post(`${path}/${id}/lines`).send({ lines: numbered }).expect(200);
  return StatementAnswer.parse(sent.body);
}
async function judged(id: string, query = '') {
  return StatementLinesAnswer.parse((await office.as('finance').get(`${path}/${id}/lines${query}`).expect(200)).body);
}
async function confirm(id: string, items: readonly object[]) {
  const { body } = await office.as('finance').post(`${path}/${id}/confirm`).send({ items }).expect(200);
  return ConfirmationsAnswer.parse(body).items;
}
type Judged = z.infer<typeof StatementLinesAnswer>['items'][number];
const decision = ({ id, candidates: [fee] }: Judged) => ({
  lineId: id,
  applicationId: fee?.applicationId,
  part: fee?.part,
});
const codeOf = async (applicationId: string) => (await api.db.fee.findFirstOrThrow({ where: { applicationId } })).code;
const report = (message: object) => {
  const text = JSON.stringify(message);
  return request(api.app)
    .post('/api/payments/webhook')
    .type('application/json')
    .set('X-Signature', signatureOf(api.deps.bankSecret, text))
    .send(text);
};

test('lines are matched, and those that are certain are confirmed together, each once', async () => {
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => office.application(stories.payment)));
  if (!one || !two || !three) throw new Error('no applications');
  const numberOf = async (id: string) => (await api.db.application.findUniqueOrThrow({ where: { id } })).number;
  const lines = [
    line({ remark: `职称评审费${await codeOf(one)}` }),
    line({ remark: await numberOf(two) }),
    line({ remark: `${await codeOf(three)}`, amount: fee - 100 }),
    line({ direction: 'out', amount: 500, counterparty: '工商银行', remark: '手续费' }),
    line({ remark: '捐款', amount: 1 }),
  ];
  const { id, recorded } = await send(lines);
  expect(recorded).toBe(5);
  const before = await judged(id);
  expect(before.items.map(({ verdict }) => verdict)).toEqual(['certain', 'certain', 'differs', 'outgoing', 'none']);
  expect(before.counts).toEqual({ certain: 2, differs: 1, outgoing: 1, none: 1 });
  const certain = (await judged(id, '?verdict=certain')).items;
  expect(certain.map(({ candidates }) => candidates[0]?.applicationId)).toEqual([one, two]);

  expect((await confirm(id, certain.map(decision))).map(({ outcome }) => outcome)).toEqual(['confirmed', 'confirmed']);
  // Again, by another click or another person: nothing more happens.
  expect((await confirm(id, certain.map(decision))).map(({ outcome }) => outcome)).toEqual(['confirmed', 'confirmed']);
  for (const applicationId of [one, two]) {
    const events = await api.db.event.findMany({ where: { applicationId, event: 'confirm_payment' } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actorRole: 'finance', actorId: office.ids.finance });
    expect(await api.db.outbox.count({ where: { applicationId, seq: events[0]?.seq ?? 0 } })).toBeGreaterThan(0);
  }
  // Another amount is refused by the law; the line says why, and is free again.
  const [differing] = (await judged(id, '?verdict=differs')).items;
  if (!differing) throw new Error('no line differs');
  expect(await confirm(id, [decision(differing)])).toMatchObject([{ outcome: 'refused', code: 'amount_mismatch' }]);
  const after = await judged(id);
  expect(after.items.map(({ verdict, reason, code }) => [verdict, reason, code])).toEqual([
    ['known', 'confirmed', null],
    ['known', 'confirmed', null],
    ['differs', 'amount', 'amount_mismatch'],
    ['outgoing', null, null],
    ['none', null, null],
  ]);
  // The same file is the same statement; its lines in another file add nothing.
  const [known] = (await office.as('finance').get(path).expect(200)).body.items;
  expect((await send(lines, known.fileHash)).id).toBe(id);
  expect(await send([...lines, line({ remark: '另一笔' })])).toMatchObject({ recorded: 1, lineCount: 6 });
  expect(await judged(id)).toEqual(after);
});

test('one line pays one fee, and one fee has one line, whoever confirms at once', async () => {
  const [one, two] = [await office.application(stories.payment), await office.application(stories.payment)];
  const { id } = await send([
    line({ remark: await codeOf(one) }),
    line({ remark: await codeOf(one) }),
    line({ remark: '评审费' }),
  ]);
  const { items } = await judged(id);
  expect(items.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['certain', null],
    ['differs', 'taken'],
    [items[2]?.verdict, null],
  ]);
  const [first, second, third] = items.map(({ id: lineId }) => lineId);
  const part = 'review';
  const outcomes = await Promise.all([
    confirm(id, [{ lineId: first, applicationId: one, part }]),
    confirm(id, [{ lineId: second, applicationId: one, part }]),
  ]);
  expect(
    outcomes
      .flat()
      .map(({ outcome }) => outcome)
      .toSorted(),
  ).toEqual(['confirmed', 'refused']);
  expect(await api.db.event.count({ where: { applicationId: one, event: 'confirm_payment' } })).toBe(1);
  // Chosen by hand for another, the line that was used is refused, and a free one is taken.
  const used = (await judged(id)).items.find(({ reason }) => reason === 'confirmed')?.id;
  expect(await confirm(id, [{ lineId: used, applicationId: two, part }])).toMatchObject([
    { outcome: 'refused', code: 'already_done' },
  ]);
  expect(await confirm(id, [{ lineId: third, applicationId: two, part }])).toMatchObject([{ outcome: 'confirmed' }]);
  expect(await confirm(id, [{ lineId: randomUUID(), applicationId: two, part }])).toMatchObject([
    { code: 'not_found' },
  ]);
});

test("what the bank's message confirmed counts once, under its number or on its day", async () => {
  const [one, two] = [await office.application(stories.payment), await office.application(stories.payment)];
  const message = { amount: fee, channel: 'bank', paidOn: '2024-09-11' };
  await report({ ...message, transactionId: 'W-1', applicationId: one }).expect(200);
  await report({ ...message, transactionId: 'W-2', applicationId: two }).expect(200);
  const { id } = await send([
    line({ serial: 'W-1', remark: await codeOf(one) }),
    line({ serial: null, remark: await codeOf(two) }),
    line({ serial: null, balance: 1, remark: await codeOf(two) }),
  ]);
  expect((await judged(id)).items.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ['known', 'bank_message'],
    ['known', 'registered'],
    ['differs', 'paid_already'],
  ]);
});

test('money that is the payment of no fee is kept once, stands in suspense, and is combined or paid back from there', async () => {
  const [one, two] = [await office.application(stories.payment), await office.application(stories.payment)];
  await report({ transactionId: 'K-1', applicationId: two, amount: fee, channel: 'bank' }).expect(200);
  const { id } = await send([
    line({ remark: await codeOf(one), amount: fee - 100 }),
    line({ remark: await codeOf(one), amount: 100 }),
    line({ remark: await codeOf(two), booked: '2024-09-10T09:00:00' }),
    line({ remark: '捐款', amount: 7 }),
    line({ remark: await codeOf(one) }),
    line({ direction: 'out', amount: 500 }),
  ]);
  const before = await ledgerBalances(api.db, campaignId);
  const { items } = await judged(id);
  const [short, rest, twice, gift, certain, out] = items;
  const keep = (of: Judged | undefined) => office.as('finance').post(`${path}/${id}/lines/${of?.id}/keep`).send({});
  for (const wrong of [certain, out]) expect((await keep(wrong).expect(409)).body.code).toBe('event_not_allowed');
  await office.as('finance').post(`${path}/${id}/lines/${randomUUID()}/keep`).send({}).expect(404);
  await office.as('office').post(`${path}/${id}/lines/${gift?.id}/keep`).send({}).expect(403);
  const both = await Promise.all([keep(short), keep(short)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  for (const each of [rest, twice, gift])
    expect((await keep(each).expect(200)).body).toMatchObject({ verdict: 'known', reason: 'kept', outcome: 'kept' });
  const after = await ledgerBalances(api.db, campaignId);
  expect((after.suspense ?? 0) - (before.suspense ?? 0)).toBe(-(fee + fee + 7));
  expect((after.bank ?? 0) - (before.bank ?? 0)).toBe(fee + fee + 7);
  const finance = office.as('finance');
  const open = (await finance.get(`/api/campaigns/${campaignId}/fees?state=unmatched&limit=200`).expect(200)).body
    .items;
  const kept = (of: Judged | undefined) =>
    open.find(({ transactionId }: { transactionId: string }) => transactionId === of?.serial);
  expect([short, rest, twice, gift].map((of) => kept(of)?.outcome)).toEqual(['under', 'under', 'twice', 'unknown']);
  expect(kept(gift)).toMatchObject({ applicationId: null, code: 'not_found' });
  // A line that is kept is no fee's payment any more, and stays as it is.
  expect(await confirm(id, [{ lineId: gift?.id, applicationId: one, part: 'review' }])).toMatchObject([
    { outcome: 'refused', code: 'already_done' },
  ]);
  await expect(
    api.db.statementLine.updateMany({ where: { id: gift?.id ?? '' }, data: { outcome: null } }),
  ).rejects.toThrow();
  // What was kept in parts makes up the fee; what was paid twice goes back.
  const payments = `/api/campaigns/${campaignId}/unmatched-payments`;
  await finance
    .post(`${payments}/combine`)
    .send({ payCode: await codeOf(one) })
    .expect(200);
  const refund = { resolution: 'refunded', reason: '重复缴费' };
  await finance
    .post(`${payments}/${kept(twice).id}/resolve`)
    .send(refund)
    .expect(200);
  expect((await ledgerBalances(api.db, campaignId)).suspense).toBe((before.suspense ?? 0) - fee - 7);
  // What the bank told of and is kept is known to the next statement by its number.
  await report({ transactionId: 'K-2', payCode: '10000000', amount: 9, channel: 'bank' }).expect(404);
  const { id: next } = await send([line({ serial: 'K-2', amount: 9 })]);
  expect((await judged(next)).items).toMatchObject([{ verdict: 'known', reason: 'bank_message' }]);
});

test('who paid is encrypted, and what the bank wrote cannot be changed', async () => {
  const { id } = await send([line({ counterparty: '古丽·阿卜杜', remark: '学费' })]);
  const [row] = await api.db.statementLine.findMany({ where: { statementId: id } });
  expect(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))).not.toMatch(
    /古丽|学费/,
  );
  expect((await judged(id)).items[0]).toMatchObject({ counterparty: '古丽·阿卜杜', remark: '学费' });
  expect(await statementsDueForErasure(api.db.pool, { before: '2024-09-11', limit: 10 })).toEqual([]);
  const due = await statementsDueForErasure(api.db.pool, { before: '2024-09-12', limit: 100 });
  expect(due).toContain(statementOwner(id));
  await api.db.vault.erase(statementOwner(id), '保管期满');
  expect((await judged(id)).items[0]).toMatchObject({ counterparty: '', remark: '', amount: fee });
  await expect(api.db.statementLine.updateMany({ where: { statementId: id }, data: { amount: 1n } })).rejects.toThrow();
  await expect(api.db.statementLine.deleteMany({ where: { statementId: id } })).rejects.toThrow();
});

test('statements are for the finance of their campaign alone', async () => {
  const { id } = await send([line()]);
  for (const name of ['office', 'unit', 'applicant', 'operator', 'supervisor'] as const) {
    await office.as(name).get(path).expect(403);
    await office.as(name).get(`${path}/${id}/lines`).expect(403);
    await office.as(name).post(`${path}/${id}/confirm`).send({ items: [] }).expect(403);
  }
  const finance = office.as('finance');
  await finance.get(`${path}/${randomUUID()}/lines`).expect(404);
  await finance.get(`${path}/x/lines`).expect(404);
  const begin = { fileName: 'a.csv', fileHash: 'a'.repeat(64), layout: 'own', lineCount: 1 };
  for (const wrong of [{ layout: 'nobank' }, { lineCount: 0 }, { lineCount: 1_000_000 }, { fileHash: 'x' }])
    await finance
      .post(path)
      .send({ ...begin, ...wrong })
      .expect(422);
  for (const wrong of [
    { amount: 0 },
    { amount: 1.5 },
    { direction: 'both' },
    { booked: '昨天' },
    { remark: 'x'.repeat(1_001) },
  ])
    await finance
      .post(`${path}/${id}/lines`)
      .send({ lines: [{ ...line({ row: 1 }), ...wrong }] })
      .expect(422);
});

describe('A day', () => {
  const closes = `/api/campaigns/${campaignId}/day-closes`;
  const shown = async (day: string) => (await office.as('finance').get(`${closes}/${day}`).expect(200)).body;
  const today = '2024-09-11';

  test('is closed once, with its sums beside the statement; what comes later belongs to the next', async () => {
    const [early, late] = [await office.application(stories.payment), await office.application(stories.payment)];
    const { id } = await send([
      line({ remark: await codeOf(early), balance: 7_000_000, booked: '2024-09-11T09:59:00' }),
    ]);
    await confirm(id, (await judged(id)).items.map(decision));
    const before = await shown(today);
    expect(before).toMatchObject({ closedAt: null, previousDay: null });
    const { bank } = await ledgerBalances(api.db, campaignId);
    expect(before).toMatchObject({ total: bank, ledgerBalance: bank, statement: { balance: 7_000_000 } });
    const sum = ({ amount }: { amount: number }) => amount;
    expect(before.sums.map(sum).reduce((a: number, b: number) => a + b, 0)).toBe(before.total);
    expect(before.sums).toContainEqual(expect.objectContaining({ kind: 'pay', channel: 'qr', way: 'statement' }));
    expect(before.difference).toBe(before.total - (before.statement.received - before.statement.spent));
    await office.as('finance').get(`${closes}/${today}/report/pdf`).expect(404);
    await office.as('office').post(closes).send({ day: today }).expect(403);
    expect((await office.as('finance').post(closes).send({ day: '2024-09-12' }).expect(422)).body.code).toBe(
      'date_in_future',
    );

    const both = await Promise.all(
      [1, 2].map(() => office.as('finance').post(closes).send({ day: today, remark: '捐款一笔未确认' })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const closed = await shown(today);
    expect(closed).toMatchObject({
      ...before,
      closedAt: expect.any(String),
      remark: '捐款一笔未确认',
      closedByName: expect.any(String),
    });

    // Registered after the close, on the same day.
    await report({ transactionId: 'D-1', applicationId: late, amount: fee, channel: 'bank' }).expect(200);
    expect(await shown(today)).toEqual(closed);
    for (const day of [today, '2024-09-10'])
      expect((await office.as('finance').post(closes).send({ day }).expect(409)).body.code).toBe('already_done');
    expect(await shown('2024-09-12')).toMatchObject({
      previousDay: today,
      count: 1,
      total: fee,
      ledgerBalance: closed.ledgerBalance + fee,
    });
    await expect(api.db.dayClose.updateMany({ data: { remark: '改' } })).rejects.toThrow();
    await expect(api.db.dayCloseTransfer.deleteMany({})).rejects.toThrow();
  });

  test('has a report as PDF and as a workbook, and so has the campaign', async () => {
    const finance = office.as('finance');
    const pdf = await finance.get(`${closes}/${today}/report/pdf`).buffer(true).parse(wholeBody).expect(200);
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await finance.get(`${closes}/${today}/report/pdf`).buffer(true).parse(wholeBody).expect(200);
    expect(again.body.equals(pdf.body)).toBe(true);
    const { code } = await api.db.printedPaper.findFirstOrThrow({ where: { kind: 'day_report' } });
    expect((await request(api.app).get(`/verify/${code}`).expect(200)).text).toContain('收款日结单');
    const { count, total } = await shown(today);
    const sheet = await readSheet(
      (await finance.get(`${closes}/${today}/report/xlsx`).buffer(true).parse(wholeBody).expect(200)).body,
    );
    expect(sheet[0]?.slice(0, 4)).toEqual(['时间', '日结日期', '申报编号', '姓名']);
    expect(sheet).toHaveLength(count + 1);
    expect(Math.round(sheet.slice(1).reduce((sum, row) => sum + Number(row[8]) * 100, 0))).toBe(total);
    const whole = await readSheet(
      (await finance.get(`/api/campaigns/${campaignId}/fee-report/xlsx`).buffer(true).parse(wholeBody).expect(200))
        .body,
    );
    expect(whole).toHaveLength(count + 2);
    await finance.get(`/api/campaigns/${campaignId}/fee-report/pdf`).expect(200);
    await finance.get(`/api/campaigns/${campaignId}/fee-report/docx`).expect(404);
    for (const name of ['unit', 'applicant', 'expert'] as const)
      await office.as(name).get(`/api/campaigns/${campaignId}/fee-report/pdf`).expect(403);
  });
});
