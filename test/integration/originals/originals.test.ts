import { ExpectedAnswer, PlanAnswer, SlotsAnswer } from '../../../api/originals/originalsBodies.js';
import { stories } from '../../../simulation/story/story.js';
import { type Caller, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'originals', at: '2024-09-11T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const slotsPath = `/api/campaigns/${campaignId}/counter-slots`;
const planPath = (id: string) => `/api/applications/${id}/originals-plan`;

async function candidate() {
  const { id: applicantId, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  return { id: await office.application(stories.payment, { applicantId }), as };
}
async function publish(day: string, from: string, to: string, capacity = 1) {
  const body = { firstDay: day, lastDay: day, times: [{ from, to }], capacity };
  await office.as('office').post(slotsPath).send(body).expect(200);
  const { items } = SlotsAnswer.parse((await office.as('office').get(slotsPath).expect(200)).body);
  const slot = items.find(({ startsAt }) => startsAt.startsWith(`${day}T${from}`));
  if (!slot) throw new Error('the slot is missing');
  return slot;
}
const book = (as: Caller, id: string, slotId: string) => as.put(planPath(id)).send({ kind: 'visit', slotId });
const planOf = async (as: Caller, id: string) => PlanAnswer.parse((await as.get(planPath(id)).expect(200)).body);
const expectedOn = async (day: string) => {
  const { body } = await office
    .as('office')
    .get(`/api/campaigns/${campaignId}/expected-originals?day=${day}`)
    .expect(200);
  return ExpectedAnswer.parse(body).items;
};

test('the office publishes slots by days and times, each once, on working days only', async () => {
  const body = {
    firstDay: '2024-09-12',
    lastDay: '2024-09-13',
    times: [
      { from: '09:00', to: '09:30' },
      { from: '09:30', to: '10:00' },
    ],
    capacity: 3,
  };
  const send = (more: object) =>
    office
      .as('office')
      .post(slotsPath)
      .send({ ...body, ...more });
  expect((await send({}).expect(200)).body).toEqual({ added: 4 });
  expect((await send({}).expect(200)).body).toEqual({ added: 0 });
  const holiday = await send({ firstDay: '2024-09-15', lastDay: '2024-09-17' }).expect(422);
  expect(holiday.body).toMatchObject({ code: 'slot_invalid', field: 'firstDay' });
  const weekend = await send({ firstDay: '2024-09-13', lastDay: '2024-09-15' }).expect(200);
  expect(weekend.body).toEqual({ added: 2 });
  await send({ firstDay: '2024-09-13', lastDay: '2024-09-12' }).expect(422);
  await office.as('applicant').post(slotsPath).send(body).expect(403);
  await office.as('applicant').get(slotsPath).expect(403);
});

test('of two who book the last place at once one gets it', async () => {
  const slot = await publish('2024-09-12', '14:00', '14:30');
  const two = await Promise.all([candidate(), candidate()]);
  const answers = await Promise.all(two.map(({ as, id }) => book(as, id, slot.id)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'slot_full', field: 'slotId' });
  expect(await api.db.originalsPlan.count({ where: { slotId: slot.id, cancelledAt: null } })).toBe(1);
});

test('a candidate books, moves and cancels, and has one open plan however often they send it', async () => {
  const [first, second] = [
    await publish('2024-09-12', '15:00', '15:30'),
    await publish('2024-09-13', '15:00', '15:30'),
  ];
  const { id, as } = await candidate();
  const open = await planOf(as, id);
  expect([open.plan, open.refusal, open.free.map((slot) => slot.id)]).toEqual([
    null,
    null,
    expect.arrayContaining([first.id, second.id]),
  ]);
  await Promise.all([first, first, second, second].map((slot) => book(as, id, slot.id).expect(200)));
  expect(await api.db.originalsPlan.count({ where: { applicationId: id, cancelledAt: null } })).toBe(1);
  await book(as, id, second.id).expect(200);
  expect((await planOf(as, id)).plan).toMatchObject({ kind: 'visit', startsAt: second.startsAt, slotCancelled: false });
  expect(await expectedOn('2024-09-13')).toContainEqual(
    expect.objectContaining({ applicationId: id, startsAt: second.startsAt, parcel: null, delivered: false }),
  );
  const dates = await as.get('/api/me/calendar.ics').expect(200);
  expect(dates.text).toContain(`originals.${id}@pingshen`);
  expect(dates.text).toContain('DTSTART;TZID=Asia/Shanghai:20240913T150000');
  await office.as('stranger').get(planPath(id)).expect(404);
  await office.as('office').put(planPath(id)).send({ kind: 'visit', slotId: first.id }).expect(403);
  await as.delete(planPath(id)).expect(204);
  expect((await planOf(as, id)).plan).toBeNull();
});

test('a booking stands on its day, unless the office cancels the slot', async () => {
  const slot = await publish('2024-09-13', '16:00', '16:30');
  const { id, as } = await candidate();
  await book(as, id, slot.id).expect(200);
  // The day of the visit has come.
  await api.db.counterSlot.update({
    where: { id: slot.id },
    data: { startsAt: new Date('2024-09-11T16:00:00+08:00'), endsAt: new Date('2024-09-11T16:30:00+08:00') },
  });
  expect((await as.delete(planPath(id)).expect(409)).body).toMatchObject({ code: 'deadline_passed' });
  expect((await planOf(as, id)).fixed).toMatchObject({ code: 'deadline_passed' });
  await office.as('office').delete(`${slotsPath}/${slot.id}`).expect(204);
  await office.as('office').delete(`${slotsPath}/${slot.id}`).expect(404);
  expect((await planOf(as, id)).plan).toMatchObject({ slotCancelled: true });
  const [letter] = await api.db.outbox.findMany({ where: { kind: 'visit_cancelled' } });
  expect(letter).toMatchObject({ role: 'applicant', personal: true, detail: { applicationId: id } });
  const { body } = await as.get('/api/me/notifications').expect(200);
  const told = body.items.find(({ kind }: { kind: string }) => kind === 'visit_cancelled');
  expect(told.text).toContain('（2024年9月11日 周三 16:00）已由评委会办事机构取消');
  expect(await expectedOn('2024-09-11')).not.toContainEqual(expect.objectContaining({ applicationId: id }));
  const another = await publish('2024-09-13', '16:30', '17:00');
  await book(as, id, another.id).expect(200);
});

test('who withdraws frees the place at the counter, and is not expected any more', async () => {
  const slot = await publish('2024-09-12', '16:00', '16:30');
  const [first, second, parcel] = [await candidate(), await candidate(), await candidate()];
  await book(first.as, first.id, slot.id).expect(200);
  const post = { kind: 'post', carrier: '顺丰速运', tracking: 'SF9876543210', sentOn: '2024-09-11' };
  await parcel.as.put(planPath(parcel.id)).send(post).expect(200);
  await book(second.as, second.id, slot.id).expect(409);
  for (const { as, id } of [first, parcel])
    await as.post(`/api/applications/${id}/actions/withdraw`).send({ reason: '另有安排' }).expect(200);
  await book(second.as, second.id, slot.id).expect(200);
  const expected = (await expectedOn('2024-09-12')).map(({ applicationId }) => applicationId);
  expect(expected).toContain(second.id);
  expect(expected).not.toContain(first.id);
  expect(expected).not.toContain(parcel.id);
});

test('a parcel is on its way until the originals are in; before the audit nothing is planned', async () => {
  const { id, as } = await candidate();
  const parcel = { carrier: '顺丰速运', tracking: 'SF1234567890', sentOn: '2024-09-11' };
  const send = (more: object) => as.put(planPath(id)).send({ kind: 'post', ...parcel, ...more });
  expect((await send({ tracking: '12 34' }).expect(422)).body).toMatchObject({ code: 'body_invalid' });
  expect((await send({ sentOn: '2024-09-12' }).expect(422)).body).toMatchObject({ code: 'date_in_future' });
  await send({}).expect(200);
  expect(await expectedOn('2024-09-12')).toContainEqual(
    expect.objectContaining({ applicationId: id, startsAt: null, parcel }),
  );
  const { id: applicantId, as: early } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const audited = await office.application(stories.committee_audit, { applicantId });
  const refused = await early
    .put(planPath(audited))
    .send({ kind: 'post', ...parcel })
    .expect(409);
  expect(refused.body).toMatchObject({ code: 'event_not_allowed' });
  expect(await planOf(early, audited)).toMatchObject({ free: [], refusal: { code: 'event_not_allowed' } });
});

test('what a scanner reads from a paper finds its application, for those who see it', async () => {
  const { id, as } = await candidate();
  const { code: payCode } = await api.db.fee.findFirstOrThrow({ where: { applicationId: id } });
  const code = '0A1B2-C3D4E-5F6G7';
  await api.db.printedPaper.create({
    data: { code, applicationId: id, kind: 'application_form', hash: 'a'.repeat(64), printedAt: new Date() },
  });
  const found = async (caller: Caller, q: string) => {
    const { body } = await caller.get(`/api/applications?q=${encodeURIComponent(q)}`).expect(200);
    return (body.items as { id: string }[]).map((item) => item.id);
  };
  const scans = [`https://review.example.cn/verify/${code}`, code, code.toLowerCase().replaceAll('-', ''), payCode];
  for (const scan of scans) {
    expect([scan, await found(office.as('office'), scan)]).toEqual([scan, [id]]);
    expect([scan, await found(office.as('stranger'), scan)]).toEqual([scan, []]);
  }
  expect(await found(as, code)).toEqual([id]);
  expect(await found(office.as('office'), 'https://review.example.cn/verify/00000-00000-00000')).toEqual([]);
});
