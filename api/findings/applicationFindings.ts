import type { Application } from '../../records/application/applicationRow.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import { certificatesElsewhere } from '../../records/dossier/certificateHashes.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { readingsOf } from '../../records/dossier/scanReadings.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { usedCertificates } from '../../rules/dossier/checks/certificates.js';
import { fileFindings } from '../../rules/dossier/checks/fileFindings.js';
import type { Finding } from '../../rules/dossier/checks/finding.js';
import { formFindings } from '../../rules/dossier/checks/formFindings.js';
import { scanFindings } from '../../rules/dossier/checks/scanFindings.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { type Caller, rolesTowards } from '../accounts/caller.js';
import { mayReadDossier } from '../applications/mayReadDossier.js';
import { judges } from '../applications/unrecused.js';
import type { Deps } from '../deps.js';
import { samePictures } from './samePictures.js';

/** An application's form and documents in one version, and who reads them. */
interface Read {
  readonly application: Application;
  readonly dossier: Dossier;
  readonly documents: readonly StoredDocument[];
  readonly caller: Caller;
}

/**
 * What machines notice in one version of an application, computed anew each time. Another application in which the same
 * file or certificate number is used is named to who reads that application's form as well, and never to the applicant or to who
 * only judges.
 */
export async function applicationFindings(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { application, dossier, documents, caller }: Read,
): Promise<readonly Finding[]> {
  const { policy } = await pinnedPolicy(db, application);
  const documentIds = documents.map(({ id }) => id);
  const [certificates, pairs, scans] = await Promise.all([
    certificatesElsewhere(db.pool, application.id),
    samePictures(db, { applicationId: application.id, documentIds }, policy),
    readingsOf(db, documentIds),
  ]);
  const ids = [
    ...certificates.map(({ applicationId }) => applicationId),
    ...pairs.map(({ other }) => other.applicationId),
  ];
  const shown = await visibleNumbers(db, caller, application, ids);
  const used = certificates.map(({ applicationId, ...place }) => ({
    ...place,
    elsewhere: shown.get(applicationId) ?? null,
  }));
  const matches = pairs.map(({ documentId, other, details }) => ({
    documentId,
    exact: details === null,
    otherName: other.applicationId === application.id ? nameIn(documents, other.id) : null,
    elsewhere: shown.get(other.applicationId) ?? null,
  }));
  const today = localDateOf(await clock());
  return [
    ...formFindings(dossier, today, policy),
    ...usedCertificates(used, policy),
    ...fileFindings(matches, policy),
    ...scanFindings(scans, dossier, today, policy),
  ];
}

const nameIn = (documents: readonly StoredDocument[], id: string) =>
  documents.find((document) => document.id === id)?.fileName ?? '';

/** The short numbers of those of these other applications that the caller may read and does not just judge. */
async function visibleNumbers(
  db: Database,
  caller: Caller,
  { id, applicantId }: Application,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: string }>> {
  if (caller.personId === applicantId) return new Map();
  const others = [...new Set(applicationIds)].filter((one) => one !== id);
  const seen = others.map(async (one) => {
    const other = await lookUpApplication(db, one);
    const roles = other ? rolesTowards(caller, other.facts).filter((role) => !judges.has(role)) : [];
    return other && mayReadDossier(roles) ? ([one, { id: one, number: other.number }] as const) : null;
  });
  return new Map((await Promise.all(seen)).flatMap((one) => (one ? [one] : [])));
}
