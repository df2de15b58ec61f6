import { randomUUID } from 'node:crypto';
import { startWorkflow } from '../../engine/startWorkflow.js';
import type { Application } from '../../records/application/applicationRow.js';
import { importApplication, type PastAct } from '../../records/application/importApplication.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { timelineOf } from '../../records/application/timeline.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { documentsOf, type StoredDocument } from '../../records/dossier/documents.js';
import { dossierHash } from '../../records/dossier/dossierHash.js';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import type { FrozenVersion } from '../../records/dossier/insertPapers.js';
import { submissionsOf } from '../../records/dossier/submissions.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Deps } from '../deps.js';

/**
 * Puts an application before the meeting again: a new one, with the same papers and the same past up to the meeting's
 * result, which stays with the old one. Safe to repeat: it is opened once.
 */
export async function reopen(
  deps: Pick<Deps, 'db' | 'engine' | 'clock' | 'clockOffset' | 'logger'>,
  old: Application,
  newId: string,
): Promise<void> {
  const { db, clock, logger } = deps;
  const { campaignId, applicantId, unitId, chain, unitRegion, round, profile } = old.facts;
  const { policy, calendar } = await pinnedPolicy(db, old);
  const { documents, versions, renamed } = await papersFor(deps, old, newId);
  const past = (await timelineOf(db, old.id)).slice(0, -1).flatMap(({ transition, freeText }): PastAct[] => {
    const { key, event, actor, at: receivedAt, data } = transition;
    if (actor.role === 'timer') return [];
    const receivedPapers =
      'dossierHash' in data ? { ...data, dossierHash: renamed.get(data.dossierHash) ?? data.dossierHash } : data;
    const act = { key, event, actor, receivedAt, expectedSeq: null, data: receivedPapers, freeTextHash: null };
    return [{ act, freeText }];
  });
  const identity = { applicationId: newId, campaignId, applicantId, unitId, chain, unitRegion, round, profile };
  const facts = openDraft(identity, policy, calendar);
  const draft = await findDossier(db, old.id);
  const papers = { documents, versions };
  const given = { facts, openedAt: old.openedAt, past, policy, calendar, upTo: await clock() };
  await importApplication(db, { ...given, dossier: draft?.dossier ?? {}, papers }).catch((error: unknown) => {
    if (!isAlreadyThere(error)) throw error;
  });
  const opened = await lookUpApplication(db, newId);
  if (!opened) throw new Error(`application ${newId} was opened and is not there`);
  // The row is there: what fails now is made good by the sweeper.
  await startWorkflow(deps, opened).catch((error: unknown) =>
    logger.error({ err: error, application: newId }, 'could not start an application'),
  );
}

/** The same papers for the new application: documents under ids of its own, and every version that was handed in. */
async function papersFor({ db }: Pick<Deps, 'db'>, old: Application, newId: string) {
  const submitted = await submissionsOf(db, old.id);
  const frozen = await Promise.all(
    submitted.map(async ({ hash, at }) => ({
      hash,
      at,
      frozen: await findFrozenDossier(db, { applicationId: old.id, hash }),
    })),
  );
  const current = await documentsOf(db, old.id);
  const all = new Map(
    [...frozen.flatMap((version) => version.frozen?.documents ?? []), ...current].map((document) => [
      document.id,
      { ...document, id: randomUUID(), applicationId: newId },
    ]),
  );
  const own = (documents: readonly StoredDocument[]) => documents.flatMap(({ id }) => all.get(id) ?? []);
  const renamed = new Map<string, string>();
  const versions: FrozenVersion[] = [];
  for (const { hash, at, frozen: version } of frozen) {
    if (!version) continue;
    const copied = { dossier: version.dossier, documents: own(version.documents) };
    const newHash = await dossierHash(db, old.applicantId, copied);
    renamed.set(hash, newHash);
    versions.push({ hash: newHash, frozen: copied, at });
  }
  return { documents: [...all.values()], versions, renamed };
}
