import { NotificationsAnswer } from '../../../api/accounts/answers.js';
import { stories } from '../../../simulation/story/story.js';
import { type Caller, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'notifications', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const path = '/api/me/notifications';
const read = async (as: Caller, query = '') => NotificationsAnswer.parse((await as.get(path + query).expect(200)).body);

/** An application returned twice, so that each act has written letters. */
async function cameBack() {
  const { id: applicantId, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const id = await office.application(stories.committee_audit, { applicantId });
  const defects = [{ section: 'education', field: 'entries.0', text: '证书不清晰' }];
  await office
    .as('office')
    .post(`/api/applications/${id}/actions/return_for_correction`)
    .send({ reason: '请补正', defects })
    .expect(200);
  await as.post(`/api/applications/${id}/actions/withdraw`).send({ reason: '不再申报' }).expect(200);
  return { id, as };
}

describe('Notifications', () => {
  test('are the letters to the caller, as the mail tells them, newest first', async () => {
    const { id, as } = await cameBack();
    const { items, unread, next } = await read(as);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.applicationId === id && item.role === 'applicant' && !item.read)).toBe(true);
    expect(items.map((item) => Number(item.id))).toEqual(
      items.map((item) => Number(item.id)).toSorted((a, b) => b - a),
    );
    expect(items.some(({ text }) => text.includes('证书不清晰'))).toBe(true);
    expect(items[0]?.subject).toMatch(/^【职称评审】/);
    expect(items[0]).toMatchObject({ kind: 'withdrawn', kindLabel: { zh: '申报已撤回', en: 'Withdrawn' } });
    expect(unread).toBe(items.length);
    expect(next).toBeNull();
  });

  test('are in English, with the Chinese below, for who reads English', async () => {
    const { as } = await cameBack();
    const [newest] = (await read(as, '?language=en')).items;
    expect(newest?.subject).toBe('【职称评审】Withdrawn');
    expect(newest?.text).toContain('您已撤回本次申报。');
  });

  test('one’s own deadlines come as a file for the calendar, and nobody else’s', async () => {
    const { id: applicantId, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.unit_review, { applicantId });
    const file = async (one: Caller) => (await one.get('/api/me/calendar.ics').expect(200)).text;
    expect(await file(as)).toContain(`UID:filing_cutoff.${id}@pingshen`);
    expect(await file(as)).toContain('DTEND;TZID=Asia/Shanghai:20240830T180000');
    for (const other of [office.as('unit'), office.as('office')])
      expect(await file(other)).not.toContain('BEGIN:VEVENT');
  });

  test('come a page at a time and are read up to where one says, never backwards', async () => {
    const { as } = await cameBack();
    const { items: all } = await read(as);
    const first = await read(as, '?limit=1');
    expect(first.items).toHaveLength(1);
    if (all.length > 1) expect((await read(as, `?limit=1&cursor=${first.next}`)).items[0]?.id).toBe(all[1]?.id);
    const oldest = all.at(-1)?.id;
    const newest = all[0]?.id;
    const marked = await as.post(`${path}/read`).send({ upTo: oldest }).expect(200);
    expect(marked.body).toEqual({ unread: all.length - 1 });
    expect((await read(as)).items.map((item) => item.read)).toEqual(all.map((item) => item.id === oldest));
    await as.post(`${path}/read`).send({ upTo: newest }).expect(200, { unread: 0 });
    await as.post(`${path}/read`).send({ upTo: oldest }).expect(200, { unread: 0 });
  });

  test('beyond the last cannot be read beforehand', async () => {
    const before = await cameBack();
    await before.as
      .post(`${path}/read`)
      .send({ upTo: '9'.repeat(18) })
      .expect(200, { unread: 0 });
    const highest = (await api.db.readMark.findMany()).map(({ upTo }) => upTo);
    const [last] = await api.db.outbox.findMany({ orderBy: { id: 'desc' }, take: 1 });
    for (const upTo of highest) expect(upTo <= (last?.id ?? 0n)).toBe(true);
  });

  test('of a unit or an office go to nobody else, and are not sent twice', async () => {
    const { id } = await cameBack();
    const withOffice = await office.hire([{ role: 'office' }]);
    for (const as of [office.as('office'), withOffice.as]) {
      const { items } = await read(as, '?limit=200');
      expect(items.every(({ role }) => role === 'office')).toBe(true);
    }
    const { items: stranger } = await read(office.as('otherUnit'), '?limit=200');
    expect(stranger.some(({ applicationId }) => applicationId === id)).toBe(false);
    const { headers } = await office.as('office').get(path).expect(200);
    await office
      .as('office')
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
  });

  test.each(['?cursor=x', '?limit=0', '?limit=201', '?cursor=-1'])('refuse %s', (query) =>
    office
      .as('office')
      .get(path + query)
      .expect(422),
  );
  test.each([{}, { upTo: 5 }, { upTo: 'x' }, { upTo: '1', more: 1 }])('refuse to be read up to %j', (body) =>
    office.as('office').post(`${path}/read`).send(body).expect(422),
  );
});
