import request from 'supertest';
import { signatureOf } from '../../api/payments.js';
import { stories } from '../../ops/story.js';
import { aksu2024 } from '../../rules/campaigns/aksu2024.js';
import { type Door, openDoor } from '../support/door.js';
import { furnish, type Office } from '../support/office.js';

let door: Door;
let office: Office;
beforeAll(async () => {
  door = await openDoor({ name: 'payments', at: '2024-09-11T10:00:00+08:00' });
  office = await furnish(door);
});
afterAll(() => door.close());

const fee = aksu2024.fees.value.deputy_senior;
const tell = (message: object | string, signature?: string) => {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return request(door.app)
    .post('/api/payments/webhook')
    .type('application/json')
    .set('X-Signature', signature ?? signatureOf(door.deps.bankSecret, text))
    .send(text);
};

describe("The bank's message", () => {
  test('counts as paid, once, however often it comes', async () => {
    const applicationId = await office.application(stories.payment);
    const message = { transactionId: 'T-1', applicationId, amount: fee, channel: 'bank' };
    const first = await tell(message).expect(200);
    expect((await tell(message).expect(200)).body).toEqual(first.body);
    expect(await door.db.event.count({ where: { applicationId, event: 'confirm_payment' } })).toBe(1);
    const again = await tell({ ...message, transactionId: 'T-2' }).expect(409);
    expect(again.body.code).toBe('already_done');
    const event = await door.db.event.findFirstOrThrow({ where: { applicationId, event: 'confirm_payment' } });
    expect(event.actorRole).toBe('bank');
    expect(JSON.stringify(event.data)).not.toContain('T-1');
  });

  test('of another amount is refused with the fee', async () => {
    const applicationId = await office.application(stories.payment);
    const message = { transactionId: 'T-3', applicationId, amount: fee - 1, channel: 'qr' };
    expect((await tell(message).expect(422)).body).toMatchObject({ code: 'amount_mismatch', clause: '通知 五（四）' });
  });

  test('under the same transaction with another amount is refused', async () => {
    const applicationId = await office.application(stories.payment);
    const message = { transactionId: 'T-4', applicationId, amount: fee, channel: 'qr' };
    await tell(message).expect(200);
    expect((await tell({ ...message, amount: fee + 1 }).expect(422)).body.code).toBe('key_reused');
  });

  test.each(['', 'sha256=', `sha256=${'0'.repeat(64)}`, 'md5=abc', '签名'.repeat(10)])(
    'with the signature %j is not believed',
    async (signature) => {
      const applicationId = await office.application(stories.payment);
      const message = { transactionId: 'T-5', applicationId, amount: fee, channel: 'qr' };
      const { body } = await tell(message, Buffer.from(signature).toString('latin1')).expect(401);
      expect(body.code).toBe('signature_invalid');
      expect(await door.db.intake.count({ where: { applicationId, key: 'bank:T-5' } })).toBe(0);
    },
  );

  test('changed on its way by one space is not believed', async () => {
    const text = JSON.stringify({ transactionId: 'T-6', applicationId: 'x', amount: fee, channel: 'qr' });
    await tell(`${text} `, signatureOf(door.deps.bankSecret, text)).expect(401);
  });

  test.each(['{', '[]', '{"transactionId":"T 7"}', '{"transactionId":"T-7","amount":"60000"}'])(
    'that is signed and wrong is refused: %s',
    async (text) => {
      const { status } = await tell(text);
      expect([400, 422]).toContain(status);
    },
  );

  test('cannot be sent by a person through the route for people', async () => {
    const applicationId = await office.application(stories.payment);
    const path = `/api/applications/${applicationId}/actions/confirm_payment`;
    const body = { amount: fee, channel: 'qr', voucher: 'V-1' };
    await office.as('office').post(path).send(body).expect(403);
    await office.as('finance').post(path).send(body).expect(200);
  });
});
