import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { documentsOf } from '../../records/dossier/documents.js';
import { findDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { documentView } from '../documents/view.js';
import { Problem } from '../http/problem.js';
import { dossierTag } from './dossierTag.js';
import { mayReadDossier } from './mayReadDossier.js';
import { submittedVersion, versionHash } from './submissions.js';
import { getVisible } from './visible.js';

/** Without a hash: the draft for the candidate, the last version for everybody else. */
export const DossierQuery = z.strictObject({ hash: versionHash.optional() });

/**
 * `GET /api/applications/{id}/dossier`: the candidate sees the form as it is being filled in; everybody else the version
 * that was submitted and no later one. Papers the unit attached since are listed beside it.
 */
export function dossierRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application, roles } = await getVisible(db, caller, request.params.id);
    if (!mayReadDossier(roles))
      throw new Problem('not_permitted', { zh: '您的角色不能查看申报材料。', en: 'Your role cannot see the dossier.' });
    const { hash } = DossierQuery.parse(request.query);
    if (hash !== undefined) {
      const { dossier: sections, documents } = await submittedVersion(db, application.id, hash);
      response.json({ version: null, hash, frozen: true, sections, documents: documents.map(documentView) });
      return;
    }
    const own = application.applicantId === caller.personId;
    const shown = own ? await draftOf(db, application) : await frozenOf(db, application);
    if (shown.version !== null) response.set('ETag', dossierTag(shown.version));
    response.json(shown);
  };
}

async function draftOf(db: Deps['db'], { id, facts }: Application) {
  const [draft, documents] = await Promise.all([findDossier(db, id), documentsOf(db, id)]);
  return {
    version: draft?.version ?? 0,
    hash: facts.dossierHash,
    frozen: false,
    sections: draft?.dossier ?? {},
    documents: documents.map(documentView),
  };
}

async function frozenOf(db: Deps['db'], { id, applicantId, facts }: Application) {
  const hash = facts.dossierHash;
  const frozen = hash === null ? null : await findFrozenDossier(db, { applicationId: id, hash });
  // What somebody else attached is there to be read, also where an import brought no version of the form.
  const attached = (await documentsOf(db, id)).filter(({ uploadedBy }) => uploadedBy !== applicantId);
  const documents = [...(frozen?.documents ?? []), ...attached];
  const once = [...new Map(documents.map((document) => [document.id, document])).values()];
  return { version: null, hash, frozen: true, sections: frozen?.dossier ?? null, documents: once.map(documentView) };
}
