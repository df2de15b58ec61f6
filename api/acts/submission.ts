import { hashOf } from '../../records/application/eventHash.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { sanctionedUntil } from '../../records/conferral/sanctionedUntil.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { dossierHash } from '../../records/dossier/dossierHash.js';
import { findDossier, freezeDossier } from '../../records/dossier/dossiers.js';
import { belongsTo } from '../../records/memberships/belongsTo.js';
import { idNumberHash } from '../../records/sealed/sealedDossier.js';
import type { Resubmission, Submission } from '../../rules/application/act.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { carriedConditions } from '../../rules/candidate/conditions.js';
import { ineligibilities } from '../../rules/candidate/eligibility.js';
import { profileOf } from '../../rules/candidate/profile.js';
import { unitLeft } from '../../rules/candidate/unitLeft.js';
import { missingItems } from '../../rules/dossier/checklist.js';
import { publishablePart } from '../../rules/dossier/publishablePart.js';
import type { Circumstances } from './forms.js';

/** What goes to the engine, and whose it is by ID number. */
interface Judged<Data> {
  readonly data: Data;
  readonly idNumberHash: string | null;
}

/** Reads the form and its documents and freezes them as they are now, under the hash of both. */
async function freeze({ db, application, now }: Circumstances) {
  const [draft, documents] = await Promise.all([findDossier(db, application.id), documentsOf(db, application.id)]);
  const dossier = draft?.dossier ?? {};
  const { id: applicationId, applicantId } = application;
  const hash = await dossierHash(db, applicantId, { dossier, documents });
  await freezeDossier(db, { applicationId, applicantId, hash, frozen: { dossier, documents }, at: now });
  return { dossier, documents, hash };
}

/** What goes to the engine with a submission, and whose it is: hashes and verdicts, computed here from what was frozen. */
export async function submissionOf(at: Circumstances): Promise<Judged<Submission>> {
  const { db, application, now } = at;
  const { facts } = application;
  const on = localDateOf(now);
  const [{ dossier, documents, hash }, { policy }] = await Promise.all([freeze(at), pinnedPolicy(db, application)]);
  const { applicantId: personId, unitId } = facts;
  const numberHash = await idNumberHash(db.vault, dossier.basicInformation?.idNumber);
  const sanctioned = await sanctionedUntil(db, { personId, unitId, idNumberHash: numberHash, on });
  const profile = profileOf(facts.profile, dossier, documents);
  // What the unit has had in hand stays with it: a draft that it gives back is submitted to it again.
  const left = application.seq === 0 && !(await belongsTo(db, personId, unitId)) ? [unitLeft(policy)] : [];
  const data = {
    dossierHash: hash,
    publishableHash: hashOf(publishablePart(dossier, profile)),
    profile,
    missing: missingItems(dossier, documents, profile, policy),
    ineligible: [...ineligibilities(dossier, profile, policy, on), ...left],
    ...carriedConditions(dossier, profile, policy, on),
    sanctionedUntil: sanctioned,
  };
  return { data, idNumberHash: numberHash };
}

/** The same for a resubmission, with the defects it answers. */
export async function resubmissionOf(answered: readonly string[], at: Circumstances): Promise<Judged<Resubmission>> {
  const [{ dossier, documents, hash }, { policy }] = await Promise.all([
    freeze(at),
    pinnedPolicy(at.db, at.application),
  ]);
  const { profile } = at.application.facts;
  const data = {
    dossierHash: hash,
    publishableHash: hashOf(publishablePart(dossier, profile)),
    missing: missingItems(dossier, documents, profile, policy),
    ...carriedConditions(dossier, profile, policy, localDateOf(at.now)),
    answered,
  };
  return { data, idNumberHash: await idNumberHash(at.db.vault, dossier.basicInformation?.idNumber) };
}
