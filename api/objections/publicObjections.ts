import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { addObjectionEvidence } from '../../records/conferral/objectionEvidence.js';
import {
  forgetObjectionFile,
  type ObjectionEvidence,
  objectionFilesOf,
  openObjectionFile,
  receiptHashOf,
  renewReceipt,
} from '../../records/conferral/objectionFiles.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import type { Actor } from '../../rules/application/act.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { formOf } from '../acts/formOf.js';
import { objectionIdOf } from '../acts/forms.js';
import { keyOf } from '../acts/headers.js';
import { performAct } from '../acts/performAct.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { contentTypeOf } from '../documents/contentType.js';
import { discard, keep, takeIn } from '../documents/storage.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { perHour } from '../http/rateLimit.js';
import { line, paragraph } from '../http/text.js';
import { getOnNotice } from '../publicNotices/publicNotices.js';
import { outcomeOf } from './outcomeOf.js';

/** Who objects, how they are reached, and why. Only the reason goes further than supervisor and office. */
export const PublicObjection = z.strictObject({ name: line(50), contact: line(100), reason: paragraph(2000) });
export const EvidenceQuery = z.strictObject({
  fileName: line(200).refine(
    (name) => !/[/\\]/.test(name),
    bilingualMessage('文件名不能含有斜线。', 'A file name has no slashes.'),
  ),
});
export const ReceiptHeader = z.object({
  'objection-receipt': z.string().max(64).meta({ description: '提出异议时得到的查询码' }),
});

const event = 'raise_objection';
const objector: Actor = { role: 'public', personId: 'public', scope: null };
/** An application cannot be buried under objections: whoever comes after so many open ones turns to the supervisor. */
const openAtMost = 20;
const filesAtMost = 5;

/**
 * `/api/notices/{id}/objections`: whoever reads a public notice may object to it, without an account. The objection is
 * registered as every act is, at the instant it arrives, and from then on holds this application. The receipt given with
 * it is the only way back to it.
 */
export function publicObjectionRoutes(deps: Deps): Router {
  const { db, clock, dataDir, limits } = deps;
  const limit = perHour(limits.objectionsFromAddress);
  const router = Router();

  router.post('/:id/objections', async (request, response) => {
    await limit(request.ip ?? 'unknown');
    const { name, contact, reason } = PublicObjection.parse(request.body);
    const { application } = await getOnNotice(deps, request.params.id);
    const key = keyOf(request);
    const fileKey = { applicationId: application.id, objectionId: objectionIdOf(key) };
    const open = application.facts.objections.filter(({ outcome }) => outcome === null);
    if (open.length >= openAtMost) {
      throw new Problem('too_many_requests', {
        zh: '这份公示已有多项异议正在核查，请直接向监督部门反映。',
        en: 'Several objections to this notice are being looked into; please turn to the supervisor directly.',
      });
    }
    const receipt = randomBytes(18).toString('base64url');
    const file = { ...fileKey, name, contact, receiptHash: hashOf(receipt), at: await clock() };
    const repeated = await openObjectionFile(db, file).then(
      () => false,
      async (error: unknown) => {
        // The answer was lost and the same is sent again: by whoever knows what was said.
        if (isAlreadyThere(error) && (await renewReceipt(db, file))) return true;
        throw isAlreadyThere(error)
          ? new Problem('key_reused', {
              zh: '这个 Idempotency-Key 已用于另一次办理。',
              en: 'This Idempotency-Key was used for another act.',
            })
          : error;
      },
    );
    const asked = { application, event, form: formOf(event), actor: objector, key, expectedSeq: null } as const;
    try {
      const { receivedAt } = await performAct(deps, { ...asked, body: { reason } });
      response
        .status(201)
        .json({ objectionId: fileKey.objectionId, receipt, receivedAt: isoInBeijing(receivedAt), filesAtMost });
    } catch (error) {
      if (error instanceof Problem && !repeated) await forgetObjectionFile(db, fileKey);
      throw error;
    }
  });

  router.get('/:id/objections/:objectionId', async (request, response) => {
    const fileKey = await own(request);
    const outcome = await outcomeOf(db, fileKey);
    const files = await objectionFilesOf(db, fileKey.applicationId);
    const evidence = files.find(({ objectionId }) => objectionId === fileKey.objectionId)?.evidence ?? [];
    response.set('Cache-Control', 'private, no-store').json({
      objectionId: fileKey.objectionId,
      ...outcome,
      evidence: evidence.map(({ fileName, size }) => ({ fileName, size })),
    });
  });

  router.post('/:id/objections/:objectionId/evidence', async (request, response) => {
    await limit(request.ip ?? 'unknown');
    const fileKey = await own(request);
    const { fileName } = EvidenceQuery.parse(request.query);
    if ((await outcomeOf(db, fileKey)).outcome !== null) {
      throw new Problem('not_editable', {
        zh: '这项异议已经办结，不能再补充材料。',
        en: 'This objection is settled; nothing can be added any more.',
      });
    }
    if (request.is('json'))
      throw new Problem('file_refused', {
        zh: '请把文件本身作为请求内容上传。',
        en: 'Please send the file itself as the body of the request.',
      });
    const arrived = await takeIn(dataDir, request);
    const mediaType = await contentTypeOf(arrived.head, fileName).catch(async (error: unknown) => {
      await discard(arrived);
      throw error;
    });
    await keep(dataDir, arrived);
    const { sha256, size } = arrived;
    const file: ObjectionEvidence = { id: randomUUID(), fileName, mediaType, size, sha256, uploadedAt: await clock() };
    if (!(await addObjectionEvidence(db, { ...fileKey, ...file }, filesAtMost))) {
      throw new Problem('file_refused', {
        zh: `每项异议最多附${filesAtMost}个文件。`,
        en: `An objection takes at most ${filesAtMost} files.`,
      });
    }
    response.status(201).json({ fileName, size });
  });
  return router;

  /** The objection whose receipt the caller holds. Without it there is no such objection. */
  async function own(request: Request<{ id: string; objectionId: string }>) {
    const { id: applicationId, objectionId } = request.params;
    const expected = isUuid(applicationId) ? await receiptHashOf(db, { applicationId, objectionId }) : null;
    const given = hashOf(request.get('objection-receipt') ?? '');
    if (expected === null || !timingSafeEqual(Buffer.from(expected), Buffer.from(given))) {
      throw new Problem('not_found', {
        zh: '没有这项异议，或查询码不正确。',
        en: 'There is no such objection, or the code is wrong.',
      });
    }
    return { applicationId, objectionId };
  }
}

function hashOf(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}
