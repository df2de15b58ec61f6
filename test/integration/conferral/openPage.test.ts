import { ApplicationAnswer } from '../../../api/applications/answers.js';
import { nextChange } from '../../../rules/application/nextChange.js';
import { openDraft } from '../../../rules/application/opening.js';
import { instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { calendar2024, deputySenior } from '../../support/facts.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'open-page', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const own = (id: string) => `/api/applications/${id}`;

describe('The page of an application', () => {
  test('names the person, the unit, the departments and the campaign, and its workflow to operators alone', async () => {
    const id = await office.application(stories.unit_review);
    const { body } = await office.as('unit').get(own(id)).expect(200);
    const page = ApplicationAnswer.parse(body);
    expect(page).toMatchObject({
      unitName: '单位1',
      chainNames: ['主管部门department-1'],
      campaignTitle: aksu2024.title,
    });
    expect(page.applicantName).toMatch(/^张三/);
    expect(page.engineUrl).toBeNull();
    const { body: operator } = await office.as('operator').get(own(id)).expect(200);
    expect(operator.engineUrl).toMatch(/^\/temporal\/namespaces\/[^/]+\/workflows\/[^/]+$/);
    expect(operator.engineUrl).toContain(operator.number);
  });

  test('that has not changed costs one read and no bytes, and is shown again after an act', async () => {
    const id = await office.application(stories.committee_audit);
    const unit = office.as('office');
    const first = await unit.get(own(id)).expect(200);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const tag = first.headers.etag ?? '';
    const again = await unit.get(own(id)).set('If-None-Match', tag).expect(304);
    expect(again.text).toBe('');
    expect(again.headers.etag).toBe(tag);
    await unit.get(own(id)).set('If-None-Match', `"x", W/${tag}`).expect(304);
    await unit
      .post(`${own(id)}/actions/accept`)
      .set('If-Match', tag)
      .send({})
      .expect(200);
    const { body } = await unit.get(own(id)).set('If-None-Match', tag).expect(200);
    expect(body.seq).toBe(first.body.seq + 1);
  });

  test('is shown again to somebody else, or when its tag is past or made up', async () => {
    const id = await office.application(stories.committee_audit);
    const { headers } = await office.as('office').get(own(id)).expect(200);
    const tag = headers.etag ?? '';
    await office.as('secondOffice').get(own(id)).set('If-None-Match', tag).expect(200);
    await office.as('otherUnit').get(own(id)).set('If-None-Match', tag).expect(404);
    const past = tag.replace(/\.\d+"$/, '.1"');
    await office.as('office').get(own(id)).set('If-None-Match', past).expect(200);
    for (const odd of ['"12"', 'W/""', '*x', '"0.aaaaaaaaaaaaaaaaaaaa.9999999999999"'])
      await office.as('office').get(own(id)).set('If-None-Match', odd).expect(200);
  });

  test('of a form being filled in is shown again when the form was saved', async () => {
    const { id: applicantId, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application([], { applicantId });
    const { headers } = await as.get(own(id)).expect(200);
    await as
      .patch(own(id))
      .send({ sections: { workSummary: { text: '多年从事设备维护' } } })
      .expect(200);
    await as
      .get(own(id))
      .set('If-None-Match', headers.etag ?? '')
      .expect(200);
  });

  test('and its timeline is not sent twice', async () => {
    const id = await office.application(stories.committee_audit);
    const path = `${own(id)}/timeline`;
    const { headers } = await office.as('unit').get(path).expect(200);
    await office
      .as('unit')
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(304);
    await office
      .as('supervisor')
      .get(path)
      .set('If-None-Match', headers.etag ?? '')
      .expect(200);
  });
});

describe('The next instant at which something may change by itself', () => {
  const identity = { applicationId: 'a', campaignId: 'aksu-2024', applicantId: 'p', unitId: 'u', chain: [] };
  const facts = openDraft({ ...identity, profile: deputySenior }, aksu2024, calendar2024);

  test.each([
    ['2024-08-30T10:00', '2024-08-30T18:00', 'the filing cutoff'],
    ['2024-08-12T10:00', '2024-08-13T00:00', 'the end of the day'],
    ['2024-08-30T18:00', '2024-08-31T00:00', 'what is due now is not ahead'],
  ])('after %s is %s: %s', (now, next) => {
    expect(nextChange(facts, aksu2024, instantOf(now))).toBe(instantOf(next));
  });
});
