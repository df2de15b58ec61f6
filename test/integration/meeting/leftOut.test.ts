import { randomUUID } from 'node:crypto';
import { renderLetters } from '../../../activities/renderLetters.js';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { NotTakenAnswer } from '../../../api/campaigns/progressAnswers.js';
import { MotionsAnswer, NotVotableAnswer } from '../../../api/meetings/answers.js';
import { convenedMeeting, signMeeting } from '../../../bench/data/signedMeeting.js';
import { answerInvitation } from '../../../records/committee/invitations.js';
import type { WaitingLetter } from '../../../records/mail/outbox.js';
import { noteCheck } from '../../../records/proof/recordChecks.js';
import { stories } from '../../../simulation/story/story.js';
import { allowSmallCommittee, committee, type Member, seatCommittee } from '../../support/committee.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { quickHash } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
let ready: string;
let exempt: string;
let members: readonly Member[];
beforeAll(async () => {
  api = await startTestApi({ name: 'left-out', at: '2024-10-08T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  await allowSmallCommittee(api.db, campaignId, 3);
  const passwordHash = await hashPassword('x'.repeat(12), quickHash);
  members = await seatCommittee(api.db, { campaignId, size: 3, passwordHash });
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
    .send({ committee, heldOn: '2024-10-08', begins: '09:30', place: '三楼会议室' })
    .expect(201);
  const path = `/api/meetings/${convened.body.id}`;
  const { items } = MotionsAnswer.parse((await office.as('office').get(`${path}/motions`).expect(200)).body);
  expect(items.map(({ application }) => application.id)).toEqual([ready]);
  const left = NotVotableAnswer.strict().parse((await office.as('office').get(`${path}/not-votable`).expect(200)).body);
  expect(left.items).toMatchObject([{ applicationId: exempt, reason: { code: 'defense_pending' } }]);
  expect(left.items[0]?.applicantName).toMatch(/^张三/);
});

test('each member and the office are written to, and nobody else, as the meeting is convened, moves and is called off', async () => {
  const { id } = await api.db.meeting.findFirstOrThrow({ where: { committee } });
  const as = office.as('office');
  const act = (event: string, body: object) => as.post(`/api/meetings/${id}/actions/${event}`).send(body);
  const everybody = [...members.map(({ personId }) => personId), campaignId].toSorted();
  const written = async (kind: string) => {
    const letters = await api.db.outbox.findMany({ where: { kind }, orderBy: { id: 'desc' } });
    return { letters, to: letters.map(({ scope }) => scope).toSorted() };
  };
  expect((await written('meeting_convened')).to).toEqual(everybody);
  expect((await act('move', { heldOn: '2024-10-09' })).body).toMatchObject({ code: 'free_text_missing' });
  await office.as('supervisor').post(`/api/meetings/${id}/actions/move`).send({ reason: '停电' }).expect(403);
  await act('move', { heldOn: '2024-10-09', reason: '停电' }).expect(200);
  expect((await as.get(`/api/meetings/${id}`)).body).toMatchObject({ heldOn: '2024-10-09', begins: '09:30' });
  expect((await written('meeting_moved')).to).toEqual(everybody);

  const { letters } = await written('meeting_moved');
  const waiting = letters.map(({ id: outbox, kind, role, scope, key, detail }) => ({
    ...{ id: `${outbox}`, applicationId: null, seq: null, campaignId, kind, role, scope, key, detail, attempts: 0 },
  }));
  const mails = [...(await renderLetters(api.db, waiting as unknown as WaitingLetter[], 'http://portal')).values()];
  expect(mails).toHaveLength(everybody.length);
  for (const mail of mails) {
    const [file] = mail.dates('zh');
    expect([file?.method, file?.content]).toEqual(['PUBLISH', expect.stringContaining(`UID:meeting.${id}@pingshen`)]);
    expect(file?.content).toContain('DTSTART;TZID=Asia/Shanghai:20241009T093000');
    const told = `${file?.content}${mail.write('zh').text}${mail.write('en').text}`;
    for (const member of members) expect(told).not.toContain(member.expertId);
  }

  await act('call_off', { reason: '专家冲突' }).expect(200);
  expect((await written('meeting_called_off')).to).toEqual(everybody);
  const another = { committee, heldOn: '2024-10-20', begins: '09:30', place: '三楼' };
  await as.post(`/api/campaigns/${campaignId}/meetings`).send(another).expect(409);
  await act('call_off', { reason: '专家冲突' }).expect(409);
  await act('move', { heldOn: '2024-10-20', reason: '另行安排' }).expect(200);
  expect((await written('meeting_convened')).letters).toHaveLength(2 * everybody.length);

  const [leaving] = members.slice(-1);
  const declined = {
    campaignId,
    committee,
    expertId: leaving?.expertId ?? '',
    answer: 'decline',
    reason: '出差',
  } as const;
  await answerInvitation(api.db, { ...declined, at: await api.deps.clock() });
  expect((await written('meeting_left')).to).toEqual([leaving?.personId]);
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
