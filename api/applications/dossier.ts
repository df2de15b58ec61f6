import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { retirementNote } from '../../rules/candidate/retirement.js';
import { mayReadKind } from '../../rules/dossier/confidential.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { earlierVersion, versionLabel } from '../../rules/dossier/versionLabel.js';
import { policyOfRound } from '../../rules/policy/rounds.js';
import { mayAskForIdentity } from '../access/mayAskForIdentity.js';
import { type Caller, rolesTowards } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { shownDocuments } from '../documents/covering/shownDocuments.js';
import { documentView } from '../documents/view.js';
import { applicationFindings } from '../findings/applicationFindings.js';
import { defineRoute } from '../http/defineRoute.js';
import { own } from '../openapi/parts.js';
import { requireIntact } from '../proof/requireIntact.js';
import { DossierAnswer } from './dossierAnswers.js';
import { dossierTag } from './dossierTag.js';
import { dossierReaders } from './mayReadDossier.js';
import { shownSections } from './shownSections.js';
import { readableDossier, submittedVersion, versionHash } from './submissions.js';

/**
 * The dossier. The candidate sees the form as it is being filled in, everybody else the version that was submitted last,
 * or the one named by its hash. Papers the unit attached since are listed beside it.
 */
export const dossierRoute = defineRoute({
  method: 'get',
  path: `${own}/dossier`,
  tag: '申报',
  summary: '申报材料：本人看草稿，其他人看上报的版本',
  roles: 'signed in',
  among: dossierReaders,
  subject: readableDossier,
  query: z.strictObject({ hash: versionHash.optional() }),
  answers: { 200: DossierAnswer },
  reading: ({ subject: application, query, caller }) => ({
    kind: 'dossier',
    application,
    object: query.hash ?? (caller.personId === application.applicantId ? null : application.facts.dossierHash),
  }),
  handle: async ({ subject: application, query: { hash }, caller, response }, services) => {
    const { db } = services;
    const isApplicant = application.applicantId === caller.personId;
    if (hash !== undefined || !isApplicant) await requireIntact(services, application.id);
    const asks = isApplicant
      ? { allowed: false }
      : await mayAskForIdentity(db, application, rolesTowards(caller, application.facts));
    const identityReadable = asks.allowed;
    const roles = isApplicant ? (['applicant'] as const) : rolesTowards(caller, application.facts);
    if (hash !== undefined) {
      const { dossier, documents } = await submittedVersion(db, application.id, hash);
      const shown = await shownDocuments(db, documents, roles);
      const sections = shownSections(dossier, application, caller);
      return {
        version: null,
        hash,
        frozen: true,
        label: hash === application.facts.dossierHash ? versionLabel(application.facts, false) : earlierVersion,
        sections,
        retirement: await noteOf(services, application, dossier, isApplicant),
        identityReadable,
        documents: shown.map(documentView),
        findings: [...(await applicationFindings(services, { application, dossier, documents: shown, caller }))],
      };
    }
    const {
      dossier,
      documents: stored,
      ...shown
    } = isApplicant ? await draftOf(db, application) : await frozenOf(db, application, caller);
    if (shown.version !== null) response.set('ETag', dossierTag(shown.version));
    const retirement = await noteOf(services, application, dossier, isApplicant);
    const documents = await shownDocuments(db, stored, roles);
    return {
      ...shown,
      label: versionLabel(application.facts, isApplicant),
      retirement,
      identityReadable,
      documents: documents.map(documentView),
      findings: [...(await applicationFindings(services, { application, dossier, documents, caller }))],
    };
  },
});

async function draftOf(db: Database, { id, facts }: Application) {
  const [draft, documents] = await Promise.all([findDossier(db, id), documentsOf(db, id)]);
  return {
    version: draft?.version ?? 0,
    hash: facts.dossierHash,
    frozen: false,
    dossier: draft?.dossier ?? {},
    sections: draft?.dossier ?? {},
    documents: documents.filter(({ kind }) => mayReadKind(kind, ['applicant'])),
  };
}

async function frozenOf(db: Database, application: Application, caller: Caller) {
  const { id, applicantId, facts } = application;
  const hash = facts.dossierHash;
  const frozen = hash === null ? null : await findFrozenDossier(db, { applicationId: id, hash });
  // Papers of others can be read also where an import brought no version of the form.
  const roles = rolesTowards(caller, facts);
  const attached = (await documentsOf(db, id)).filter(
    ({ uploadedBy, kind }) => uploadedBy !== applicantId && mayReadKind(kind, roles),
  );
  const documents = [...(frozen?.documents ?? []), ...attached];
  const sections = frozen && shownSections(frozen.dossier, application, caller);
  const once = [...new Map(documents.map((document) => [document.id, document])).values()];
  const dossier = frozen?.dossier ?? {};
  return { dossier, version: null, hash, frozen: true, sections, documents: once };
}

/** Whether the candidate reaches the retirement age during the review; the day is for themselves. */
async function noteOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  application: Application,
  dossier: Dossier,
  exact: boolean,
) {
  const { facts, openedAt } = application;
  const { policy } = await pinnedPolicy(db, application);
  // Once it is submitted, they had not reached it on the day of the submission, which was not before the draft was opened.
  const submittedOn = localDateOf(facts.dossierHash === null ? await clock() : openedAt);
  return retirementNote(dossier, policyOfRound(policy, facts.round), { submittedOn, metOn: facts.metOn, exact });
}
