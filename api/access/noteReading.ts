import type { Request } from 'express';
import type { Application } from '../../records/application/applicationRow.js';
import { addAccess } from '../../records/people/accessLog.js';
import type { ReadingKind } from '../../rules/access/accessKinds.js';
import { type Caller, rolesTowards } from '../accounts/caller.js';
import type { Services } from '../services.js';

/** What of an application's personal data an answer shows. */
export interface Reading {
  readonly kind: ReadingKind;
  readonly application: Pick<Application, 'id' | 'applicantId' | 'campaignId' | 'facts'>;
  /** The hash of a version, the id of a file; null: the form as it is now. */
  readonly object: string | null;
  /** Why, where it has to be said. */
  readonly reason?: string;
}

/** Writes a reading to the access log. When it cannot be written it rejects, and nothing may be shown. */
export async function noteReading(
  { db }: Pick<Services, 'db'>,
  caller: Caller,
  request: Pick<Request, 'ip'>,
  { kind, application, object, reason }: Reading,
): Promise<void> {
  const { id: applicationId, applicantId, campaignId, facts } = application;
  await addAccess(db, {
    kind,
    personId: caller.personId,
    roles: rolesTowards(caller, facts),
    // The objector may have no account, and the candidate does not learn who reads about an objection.
    subjectId: kind === 'objector' ? null : applicantId,
    campaignId,
    applicationId,
    object,
    address: request.ip ?? null,
    reason: reason ?? null,
  });
}
