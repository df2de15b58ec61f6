import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { NotTakenAnswer } from '../../../api/campaigns/progressAnswers.js';
import { MotionsAnswer, NotVotableAnswer } from '../../../api/meetings/answers.js';
import { convenedMeeting, signMeeting } from '../../../bench/data/signedMeeting.js';
import { noteCheck } from '../../../records/proof/recordChecks.js';
import { stories } from '../../../simulation/story/story.js';
import { allowSmallCommittee, committee, seatCommittee } from '../../support/committee.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { quickHash } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let ready: string;
let exempt: string;
beforeAll(async () => {
  api = await startTestApi({ name: 'left-out', at: '2024-10-08T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  await allowSmallCommittee(api.db, campaignId, 3);
  await seatCommittee(api.db, { campaignId, size: 3, passwordHash: await hashPassword('x'.repeat(12), quickHash) });
  ready = await office.application(stories.review);
  exempt = await office.application(stories.defense, { profile: { defenseExempt: true } });
  // Still to defend: until then the average of the exempt is not known.
  await office.application(stories.defense);
});
afterAll(() => api.close());

test('an application that cannot be voted yet is not on the agenda, and the office reads why', async () => {
  const convened = await office
    .as('office')
    .post(`/api/campaigns/${campaignId}/meetings`)
    .send({ committee, heldOn: '2024-10-08' })
    .expect(201);
  const path = `/api/meetings/${convened.body.id}`;
  const { items } = MotionsAnswer.parse((await office.as('office').get(`${path}/motions`).expect(200)).body);
  expect(items.map(({ application }) => application.id)).toEqual([ready]);
  const left = NotVotableAnswer.strict().parse((await office.as('office').get(`${path}/not-votable`).expect(200)).body);
  expect(left.items).toMatchObject([{ applicationId: exempt, reason: { code: 'defense_pending' } }]);
  expect(left.items[0]?.applicantName).toMatch(/^张三/);
});

test('each application that did not take its outcome is named, with the reason', async () => {
  const at = await api.deps.clock();
  const meetingId = await convenedMeeting(api.db, { campaignId, committee: 'another', at });
  const tally = { committee: 3, attending: 3, recused: 0, agree: 3, disagree: 0, abstain: 0 };
  await signMeeting(
    api.db,
    { meetingId, at },
    [ready, exempt].map((applicationId) => ({ applicationId, tally })),
  );
  const notTaken = async () =>
    NotTakenAnswer.strict().parse(
      (await office.as('office').get(`/api/campaigns/${campaignId}/outcomes/not-taken`).expect(200)).body,
    ).items;
  expect(await notTaken()).toEqual([]);
  const motions = await api.db.motion.findMany({ where: { meetingId } });
  const said = { message: '出席不足', messageEn: 'Too few attended' };
  const refusal = {
    code: 'quorum_not_met',
    clause: '人社部令第40号',
    ...said,
    field: null,
    deadline: null,
    missing: [],
  };
  for (const { id, applicationId } of motions) {
    const actor = { actorRole: 'office', actorId: `meeting-${meetingId}`, actorScope: campaignId };
    const act = { key: `tally-${id}`, event: 'record_tally', ...actor, data: {}, bodyHash: 'a'.repeat(64) };
    const refused = applicationId === exempt ? { outcome: 'refused', refusal, finishedAt: new Date(at) } : {};
    await api.db.intake.create({
      data: { id: randomUUID(), applicationId, receivedAt: new Date(at), ...act, ...refused },
    });
  }
  expect(await notTaken()).toMatchObject([{ meetingId, applicationId: exempt, reason: { code: 'quorum_not_met' } }]);
  const fault = { what: 'chain', at: 'event 1' } as const;
  await noteCheck(api.db.pool, { kind: 'application', subject: ready, at: 0, files: false, fault });
  const byId = new Map((await notTaken()).map(({ applicationId, reason }) => [applicationId, reason.code]));
  expect(byId).toEqual(
    new Map([
      [exempt, 'quorum_not_met'],
      [ready, null],
    ]),
  );
  await office.as('unit').get(`/api/campaigns/${campaignId}/outcomes/not-taken`).expect(403);
});
