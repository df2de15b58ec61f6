import type { PaperInput } from '../../documents/paper/application/input.js';
import { qrCode } from '../../documents/paper/setPaper.js';
import { applicationPage } from '../../records/application/applicationPage.js';
import type { Application } from '../../records/application/applicationRow.js';
import { timelineOf } from '../../records/application/timeline.js';
import { titleOf } from '../../records/conferral/certificates.js';
import { announcedHearing } from '../../records/defense/announcedHearing.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { submissionsOf } from '../../records/dossier/submissions.js';
import { type CodedFee, feesOf } from '../../records/payment/feeCodes.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { payQr } from '../../rules/fees/payQr.js';
import type { Policy } from '../../rules/policy/policy.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import { noSuchApplication } from '../applications/visible.js';
import type { Deps } from '../deps.js';

/** What decides which papers of an application can be printed, and the documents of its form. */
export async function paperStanding({ db, clock }: Pick<Deps, 'db' | 'clock'>, application: Application) {
  const [{ facts, policy }, { dossier, documents }, conferred] = await Promise.all([
    snapshotAt(db, application, await clock()),
    formOf(db, application),
    titleOf(db, application.id),
  ]);
  return { facts, policy, dossier, documents, conferred };
}

/**
 * What the papers of an application are made of, as its record has it now: the form as last submitted, `shown` as its reader
 * may see it.
 */
export async function paperInput(
  deps: Pick<Deps, 'db' | 'clock' | 'dataDir'>,
  application: Application,
  shown: (dossier: Dossier) => Dossier,
): Promise<PaperInput> {
  const { db } = deps;
  const { id, applicantId } = application;
  const [page, { facts, policy, dossier, documents, conferred }, submissions, entries, hearing, fees] =
    await Promise.all([
      applicationPage(db, id),
      paperStanding(deps, application),
      submissionsOf(db, id),
      timelineOf(db, id),
      announcedHearing(db, id),
      feesOf(db, id),
    ]);
  if (page === null) throw noSuchApplication();
  const photo = documents.findLast(({ kind }) => kind === 'photo');
  const written = new Map(
    entries.flatMap(({ freeText }) => (freeText?.defects ?? []).map(({ id: defect, text }) => [defect, text] as const)),
  );
  const refused = entries.findLast(({ transition }) => transition.event === 'refuse');
  return {
    number: application.number,
    policy,
    facts,
    dossier: shown(dossier),
    photo:
      photo === undefined ? null : await readFileOf(deps, { owner: personOwner(applicantId), sha256: photo.sha256 }),
    applicantName: page.applicantName,
    unitName: page.unitName,
    chainNames: page.chainNames,
    openedAt: application.openedAt,
    submittedAt: submissions.at(-1)?.at ?? null,
    defects: facts.defects.flatMap((defect) => written.get(defect) ?? []),
    refusal: refused ? { at: refused.transition.at, reason: refused.freeText?.reason ?? '' } : null,
    hearing: hearing?.startsAt === facts.defenseAt ? hearing : null,
    conferred: conferred && {
      number: conferred.number,
      conferredOn: conferred.conferredOn,
      revokedOn: conferred.revokedOn,
      revokedBasis: conferred.revokedBasis,
    },
    deadlines: Object.assign({}, ...entries.map(({ transition }) => transition.deadlines), facts.deadlines),
    fees: await Promise.all(fees.map(async (fee) => paperFee(fee, policy))),
  };
}

async function paperFee({ part, code, amount }: CodedFee, policy: Policy): Promise<PaperInput['fees'][number]> {
  const { text, caption } = payQr({ part, code, amount }, policy);
  return { part, code, amount, qr: { svg: await qrCode(text), caption: caption.zh } };
}

/** The form and its documents as last submitted; before, as they are being filled in. */
async function formOf(db: Deps['db'], { id, facts }: Application) {
  const frozen =
    facts.dossierHash === null ? null : await findFrozenDossier(db, { applicationId: id, hash: facts.dossierHash });
  if (frozen !== null) return frozen;
  const [draft, documents] = await Promise.all([findDossier(db, id), documentsOf(db, id)]);
  return { dossier: draft?.dossier ?? {}, documents };
}
