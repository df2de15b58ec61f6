import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import type { Database } from '../../records/database.js';
import { type FrozenDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { submissionsOf } from '../../records/dossier/submissions.js';
import { eventLabels } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { differenceOf } from '../../rules/dossier/difference.js';
import { rolesTowards } from '../accounts/caller.js';
import { shownDocuments } from '../documents/covering/shownDocuments.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { requireIntact } from '../proof/requireIntact.js';
import { documentChanges } from './documentChanges.js';
import { DifferenceAnswer, SubmissionsAnswer } from './dossierAnswers.js';
import { dossierReaders, mayReadDossier, readingRoles } from './mayReadDossier.js';
import { shownSections } from './shownSections.js';
import { visibleApplication } from './visible.js';

export const versionHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, bilingualMessage('应为版本的 hash。', 'It has to be the hash of a version.'));
const tag = '申报';

/** The submitted versions of the form, and what changed between two of them. */
export const submissionRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/submissions`,
    tag,
    summary: '历次上报的版本',
    roles: 'signed in',
    among: dossierReaders,
    subject: readableDossier,
    answers: { 200: SubmissionsAnswer },
    handle: async ({ subject: application }, { db }) => {
      const versions = await submissionsOf(db, application.id);
      return {
        items: versions.map(({ hash, event, seq, at }, index) => ({
          hash,
          submission: index + 1,
          event,
          eventLabels: eventLabels[event],
          seq,
          at: isoInBeijing(at),
        })),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/submissions/diff`,
    tag,
    summary: '两个上报版本的差异：字段和材料',
    roles: 'signed in',
    among: dossierReaders,
    subject: readableDossier,
    query: z.strictObject({ from: versionHash, to: versionHash }),
    answers: { 200: DifferenceAnswer },
    reading: ({ subject: application, query: { from, to } }) => ({
      kind: 'dossier',
      application,
      object: `${from}..${to}`,
    }),
    handle: async ({ subject: application, query: { from, to }, caller }, services) => {
      const { db } = services;
      await requireIntact(services, application.id);
      const before = await submittedVersion(db, application.id, from);
      const after = await submittedVersion(db, application.id, to);
      const roles = rolesTowards(caller, application.facts);
      const [earlier, later] = await Promise.all(
        [before, after].map(({ documents }) => shownDocuments(db, documents, roles)),
      );
      const shown = [before, after].map(({ dossier }) => shownSections(dossier, application, caller));
      const fields = differenceOf(shown[0], shown[1]);
      return {
        from,
        to,
        fields: fields.map((change) => ({ ...change, before: change.before ?? null, after: change.after ?? null })),
        documents: documentChanges(earlier ?? [], later ?? []),
      };
    },
  }),
];

/**
 * The application named in the path, for callers who may read its dossier.
 *
 * @throws Problem `not_found`, `not_permitted`
 */
export async function readableDossier(
  arrival: Parameters<typeof visibleApplication>[0],
  services: { readonly db: Database },
): Promise<Application> {
  const { application, roles } = await visibleApplication(arrival, services);
  if (!mayReadDossier(await readingRoles(services.db, arrival.caller, application, roles)))
    throw new Problem('not_permitted', {
      zh: '您的角色不能查看申报材料；评审专家和主任委员在本人评审期间可以查看所评审的材料。',
      en: 'Your role cannot see the dossier. Experts and chairs see what they judge, while they judge it.',
    });
  return application;
}

/** A submitted version. Nobody reads what was frozen for an act that was refused. @throws Problem `not_found` */
export async function submittedVersion(db: Database, applicationId: string, hash: string): Promise<FrozenDossier> {
  const submitted = (await submissionsOf(db, applicationId)).some((version) => version.hash === hash);
  const frozen = submitted ? await findFrozenDossier(db, { applicationId, hash }) : null;
  if (!frozen) throw new Problem('not_found', { zh: '没有这个上报版本。', en: 'There is no such submission.' });
  return frozen;
}
