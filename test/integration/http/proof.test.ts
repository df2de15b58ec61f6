import { type DisplayedEvent, isBroken, verifyChain } from '../../../portal/supervisor/verifyChain.js';
import { stories } from '../../../simulation/story/story.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'proof', at: '2024-12-20T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const recordOf = async (id: string) =>
  (await office.as('supervisor').get(`/api/applications/${id}/timeline`).expect(200)).body.events as DisplayedEvent[];

describe('A record that a supervisor checks', () => {
  test.each(['payment', 'public_notice', 'lapsed', 'conferred'] as const)('%s: holds event by event', async (story) => {
    const id = await office.application(stories[story]);
    const events = await recordOf(id);
    expect(events.length).toBeGreaterThan(1);
    for (const checked of await verifyChain(id, events)) {
      expect([checked, isBroken(checked)]).toEqual([expect.objectContaining({ content: true, link: true }), false]);
    }
  });

  test('shows where it was changed, shortened or taken from another application', async () => {
    const id = await office.application(stories.public_notice);
    const events = await recordOf(id);
    const broken = async (changed: readonly DisplayedEvent[], of = id) =>
      (await verifyChain(of, changed)).filter(isBroken).map(({ seq }) => seq);
    const change = (seq: number, by: Partial<DisplayedEvent>) =>
      events.map((one) => (one.seq === seq ? { ...one, ...by } : one));
    expect(await broken(change(2, { at: '2024-07-23T09:00:00.001+08:00' }))).toEqual([2]);
    expect(await broken(change(2, { deadlines: [] }))).toEqual(events[1]?.deadlines.length ? [2] : []);
    expect(await broken(change(3, { hash: 'f'.repeat(64) }))).toEqual([3, 4]);
    expect(await broken(events.filter(({ seq }) => seq !== 2))).toEqual([3]);
    expect(await broken(events, '00000000-0000-4000-8000-000000000000')).toEqual(events.map(({ seq }) => seq));
    const reported = events.find(({ freeText, freeTextHash }) => freeText !== null && freeTextHash !== null);
    if (reported)
      expect(await broken(change(reported.seq, { freeText: { reason: '改过的话' } }))).toEqual([reported.seq]);
  });
});
