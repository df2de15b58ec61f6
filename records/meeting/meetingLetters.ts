import { type Instant, instantOf } from '../../rules/calendar/instant.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import type {
  MeetingChange,
  MeetingNotificationKind,
  TimeAndPlace,
} from '../../rules/notifications/notificationKinds.js';
import type { Statements } from '../database.js';
import type { Meeting } from './meetings.js';

/** When and where a meeting is held. */
export function heldAt({ heldOn, begins, place }: Pick<Meeting, 'heldOn' | 'begins' | 'place'>): TimeAndPlace {
  return { at: instantOf(`${heldOn}T${begins}`), room: place };
}

/**
 * Puts letters about a meeting into the outbox, in the transaction that changes it and once per its revision: one to each
 * member with a seat, who is told of nobody else, and one to the office.
 */
export async function writeMeetingLetters(
  statements: Statements,
  letter: {
    readonly meeting: Pick<Meeting, 'campaignId' | 'committee'>;
    readonly kind: MeetingNotificationKind;
    readonly change: MeetingChange;
    readonly at: Instant;
  },
): Promise<void> {
  const { meeting, kind, change, at } = letter;
  const { campaignId, committee } = meeting;
  await statements.query({
    name: 'write_meeting_letters',
    text: `INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
           SELECT $1, $3, 'expert', experts.person_id, true, $4 || '.' || experts.id, $5::jsonb
           FROM committee_members AS seat JOIN experts ON experts.id = seat.expert_id
           WHERE seat.campaign_id = $1 AND seat.committee = $2 AND seat.position = 'member' AND seat.invitation = ANY($6::text[])
           UNION ALL SELECT $1, $3, 'office', $1, false, $4 || '.office', $5::jsonb
           ON CONFLICT DO NOTHING`,
    values: [
      ...[campaignId, committee, kind, `${kind}:${change.id}.${change.revision}`],
      JSON.stringify({ at, committee, meeting: change }),
      seatedInvitations,
    ],
  });
}
