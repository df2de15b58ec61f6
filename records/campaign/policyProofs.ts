import { lawVersion } from '../../rules/application/lawVersion.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { PolicyProof } from '../../rules/policy/lint/lintProof.js';
import type { Policy } from '../../rules/policy/policy.js';
import { hashOf } from '../application/eventHash.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** The hash of what the law reads of a policy: name and number do not matter, the version of the law does. */
function proofId({ id: _id, version: _version, title: _title, ...policy }: Policy): string {
  return hashOf({ policy, law: lawVersion });
}

/** What the search of all states under a policy came to; null: it has not ended. */
export async function proofOf(database: Database, policy: Policy): Promise<PolicyProof | null> {
  const proof = await database.policyProof.findUnique({ where: { id: proofId(policy) } });
  if (!proof) return null;
  const { kinds, states, failures } = proof;
  return { kinds, states, failures: failures as unknown as PolicyProof['failures'] };
}

/** Keeps what the search came to; another process may have been as quick. */
export async function keepProof(
  database: Database,
  policy: Policy,
  { kinds, states, failures }: PolicyProof,
  at: Instant,
): Promise<void> {
  const proof = { kinds, states, failures: failures as unknown as object[], finishedAt: stored(at) };
  const id = proofId(policy);
  await database.policyProof.upsert({ where: { id }, create: { id, ...proof }, update: proof });
}

/** The policies of campaigns in preparation. */
export async function policiesInPreparation(database: Database): Promise<readonly Policy[]> {
  const campaigns = await database.campaign.findMany({
    where: { state: 'preparing' },
    select: { policy: true },
    orderBy: { createdAt: 'desc' },
    take: 20,
  });
  return campaigns.map(({ policy }) => policy as unknown as Policy);
}
