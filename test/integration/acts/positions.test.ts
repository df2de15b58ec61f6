import { PositionHistoryAnswer, PositionListAnswer } from '../../../api/positions/bodies.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { lockPositions } from '../../../records/positions/positionLock.js';
import type { Level } from '../../../rules/campaign/codes.js';
import { recommendationAttachments } from '../../../rules/dossier/checklist.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../../rules/policy/campaigns/confirmed.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { unitDecision } from '../../../simulation/hurried/bodies.js';
import { stories } from '../../../simulation/story/story.js';
import { attach } from '../../portal/support/papers.js';
import { seatCommittee } from '../../support/committee.js';
import { addCampaign, type Caller, campaignId, createOffice, type Office } from '../../support/office.js';
import { enterOnPaper } from '../../support/onPaper.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

const policy = {
  ...confirmed(aksu2024),
  id: 'positions',
  // One instant for both: units still recommend while others have met.
  filing: { ...aksu2024.filing, committee: fromNotice('2024-12-30T18:00', '通知 三（一）') },
  positions: fromNotice(true, '通知 二（三）'),
  positionEmployers: fromNotice(['public_institution'], '通知 二（三）'),
  clauses: { ...aksu2024.clauses, positions: fromNotice('通知 二（三）', '通知 二（三）') },
};
const path = `/api/campaigns/${policy.id}/positions`;

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'positions', at: '2024-10-12T10:00:00+08:00' });
  office = await createOffice(api);
  await addCampaign(api, office, policy);
});
afterAll(() => api.close());

const state = (by: Caller, level: Level, approved: number, occupied: number, more: object = {}) =>
  by.post(path).send({ unitId: 'unit-1', level, approved, occupied, ...more });
const list = async (by: Caller, query: object = {}) =>
  PositionListAnswer.strict().parse((await by.get(path).query(query).expect(200)).body).items;
const act = (by: Caller, id: string, event: string, body: object = {}) =>
  by.post(`/api/applications/${id}/actions/${event}`).send(event === 'recommend' ? unitDecision('2024-07-20') : body);
const opened = (story: typeof stories.recommendation, level: Level) =>
  office.application(story, { policy, profile: { level } });

/** An application that the unit can recommend: everything it attaches is there. */
async function recommendable(level: Level): Promise<string> {
  const id = await opened(stories.recommendation, level);
  for (const kind of recommendationAttachments(policy)) await attach(office.as('unit'), id, kind);
  return id;
}

/** Lets requests go only when all of them wait for the positions of the unit. */
async function atOnce<Answer>(level: Level, send: () => Promise<Answer>, count: number): Promise<Answer> {
  const waiting = async () =>
    (
      await api.db.pool.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
    ).rows[0]?.n ?? 0;
  const { answers } = await inTransaction(api.db, async (statements) => {
    await lockPositions(statements, { campaignId: policy.id, unitId: 'unit-1', level });
    const sent = send();
    while ((await waiting()) < count);
    return { answers: sent };
  });
  return await answers;
}

describe('Where titles go with positions', () => {
  test('two recommendations at once for the last position: one goes on, the other is told what to do', async () => {
    const unit = office.as('unit');
    const ids = [await recommendable('mid'), await recommendable('mid')] as const;
    const unstated = await act(unit, ids[0], 'recommend').expect(409);
    expect(unstated.body).toMatchObject({ code: 'positions_not_stated', clause: '通知 二（三）' });
    await state(unit, 'mid', 4, 3).expect(204);
    const answers = await atOnce('mid', () => Promise.all(ids.map((id) => act(unit, id, 'recommend'))), ids.length);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'no_vacant_position', clause: '通知 二（三）' });
    expect(refused.detail).toContain('中级岗位核准4个、已聘3人，空缺1个；本次已推荐1人');

    // What is held cannot be stated away; another position can be recommended for.
    expect((await state(unit, 'mid', 3, 3).expect(409)).body).toMatchObject({ code: 'positions_held' });
    await state(unit, 'mid', 5, 3).expect(204);
    const waiting = ids[answers.findIndex(({ status }) => status === 409)] ?? '';
    await act(unit, waiting, 'recommend').expect(200);
    expect(await list(unit, { level: 'mid' })).toMatchObject([
      { unitId: 'unit-1', approved: 5, occupied: 3, vacant: 2, held: 2, state: 'full', confirmed: false },
    ]);
  });

  test('the meeting confers no title beyond the positions that are left: the office decides', async () => {
    const [unit, chair] = [office.as('unit'), office.as('office')];
    const passes = { tally: { committee: 11, attending: 11, recused: 0, agree: 11, disagree: 0, abstain: 0 } };
    const result = { ...passes, metOn: '2024-10-11' };
    await state(unit, 'deputy_senior', 1, 0).expect(204);
    const ids = [await opened(stories.review, 'deputy_senior'), await opened(stories.review, 'deputy_senior')] as const;
    await seatCommittee(api.db, { campaignId: policy.id, size: passes.tally.committee });
    for (const id of ids) await enterOnPaper(office, id, result);
    const refused = await act(chair, ids[0], 'record_tally', result).expect(409);
    expect(refused.body).toMatchObject({ code: 'no_vacant_position', clause: '通知 二（三）' });
    expect(await list(chair, { state: 'exceeded' })).toMatchObject([{ level: 'deputy_senior', held: 2, vacant: 1 }]);

    expect((await state(chair, 'deputy_senior', 2, 0).expect(422)).body).toMatchObject({ code: 'free_text_missing' });
    await state(chair, 'deputy_senior', 2, 0, { reason: '人社部门核增一个岗位' }).expect(204);
    for (const id of ids) {
      expect((await act(chair, id, 'record_tally', result).expect(200)).body.status).toBe('public_notice');
    }
    const lower = await state(chair, 'deputy_senior', 1, 0, { reason: '核减' }).expect(409);
    expect(lower.body).toMatchObject({ code: 'positions_held' });
  });

  test('the department confirms what was stated last, and nothing is ever overwritten', async () => {
    const [unit, department] = [office.as('unit'), office.as('department')];
    await state(unit, 'junior', 2, 1).expect(204);
    await state(unit, 'junior', 3, 1).expect(204);
    const confirm = (seq: number) =>
      department.post(`${path}/confirm`).send({ unitId: 'unit-1', level: 'junior', seq });
    expect((await confirm(1).expect(409)).body).toMatchObject({ code: 'stale_page' });
    await confirm(2).expect(204);
    expect(await list(department, { level: 'junior' })).toMatchObject([
      { confirmed: true, approved: 3, role: 'department', state: 'vacant' },
    ]);
    const { body } = await unit.get(`${path}/history`).query({ unit: 'unit-1', level: 'junior' }).expect(200);
    expect(PositionHistoryAnswer.strict().parse(body).items).toMatchObject([
      { seq: 3, approved: 3, confirms: true, role: 'department' },
      { seq: 2, approved: 3, confirms: false, role: 'unit' },
      { seq: 1, approved: 2, confirms: false, role: 'unit' },
    ]);
    await expect(api.db.pool.query('DELETE FROM position_statements')).rejects.toThrow(/append-only|permission denied/);
  });

  test('others see and state nothing of it, and a campaign that does not ask has none', async () => {
    for (const name of ['otherUnit', 'otherDepartment'] as const) {
      await office.as(name).get(`${path}/history`).query({ unit: 'unit-1', level: 'mid' }).expect(404);
      expect((await list(office.as(name))).filter(({ unitId }) => unitId === 'unit-1')).toEqual([]);
    }
    await state(office.as('otherUnit'), 'mid', 9, 0).expect(404);
    await state(office.as('department'), 'mid', 9, 0).expect(403);
    await state(office.as('unit'), 'mid', 2, 3).expect(409);
    const none = await office.as('unit').get(`/api/campaigns/${campaignId}/positions`).expect(404);
    expect(none.body).toMatchObject({ code: 'not_found' });
  });
});
