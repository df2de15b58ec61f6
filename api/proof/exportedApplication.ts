import type { Application } from '../../records/application/applicationRow.js';
import { withheld } from '../../records/application/eventHash.js';
import { titleOf } from '../../records/conferral/certificates.js';
import { type ExportedRecord, exportedCertificate } from '../../records/proof/exportedCampaign.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import { formOf } from '../acts/formOf.js';
import { mayReadData } from '../applications/readableFreeText.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Services } from '../services.js';
import { type SignedFile, signFile } from './signedFile.js';

interface Reader {
  readonly application: Application;
  /** The roles in which the caller reads what it holds. */
  readonly roles: readonly Role[];
  readonly caller: Pick<Caller, 'personId'>;
}

/** The record of one application as a signed file, with the hash in place of data that its reader may not read. */
export async function exportedApplication(
  { db, clock, recordSigner }: Pick<Services, 'db' | 'clock' | 'recordSigner'>,
  { application: { id: applicationId, campaignId, applicantId }, roles, caller }: Reader,
): Promise<SignedFile<object>> {
  const [title, record, campaign] = await Promise.all([
    titleOf(db, applicationId),
    exportedCertificate(db, { campaignId, applicationId }),
    getCampaign(db, campaignId),
  ]);
  const application = readableRecord(record.application, roles, applicantId === caller.personId);
  const { name, unitName, revokedOn } = title ?? {};
  const format = title ? 'pingshen-certificate/1' : 'pingshen-application/1';
  const named = title ? { name, unitName, revokedOn } : {};
  const certificate = title ? { certificate: record.certificate } : {};
  const about = { campaignTitle: campaign.title, exportedAt: await clock() };
  return await signFile(recordSigner, {
    format,
    ...about,
    ...named,
    ...certificate,
    policies: record.policies,
    application,
  });
}

/** The record of an application with the hash in place of data that somebody in these roles may not read. */
function readableRecord(record: ExportedRecord, roles: readonly Role[], isApplicant: boolean) {
  const readable = (event: ExportedRecord['events'][number]) => mayReadData(formOf(event.event), roles, isApplicant);
  return { ...record, events: record.events.map((event) => (readable(event) ? event : withheld(event))) };
}
