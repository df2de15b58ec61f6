import type { InvitationView, NotificationSubject } from '../../rules/notifications/notificationKinds.js';
import type { Database } from '../database.js';
import { invitationToken } from '../memberships/invitationToken.js';
import { addresses, english, everyPhone, phones } from './letterSources.js';

/** The data a notification is rendered from, and its recipients. */
export interface NotificationSource extends NotificationSubject {
  readonly outboxId: string;
  readonly addresses: readonly string[];
  /** Those of them who get their letters in English. */
  readonly english: readonly string[];
  /** Telephone numbers of those who are reached by short message. */
  readonly phones: readonly string[];
  /** Those of all recipients, for what cannot wait. */
  readonly everyPhone: readonly string[];
}

// Each join is by a primary key, and most find nothing: a letter concerns at most one of these.
const read = {
  name: 'notification_sources',
  text: `
    SELECT letter.id::text AS "outboxId", ${addresses} AS addresses, ${english} AS english, ${phones} AS phones, ${everyPhone} AS "everyPhone", COALESCE(reader.name, invitation.name) AS "readerName", campaign.policy,
      CASE WHEN application.id IS NOT NULL THEN jsonb_build_object('applicantName', applicant.name,
        'unitName', unit.name, 'profile', application.facts->'profile') END AS candidate,
      CASE WHEN reexamination.id IS NOT NULL THEN jsonb_build_object('reason', reexamination.decided_reason,
        'newApplicationId', reexamination.new_application_id) END AS reexamination,
      CASE WHEN sanction.id IS NOT NULL THEN jsonb_build_object('subject', sanction.subject,
        'name', COALESCE(sanctioned.name, barred.name), 'basis', sanction.basis, 'clause', sanction.clause,
        'startsOn', COALESCE(sanction.starts_on, sanction.decided_on), 'expiresOn', sanction.expires_on,
        'revokes', sanction.revokes, 'restoresTitle', sanction.restores_title,
        'certificateNumber', certificate.number, 'recommendedBy', department.name) END AS sanction,
      CASE WHEN refund.id IS NOT NULL THEN jsonb_build_object('amount', refund.amount, 'decision', refund.decision) END AS refund,
      CASE WHEN joined.id IS NOT NULL THEN jsonb_build_object('personName', member.name, 'unitName', joined.name,
        'reason', request.reason) END AS membership,
      CASE WHEN registration.id IS NOT NULL THEN jsonb_build_object('name', registration.name,
        'reason', registration.reason) END AS registration,
      CASE WHEN invitation.id IS NOT NULL THEN jsonb_build_object('id', invitation.id, 'round', invitation.round,
        'name', invitation.name, 'scopeName', coalesce(inviting.name, superior.name), 'role', invitation.role,
        'expiresAt', (extract(epoch FROM invitation.expires_at) * 1000)::bigint) END AS invitation
    FROM outbox AS letter
    LEFT JOIN campaigns AS campaign ON campaign.id = letter.campaign_id
    LEFT JOIN users AS reader ON (letter.role = 'applicant' OR letter.personal) AND reader.id = letter.scope
    LEFT JOIN applications AS application ON application.id = (letter.detail->>'applicationId')::uuid
    LEFT JOIN users AS applicant ON applicant.id = application.applicant_id
    LEFT JOIN units AS unit ON unit.id = application.unit_id
    LEFT JOIN reexaminations AS reexamination ON reexamination.application_id = application.id
    LEFT JOIN sanctions AS sanction ON sanction.id = (letter.detail->>'sanctionId')::uuid
    LEFT JOIN refunds AS refund ON refund.id = (letter.detail->>'refundId')::uuid
    LEFT JOIN users AS sanctioned ON sanctioned.id = sanction.person_id
    LEFT JOIN departments AS department ON department.id = letter.detail->>'departmentId'
    LEFT JOIN units AS barred ON barred.id = sanction.unit_id
    LEFT JOIN certificates AS certificate ON certificate.application_id = sanction.application_id
    LEFT JOIN membership_requests AS request ON request.id = (letter.detail->>'membershipRequestId')::uuid
    LEFT JOIN users AS member ON member.id = COALESCE(request.person_id, letter.detail->>'personId')
    LEFT JOIN units AS joined ON joined.id = COALESCE(request.unit_id, letter.detail->>'unitId')
    LEFT JOIN unit_registrations AS registration ON registration.id = (letter.detail->>'unitRegistrationId')::uuid
    LEFT JOIN invitations AS invitation ON invitation.id = (letter.detail->>'invitationId')::uuid
    LEFT JOIN units AS inviting ON inviting.id = invitation.unit_id
    LEFT JOIN departments AS superior ON superior.id = invitation.department_id
    WHERE letter.id = ANY($1::bigint[])`,
};

/** The sources of these notifications by outbox id, in one read. */
export async function notificationSources(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  outboxIds: readonly string[],
): Promise<ReadonlyMap<string, NotificationSource>> {
  if (outboxIds.length === 0) return new Map();
  const { rows } = await pool.query<Row>({ ...read, values: [outboxIds] });
  const sources = rows.map(async ({ invitation: kept, ...row }): Promise<NotificationSource> => {
    if (kept === null) return { ...row, invitation: null };
    const { id, round, ...invitation } = kept;
    return { ...row, invitation: { ...invitation, token: await invitationToken(vault, id, round) } };
  });
  return new Map((await Promise.all(sources)).map((source) => [source.outboxId, source]));
}

type Row = Omit<NotificationSource, 'invitation'> & {
  readonly invitation: (Omit<InvitationView, 'token'> & { readonly id: string; readonly round: number }) | null;
};
