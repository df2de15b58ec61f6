import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../../api/accounts/passwordHash.js';
import { stories } from '../../../simulation/story/story.js';
import { allowSmallCommittee, committee, type Member, seatCommittee } from '../../support/committee.js';
import { type Caller, callerWith, campaignId, createOffice, type Office, password } from '../../support/office.js';
import { giveAuthenticator, quickHash } from '../../support/session.js';
import { startTestApi, type TestApi, type TestApiOptions } from '../../support/testApi.js';
import { motionAt } from '../../support/voter.js';

export type Seated = Member & { readonly as: Caller };

/** An API with a committee, a convened meeting and applications on its agenda. */
export interface MeetingSetup {
  readonly api: TestApi;
  readonly office: Office;
  readonly members: readonly Seated[];
  readonly chair: Seated;
  readonly meetingId: string;
  /** The applications, in the order of the agenda. */
  readonly applications: readonly string[];
  motions(as?: Caller): Promise<
    readonly {
      readonly id: string;
      readonly state: string;
      readonly round: number;
      readonly application: { readonly id: string };
    }[]
  >;
  /** The current motion of an application. */
  motionOf(applicationId: string): Promise<string>;
  attend(member: Seated, present?: boolean): Promise<void>;
  /** An act of the chair on a motion. */
  act(
    motionId: string,
    event: 'open' | 'close' | 'void',
    reason?: string,
  ): Promise<Awaited<ReturnType<Caller['post']>>>;
  /** An act of the chair on the meeting. */
  meet(event: string, body?: object): Promise<Awaited<ReturnType<Caller['post']>>>;
  recuse(member: Member, applicationId: string): Promise<void>;
  /** Sets up an authenticator; each call of the result gives the password and a new code. */
  authenticator(member: Seated): Promise<() => { readonly password: string; readonly code: string }>;
}

/** Convenes a meeting of `size` members on `count` applications; no member is present yet. */
export async function openMeetingSetup(
  name: string,
  { size, count, ...how }: { readonly size: number; readonly count: number } & Partial<TestApiOptions>,
): Promise<MeetingSetup> {
  // What a meeting reports to its campaign is tested with campaigns; here the campaign workflow is left out.
  const engine: TestApiOptions['engine'] = (real) => ({ ...real, actOnCampaign: async () => ({ kind: 'slow' }) });
  const api = await startTestApi({
    engine,
    name,
    at: '2024-10-21T10:00:00+08:00',
    worker: false,
    ballotDrainMs: 200,
    ...how,
  });
  const { app, db } = api;
  const office = await createOffice(api);
  await allowSmallCommittee(db, campaignId, 3);
  const passwordHash = await hashPassword(password, quickHash);
  const members = (await seatCommittee(db, { campaignId, size, passwordHash })).map((member) => ({
    ...member,
    as: callerWith(app, member.key),
  }));
  const [chair] = members;
  if (!chair) throw new Error('a committee has a chair');
  for (let made = 0; made < count; made += 1) await office.application(stories.review);
  const convened = await office
    .as('office')
    .post(`/api/campaigns/${campaignId}/meetings`)
    .send({ committee, heldOn: '2024-10-21', begins: '09:30', place: '三楼会议室' })
    .expect(201);
  const meetingId: string = convened.body.id;
  const motions: MeetingSetup['motions'] = async (as = office.as('office')) =>
    (await as.get(`/api/meetings/${meetingId}/motions`).expect(200)).body.items;
  return {
    api,
    office,
    members,
    chair,
    meetingId,
    motions,
    applications: [...new Set((await motions()).map(({ application }) => application.id))],
    async motionOf(applicationId) {
      const snapshot = (await motions()).filter(({ application }) => application.id === applicationId).at(-1);
      if (!snapshot) throw new Error('it is on the agenda');
      return snapshot.id;
    },
    async attend(member, present = true) {
      await member.as.put(`/api/meetings/${meetingId}/attendance`).send({ present }).expect(200);
    },
    act: (motionId, event, reason) =>
      chair.as.post(`${motionAt(meetingId, motionId)}/actions/${event}`).send(reason === undefined ? {} : { reason }),
    meet: (event, body = {}) => chair.as.post(`/api/meetings/${meetingId}/actions/${event}`).send(body),
    async recuse({ expertId }, applicationId) {
      await db.recusal.create({
        data: {
          id: randomUUID(),
          campaignId,
          expertId,
          applicationId,
          requestedByRole: 'office',
          requestedBy: 'test',
          reason: '同事',
          requestedAt: new Date(),
          outcome: 'granted',
          decidedBy: 'test',
          decidedAt: new Date(),
        },
      });
    },
    async authenticator(member) {
      const secret = await giveAuthenticator(api, member.personId);
      return () => ({ password, code: api.authenticatorClock.nextCode(secret) });
    },
  };
}
