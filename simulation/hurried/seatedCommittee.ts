import { randomUUID } from 'node:crypto';
import type { Database } from '../../records/database.js';
import { grantRole } from '../../records/people/grantRole.js';
import { provenSession } from './provenSession.js';

const specialty = 'mechanical_electronic';
export const committee = 'engineering';

/** A voter, with the token of a session. */
export interface VoterSeat {
  readonly expertId: string;
  readonly key: string;
}

/** Seats `size` experts, the first as chair, as a draw and accepted invitations would. */
export async function seatCommittee(
  database: Database,
  campaignId: string,
  size: number,
): Promise<readonly VoterSeat[]> {
  const draw = await database.draw.create({
    data: {
      campaignId,
      committee,
      state: 'void',
      seedHash: '0'.repeat(64),
      voidedReason: 'simulation',
      committedBy: 'simulation',
      committedAt: new Date(),
    },
  });
  const seats: VoterSeat[] = [];
  for (let ordinal = 1; ordinal <= size; ordinal += 1) {
    const personId = randomUUID();
    await database.user.create({ data: { id: personId, name: `委员${ordinal}`, email: `${personId}@example.cn` } });
    await grantRole(database, personId, { role: 'expert', campaignId });
    if (ordinal === 1) await grantRole(database, personId, { role: 'chair', campaignId });
    const term = { validFrom: new Date('2020-01-01'), validUntil: new Date('2090-01-01') };
    const entry = { personId, specialties: [specialty], rank: 'senior', employerName: '外地单位', ...term };
    const { id: expertId } = await database.expert.create({ data: entry });
    await database.committeeMember.create({
      data: {
        campaignId,
        committee,
        expertId,
        position: 'member',
        ordinal,
        specialty,
        isChair: ordinal === 1,
        drawId: draw.id,
        invitation: 'accepted',
        answeredAt: new Date(),
      },
    });
    seats.push({ expertId, key: await provenSession(database, personId) });
  }
  return seats;
}
