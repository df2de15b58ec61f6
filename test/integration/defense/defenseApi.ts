import { insertPlan } from '../../../records/defense/defensePlans.js';
import { noteState } from '../../../records/defense/defenseSessions.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../../simulation/story/story.js';
import { type Member, seatCommittee } from '../../support/committee.js';
import { type Caller, callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi, type TestApiOptions } from '../../support/testApi.js';

export type Scorer = Member & { readonly as: Caller };
export const specialty = 'mechanical_electronic';
export const base = `/api/campaigns/${campaignId}/defense`;
export const criteria = aksu2024.reviewCommittee.criteria.value;

/** An API with a committee and defense sessions under way. */
export interface DefenseApi {
  readonly api: TestApi;
  readonly office: Office;
  readonly experts: readonly Scorer[];
  /** A session that began in the past, with its candidates scheduled. */
  underWay(applications: readonly string[], panel: readonly Scorer[]): Promise<string>;
  /** An application whose scheduled time has come. */
  appointed(): Promise<string>;
  recuse(expert: Scorer, applicationId: string): Promise<void>;
}

/** The same share of every criterion, in percent of its weight. */
export const marks = (percent: number): Readonly<Record<string, number>> =>
  Object.fromEntries(criteria.map(({ code, weight }) => [code, weight * percent]));
export const sheetAt = (sessionId: string, applicationId: string) =>
  `/api/defense/sessions/${sessionId}/sheets/${applicationId}`;

/** Starts the API on a day of the defense. */
export async function startDefenseApi(
  name: string,
  { size = 6, ...more }: Pick<TestApiOptions, 'mailer'> & { readonly size?: number } = {},
): Promise<DefenseApi> {
  const api = await startTestApi({ name, at: '2024-10-21T10:00:00+08:00', ...more });
  const { app, db } = api;
  const office = await createOffice(api);
  const seated = await seatCommittee(db, { campaignId, size });
  const experts = seated.map((member) => ({ ...member, as: callerWith(app, member.key) }));
  let room = 0;
  return {
    api,
    office,
    experts,
    async underWay(applications, panel) {
      room += 1;
      const startsAt = Date.parse('2024-10-21T08:30:00+08:00');
      const plan = { specialty, room: `旧楼${room}`, startsAt, minutes: 1, applications };
      const ids = panel.map(({ expertId }) => expertId);
      return await inTransaction(db, async (statements) => {
        const leader = ids[0] ?? '';
        const given = { campaignId, plan: { ...plan, panel: ids, leader }, criteria, by: 'test', at: startsAt };
        const id = await insertPlan(statements, given);
        await noteState(statements, { id, state: 'published' });
        return id;
      });
    },
    appointed: () => office.application([...stories.defense, 'schedule_defense']),
    async recuse({ as }, applicationId) {
      await as.post(`/api/campaigns/${campaignId}/recusals`).send({ applicationId, reason: '师生' }).expect(201);
    },
  };
}
