import type { RequestHandler } from 'express';
import { z } from 'zod';
import { type FrozenDossier, findFrozenDossier } from '../../records/dossier/dossiers.js';
import { submissionsOf } from '../../records/dossier/submissions.js';
import { eventLabels } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { differenceOf } from '../../rules/dossier/difference.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { documentChanges } from './documentChanges.js';
import { mayReadDossier } from './mayReadDossier.js';
import { getVisible } from './visible.js';

export const versionHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, bilingualMessage('应为版本的 hash。', 'It has to be the hash of a version.'));
export const DifferenceQuery = z.strictObject({ from: versionHash, to: versionHash });

/** `GET /api/applications/{id}/submissions`: the versions of the form that were handed in, in order. */
export function submissionsRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { application, roles } = await getVisible(db, callerOf(response), request.params.id);
    if (!mayReadDossier(roles)) throw notReadable();
    const versions = await submissionsOf(db, application.id);
    response.json({
      items: versions.map(({ hash, event, seq, at }, index) => ({
        hash,
        submission: index + 1,
        event,
        eventLabels: eventLabels[event],
        seq,
        at: isoInBeijing(at),
      })),
    });
  };
}

/** `GET …/submissions/diff?from=&to=`: what was changed between two versions, by field and by document. */
export function differenceRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { application, roles } = await getVisible(db, callerOf(response), request.params.id);
    if (!mayReadDossier(roles)) throw notReadable();
    const { from, to } = DifferenceQuery.parse(request.query);
    const [before, after] = [
      await submittedVersion(db, application.id, from),
      await submittedVersion(db, application.id, to),
    ];
    const fields = differenceOf(before.dossier, after.dossier);
    response.json({
      from,
      to,
      fields: fields.map((change) => ({ ...change, before: change.before ?? null, after: change.after ?? null })),
      documents: documentChanges(before.documents, after.documents),
    });
  };
}

/** A version that was handed in; what was frozen for an act that was refused is nobody's to read. @throws Problem */
export async function submittedVersion(db: Deps['db'], applicationId: string, hash: string): Promise<FrozenDossier> {
  const submitted = (await submissionsOf(db, applicationId)).some((version) => version.hash === hash);
  const frozen = submitted ? await findFrozenDossier(db, { applicationId, hash }) : null;
  if (!frozen) throw new Problem('not_found', { zh: '没有这个上报版本。', en: 'There is no such submission.' });
  return frozen;
}

function notReadable(): Problem {
  return new Problem('not_permitted', { zh: '您的角色不能查看申报材料。', en: 'Your role cannot see the dossier.' });
}
