import { randomUUID } from 'node:crypto';
import type { Database } from '../../records/database.js';
import { grantRole } from '../../records/people/grantRole.js';
import type { Policy } from '../../rules/policy/policy.js';
import { emailOf } from './people/emailOf.js';
import { sessionFor } from './session.js';

/** A committee member with a session. */
export interface Member {
  readonly expertId: string;
  readonly personId: string;
  readonly email: string;
  readonly key: string;
}

/** The one committee of the 2024 campaign. */
export const committee = 'engineering';

const specialty = 'mechanical_electronic';

/**
 * Creates a committee as if it had been drawn and every member had accepted; the first is the chair. With `passwordHash`
 * the members can sign in.
 */
export async function seatCommittee(
  db: Database,
  given: {
    readonly campaignId: string;
    readonly size: number;
    readonly passwordHash?: string;
  },
): Promise<readonly Member[]> {
  const { campaignId, size, passwordHash } = given;
  const { rows } = await db.pool.query<{ id: string }>(
    `INSERT INTO draws (campaign_id, committee, state, seed_hash, voided_reason, committed_by, committed_at)
     VALUES ($1, $2, 'void', repeat('0', 64), 'seated by a test', 'test', now()) RETURNING id`,
    [campaignId, committee],
  );
  const members: Member[] = [];
  for (let ordinal = 1; ordinal <= size; ordinal += 1) {
    const personId = await hire(db, { campaignId, ordinal, passwordHash });
    const email = await emailOf(db, personId);
    const expert = await db.expert.create({
      data: {
        personId,
        specialties: [specialty],
        rank: 'senior',
        employerName: '外地单位',
        validFrom: new Date('2023-01-01'),
        validUntil: new Date('2026-01-01'),
      },
    });
    await db.committeeMember.create({
      data: {
        campaignId,
        committee,
        expertId: expert.id,
        position: 'member',
        ordinal,
        specialty,
        isChair: ordinal === 1,
        drawId: rows[0]?.id ?? '',
        invitation: 'accepted',
        answeredAt: new Date(),
      },
    });
    members.push({ expertId: expert.id, personId, email, key: await sessionFor(db, personId) });
  }
  return members;
}

async function hire(
  db: Database,
  given: { readonly campaignId: string; readonly ordinal: number; readonly passwordHash: string | undefined },
): Promise<string> {
  const { campaignId, ordinal, passwordHash } = given;
  const id = randomUUID();
  await db.user.create({ data: { id, name: `委员${ordinal}`, email: `member-${id}@example.cn` } });
  if (passwordHash !== undefined) {
    await db.credential.create({ data: { personId: id, passwordHash } });
  }
  await grantRole(db, id, { role: 'expert', campaignId });
  if (ordinal === 1) await grantRole(db, id, { role: 'chair', campaignId });
  return id;
}

/** Lowers the minimum size of the committee: the notice asks for more members than a test creates. */
export async function allowSmallCommittee(db: Database, campaignId: string, fewest: number): Promise<void> {
  const campaign = await db.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const policy = campaign.policy as unknown as Policy;
  const { minimumCommittee } = policy.meeting;
  const smaller = {
    ...policy,
    meeting: { ...policy.meeting, minimumCommittee: { ...minimumCommittee, value: fewest } },
  };
  await db.campaign.update({ where: { id: campaignId }, data: { policy: smaller as object } });
}
