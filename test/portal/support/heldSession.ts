import { insertPlan } from '../../../records/defense/defensePlans.js';
import { noteState } from '../../../records/defense/defenseSessions.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { campaignId } from '../../support/office.js';
import type { TestStack } from './testStack.js';

/** A defense session that has just begun, led by the expert of the test office. */
export async function holdSession({ db, office, now }: TestStack, applicationId: string): Promise<string> {
  const experts = await db.expert.findMany({ take: 3, where: { personId: { not: office.ids.expert } } });
  const own = await db.expert.findUniqueOrThrow({ where: { personId: office.ids.expert } });
  const at = await now();
  const people = { panel: [own.id, ...experts.map(({ id }) => id)], leader: own.id, applications: [applicationId] };
  const plan = {
    specialty: office.own('mechanical_electronic'),
    room: '人社局三楼会议室',
    startsAt: at,
    minutes: 20,
    ...people,
  };
  const criteria = aksu2024.reviewCommittee.criteria.value;
  return await inTransaction(db, async (statements) => {
    const id = await insertPlan(statements, { campaignId, plan, criteria, by: office.ids.office, at });
    await noteState(statements, { id, state: 'published' });
    return id;
  });
}
