import { addUpCounts, type Counted, campaignCounts } from '../../../records/campaign/campaignCounts.js';
import { auditedIn } from '../../../rules/application/audited.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'counts', at: '2024-08-26T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const ordered = (counted: readonly Counted[]) => counted.map((one) => JSON.stringify(one)).sort();
const kept = async () => ordered(await campaignCounts(api.db, campaignId));
const changes = () => api.db.campaignCountChange.count();

/** The same, from the applications and events themselves. */
async function recounted(): Promise<readonly string[]> {
  const { rows } = await api.db.pool.query<Counted>(
    `SELECT 'status' AS kind, status AS name, level || ' ' || specialty AS detail, count(*)::int AS count FROM applications
       WHERE campaign_id = $1 GROUP BY 2, 3
     UNION ALL SELECT 'due', status, (extract(epoch FROM due) * 1000)::bigint::text, count(*)::int FROM applications
       WHERE campaign_id = $1 AND due IS NOT NULL GROUP BY 2, 3
     UNION ALL SELECT 'deadline', key, value->>'due', count(*)::int FROM applications, jsonb_each(facts->'deadlines')
       WHERE campaign_id = $1 AND facts->>'tolledSince' IS NULL GROUP BY 2, 3
     UNION ALL SELECT 'arrival', CASE place WHEN 1 THEN 'first' ELSE 'again' END,
       to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), count(*)::int
     FROM (SELECT application_id, at, row_number() OVER (PARTITION BY application_id ORDER BY seq) AS place FROM events
       WHERE to_status = ANY($2::text[]) AND from_status <> to_status) AS arrivals
     JOIN applications ON applications.id = application_id WHERE campaign_id = $1 GROUP BY 2, 3`,
    [campaignId, [...auditedIn]],
  );
  return ordered(rows);
}

describe('What the board counts', () => {
  test('follows the applications and events while they change', async () => {
    await office.application(stories.correction);
    await office.application(stories.unit_publicity);
    const counts = await kept();
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual(await recounted());
  });

  test('stays the same when the changes are added up, and with those that follow', async () => {
    const before = await kept();
    expect(await changes()).toBeGreaterThan(0);
    await addUpCounts(api.db);
    expect(await changes()).toBe(0);
    expect(await kept()).toEqual(before);
    await office.application(stories.committee_audit);
    expect(await kept()).toEqual(await recounted());
    await addUpCounts(api.db);
    expect(await kept()).toEqual(await recounted());
  });

  test('is not changed by what a statement leaves as it is', async () => {
    await addUpCounts(api.db);
    await api.db.application.updateMany({ data: { intakeCutoff: new Date() } });
    expect(await changes()).toBe(0);
  });

  test('knows one status in which the office audits: the trigger names it', () => {
    expect(auditedIn).toEqual(['committee_audit']);
  });
});
