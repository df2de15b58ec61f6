import type { Request } from 'express';
import type { Application } from '../../records/application/applicationRow.js';
import { addAccess, addAccesses } from '../../records/people/accessLog.js';
import type { ReadingKind } from '../../rules/access/accessKinds.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { type Caller, rolesTowards } from '../accounts/caller.js';
import type { Services } from '../services.js';

/** Which personal data an answer shows. */
export type Reading = ApplicationReading | PeopleReading;

/** What of an application's personal data an answer shows. */
interface ApplicationReading {
  readonly kind: Exclude<ReadingKind, 'invitation' | 'certificate'>;
  readonly application: Pick<Application, 'id' | 'applicantId' | 'campaignId' | 'facts'>;
  /** The hash of a version, the id of a file; null: the form as it is now. */
  readonly object: string | null;
  /** Why, where it has to be said. */
  readonly reason?: string;
}

/** Several people at once: invitations to be printed, or a roster. */
interface PeopleReading {
  readonly kind: Extract<ReadingKind, 'invitation' | 'dossier' | 'identity'>;
  readonly subjectIds: readonly string[];
  readonly role: Role;
  readonly campaignId: string | null;
  /** The id of the table that opened the accounts; which roster. */
  readonly object: string;
  readonly reason?: string;
}

/** Writes a reading to the access log. When it cannot be written it rejects, and nothing may be shown. */
export async function noteReading(
  { db }: Pick<Services, 'db'>,
  caller: Caller,
  request: Pick<Request, 'ip'>,
  reading: Reading,
): Promise<void> {
  const by = { personId: caller.personId, address: request.ip ?? null };
  if ('subjectIds' in reading) {
    const { kind, subjectIds, role, campaignId, object, reason = null } = reading;
    await addAccesses(db, { kind, ...by, roles: [role], campaignId, object, reason }, subjectIds);
    return;
  }
  const { kind, object, reason = null } = reading;
  const { id: applicationId, applicantId, campaignId, facts } = reading.application;
  const roles = rolesTowards(caller, facts);
  // The objector may have no account, and the candidate does not learn who reads about an objection.
  const subjectId = kind === 'objector' ? null : applicantId;
  await addAccess(db, { kind, ...by, roles, subjectId, campaignId, applicationId, object, reason });
}
