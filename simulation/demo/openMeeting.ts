import type { Campaign } from '../../records/campaign/campaigns.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import type { Database } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { fillAgenda } from '../../records/meeting/agenda.js';
import { arrive } from '../../records/meeting/attendances.js';
import { convene, meetingsOf, moveMeeting } from '../../records/meeting/meetings.js';
import { findLaw, statuses } from '../../rules/application/lifecycle.js';
import { hour, type Instant, localDateOf } from '../../rules/calendar/instant.js';
import { isSeated } from '../../rules/committee/seats.js';
import { personIdOf } from './staff.js';

/**
 * The first committee's meeting, in session for an hour. Every member is present except the expert whose account is
 * listed, and everything that waits for a meeting is on the agenda.
 */
export async function openMeeting(
  { db, now }: { readonly db: Database; readonly now: Instant },
  { id: campaignId, policy }: Campaign,
): Promise<void> {
  const [committee] = policy.reviewCommittee.committees.value;
  if (!committee || (await meetingsOf(db, campaignId)).length > 0) return;
  const at = now - hour;
  const { code, name: committeeName, specialties } = committee;
  const held = { heldOn: localDateOf(at), begins: '09:00', place: '行署办公楼三楼会议室' };
  const called = { campaignId, committee: code, committeeName, ...held };
  const meetingId = await convene(db.pool, { ...called, convenedBy: personIdOf(campaignId, 'office'), at });
  const inReview = statuses.filter((status) => findLaw(status, 'record_tally') !== null);
  await fillAgenda(db, { meetingId, campaignId, specialties, statuses: inReview });
  const seated = (await membersOf(db, { campaignId, committee: code })).filter(isSeated);
  const listed = personIdOf(campaignId, 'expert');
  await inTransaction(db, async (statements) => {
    for (const { expertId, personId } of seated) {
      if (personId !== listed) await arrive(statements, { meetingId, expertId, at });
    }
    await moveMeeting(statements, meetingId, { state: 'in_session', at, stamp: 'opened_at' });
  });
}
