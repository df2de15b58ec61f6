import request from 'supertest';
import { CertificateAnswer, ConferralsAnswer } from '../../../api/conferral/answers.js';
import { PublishedTitle } from '../../../api/publicNotices/answers.js';
import { findApplication } from '../../../records/application/applications.js';
import { recordProposal } from '../../../records/application/recordProposal.js';
import { inTransaction } from '../../../records/inTransaction.js';
import type { Facts } from '../../../rules/application/facts.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import { day, isoInBeijing, localDateOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { apiAt, endOf } from '../../support/clock.js';
import { calendar2024 } from '../../support/facts.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const conferredAt = endOf('conferred');
let api: TestApi;
let office: Office;
beforeAll(async () => {
  const limits = { lookUpsFromAddress: 6 };
  api = await startTestApi({ name: 'conferral', at: isoInBeijing(conferredAt + day), worker: false, limits });
  office = await createOffice(api);
});
afterAll(() => api.close());

const certificate = async (id: string) =>
  CertificateAnswer.strict().parse(
    (await office.as('office').get(`/api/applications/${id}/certificate`).expect(200)).body,
  ).certificate;
const conferrals = async (name: 'office' | 'unit' | 'otherUnit', unit?: string) =>
  ConferralsAnswer.strict().parse(
    (
      await office
        .as(name)
        .get(`/api/campaigns/${campaignId}/conferrals`)
        .query(unit === undefined ? {} : { unit })
        .expect(200)
    ).body,
  ).items;

describe('A conferred title', () => {
  test('has a number, one after the other without gaps, however many are conferred at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 8 }, (_, n) => office.application(stories.conferred, { unitId: `unit-${(n % 2) + 1}` })),
    );
    const numbers = await Promise.all(ids.map(async (id) => (await certificate(id))?.number));
    expect(numbers.toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `AKSU-2024-0000${n + 1}`));
    expect((await certificate(ids[0] ?? ''))?.conferredOn).toBe(localDateOf(conferredAt));
  });

  test('takes no number when what would confer it fails, and never another one', async () => {
    const { deps } = apiAt(api, endOf('public_notice') + 1_000);
    const id = await office.application(stories.public_notice, { deps });
    const confer = `UPDATE applications SET status = 'conferred', facts = facts || '{"status":"conferred"}' WHERE id = '${id}'`;
    const failing = inTransaction(api.db, async (statements) => {
      await statements.query(confer);
      throw new Error('a power cut');
    });
    await expect(failing).rejects.toThrow('a power cut');
    expect(await certificate(id)).toBeNull();
    const facts = (await findApplication(api.db, id))?.facts as Facts;
    const [conferring] = dueTransitions(facts, aksu2024, calendar2024, conferredAt);
    if (!conferring) throw new Error('the notice has ended');
    await recordProposal(api.db, id, conferring);
    expect((await certificate(id))?.number).toBe('AKSU-2024-00009');
    await recordProposal(api.db, id, conferring);
    expect((await certificate(id))?.number).toBe('AKSU-2024-00009');
    expect(await api.db.certificate.count()).toBe(9);
    await expect(api.db.certificate.update({ where: { applicationId: id }, data: { ordinal: 1 } })).rejects.toThrow();
  });

  test('stands on the list of its unit, which sees its own people and no others', async () => {
    const all = await conferrals('office');
    expect(all).toHaveLength(9);
    expect(all.map(({ unitName }) => unitName)).toEqual([...all.map(({ unitName }) => unitName)].sort());
    const own = await conferrals('unit');
    expect(new Set(own.map(({ unitId }) => unitId))).toEqual(new Set(['unit-1']));
    expect(await conferrals('office', 'unit-1')).toEqual(own);
    await office.as('unit').get(`/api/campaigns/${campaignId}/conferrals`).query({ unit: 'unit-2' }).expect(403);
    await office.as('applicant').get(`/api/campaigns/${campaignId}/conferrals`).expect(403);
  });

  test('is confirmed to whoever knows number and name, masked, and to nobody else', async () => {
    const [title] = await conferrals('office');
    const ask = (body: object) => request(api.app).post('/api/results').send(body);
    const { body } = await ask({ number: title?.number.toLowerCase(), name: title?.name }).expect(200);
    expect(PublishedTitle.strict().parse(body)).toMatchObject({
      number: title?.number,
      name: '张**',
      specialty: '机械电子',
      revoked: null,
    });
    await ask({ number: title?.number, name: '张三' }).expect(404);
    await ask({ number: 'AKSU-2024-99999', name: title?.name }).expect(404);
    await ask({ number: title?.number }).expect(422);
    for (let n = 0; n < 3; n += 1) await ask({ number: 'X', name: 'Y' });
    await ask({ number: title?.number, name: title?.name }).expect(429);
  });
});
