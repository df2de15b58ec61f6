import { EnteredDayAnswer } from '../../../api/calendar/routes.js';
import { CampaignAnswer } from '../../../api/campaigns/answers.js';
import { startCampaign } from '../../../engine/startCampaign.js';
import { withEnteredDays } from '../../../rules/calendar/enteredDays.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { shippedCalendar } from '../../../rules/policy/newerCalendar.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const path = '/api/calendar-days';
const own = `/api/campaigns/${campaignId}`;
const day = {
  date: '2024-09-18',
  region: 'xinjiang',
  kind: 'holiday',
  name: '临时放假',
  source: '自治区人民政府办公厅通知',
  official: true,
} as const;
let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'calendar-days', at: '2024-09-13T10:00:00+08:00' });
  office = await createOffice(api);
  const policy = confirmed((await office.as('office').get(own).expect(200)).body.policy as Policy);
  await office.as('office').put(`${own}/policy`).send({ reason: '逐项确认', policy }).expect(200);
  await startCampaign(api.deps, campaignId);
}, 60_000);
afterAll(() => api.close());

const campaign = async () => CampaignAnswer.parse((await office.as('office').get(own).expect(200)).body);
const enter = async (body: object, name: Name = 'office') =>
  EnteredDayAnswer.strict().parse((await office.as(name).post(path).send(body).expect(201)).body);
const kindOn = async (date: string) => {
  const { body } = await office.as('unit').get('/api/calendars/xinjiang?year=2024').expect(200);
  return body.days.find((one: { date: string }) => one.date === date).kind;
};

test('a day just announced counts once a second person has confirmed it, and is then news of the campaigns under way', async () => {
  for (const name of ['applicant', 'unit', 'finance', 'supervisor'] as const) {
    await office.as(name).get(path).expect(403);
    await office.as(name).post(path).send(day).expect(403);
  }
  const present = (await campaign()).newerCalendar;
  const entered = await enter(day);
  expect(entered).toMatchObject({ ...day, state: 'proposed', proposedBy: office.ids.office });
  expect((await office.as('operator').post(path).send(day).expect(409)).body.code).toBe('already_there');
  expect((await campaign()).newerCalendar).toEqual(present);
  const confirm = (name: Name) => office.as(name).post(`${path}/${entered.id}/confirm`).send({});
  expect((await confirm('office').expect(403)).body.code).toBe('second_person_needed');
  expect((await confirm('secondOffice').expect(200)).body).toMatchObject({ state: 'confirmed' });
  expect((await confirm('secondOffice').expect(409)).body.code).toBe('already_done');
  expect(await kindOn(day.date)).toBe('regional');

  const { newerCalendar } = await campaign();
  const policy = (await office.as('office').get(own).expect(200)).body.policy as Policy;
  const expected = withEnteredDays(shippedCalendar(policy), policy.region, [day]);
  expect(newerCalendar?.version).toBe(expected.version);
  expect(newerCalendar?.years).toContainEqual({ year: 2024, change: 'corrected' });
  const letters = await api.db.outbox.findMany({ where: { kind: 'calendar_announced' } });
  expect(letters.map(({ role }) => role).toSorted()).toEqual(['office', 'operator']);

  // The campaign takes it as it takes a newer calendar of the product: what it is counted on holds the day.
  const proposal = { reason: '临时放假', policy, calendarVersion: expected.version };
  const { id } = (await office.as('office').post(`${own}/amendments`).send(proposal).expect(201)).body;
  await office.as('secondOffice').post(`${own}/amendments/${id}/approve`).send({}).expect(200);
  const { body } = await office.as('office').get(own).expect(200);
  expect(body.calendar).toEqual(expected);
  expect(body.newerCalendar).toBeNull();
});

test('a day entered wrongly is taken back as it was entered, by two people', async () => {
  const wrong = await enter({ ...day, date: '2024-09-19' });
  await office.as('secondOffice').post(`${path}/${wrong.id}/withdraw`).send({}).expect(200);
  const again = await enter({ ...day, date: '2024-09-19' });
  await office.as('secondOffice').post(`${path}/${again.id}/confirm`).send({}).expect(200);
  expect(await kindOn('2024-09-19')).toBe('regional');
  const back = await enter({ ...day, date: '2024-09-19', kind: 'none' });
  await office.as('secondOffice').post(`${path}/${back.id}/confirm`).send({}).expect(200);
  expect(await kindOn('2024-09-19')).toBe('workday');
});

test.each([
  { ...day, date: '2024-02-30' },
  { ...day, region: 'atlantis' },
  { ...day, kind: 'party' },
  { ...day, name: '' },
  { ...day, source: '' },
  { ...day, region: 'national', official: false },
  { ...day, kind: 'makeup', official: false },
])('%j is no day to enter', (body) => office.as('office').post(path).send(body).expect(422));
