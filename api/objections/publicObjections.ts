import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
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
import { objectorOwner } from '../../records/sealed/sealedContact.js';
import type { Actor } from '../../rules/application/act.js';
import type { Objection } from '../../rules/application/facts.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { formOf } from '../acts/formOf.js';
import { objectionIdOf } from '../acts/forms.js';
import { keyOf } from '../acts/headers.js';
import { performAct } from '../acts/performAct.js';
import { isUuid } from '../applications/visible.js';
import { wrongCode } from '../contacts/contactCodes.js';
import type { Deps } from '../deps.js';
import { receiveFile } from '../documents/receiveFile.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';
import { ActHeaders } from '../openapi/parts.js';
import { EvidenceAnswer, ObjectionReceipt, OwnObjectionAnswer } from '../publicNotices/answers.js';
import { getOnNotice } from '../publicNotices/publicNotices.js';
import { outcomeOf } from './outcomeOf.js';

/** Who objects, how to reach them, and why. Only the reason is shown to others than supervisor and office. */
const PublicObjection = z.strictObject({
  name: line(50),
  contact: line(100),
  reason: paragraph(2000),
  code: z.string().trim().max(20).optional().meta({ description: '寄到联系方式的验证码；没有的，登记为无法联系' }),
});
const EvidenceQuery = z.strictObject({
  fileName: line(200).refine(
    (name) => !/[/\\]/.test(name),
    bilingualMessage('文件名不能含有斜线。', 'A file name has no slashes.'),
  ),
});
const ReceiptHeader = z.object({
  'objection-receipt': z.string().max(64).meta({ description: '提出异议时得到的查询码' }),
});

const event = 'raise_objection';
const objector: Actor = { role: 'public', personId: 'public', scope: null };
/** An application cannot be buried under objections: beyond so many open ones people turn to the supervisor. */
const openAtMost = 20;
const filesAtMost = 5;

const tag = '公示';
const path = '/api/notices/{id}/objections';

/**
 * Readers of a public notice may object to it without an account. The objection is registered as every act is, at the
 * instant it arrives; it holds the application up from then on if its author proved how to reach them, or the policy asks for
 * no more. Its receipt is the only way back to it.
 */
export const publicObjectionRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/notices/{id}/objection-codes',
    tag,
    summary: '把验证码发到异议人的邮箱或手机',
    roles: 'public',
    limitByAddress: 'objectionsFromAddress',
    body: z.strictObject({ contact: line(100) }),
    answers: { 204: null },
    handle: async ({ params, body: { contact } }, services) => {
      const { application } = await getOnNotice(services, params.id);
      await services.limiters.signInsToAccount(`objection ${contact.toLowerCase()}`);
      await services.contactCodes.send(placeOf(application.id, contact), {
        zh: '您正在对一份公示提出异议',
        en: 'You are objecting to a public notice.',
      });
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '对公示提出异议',
    roles: 'public',
    limitByAddress: 'objectionsFromAddress',
    headers: ActHeaders.pick({ 'idempotency-key': true }),
    body: PublicObjection,
    answers: { 201: ObjectionReceipt },
    handle: async ({ params, body: { name, contact, reason, code }, request }, services) => {
      const { db, clock } = services;
      const { application } = await getOnNotice(services, params.id);
      const key = keyOf(request);
      const fileKey = { applicationId: application.id, objectionId: objectionIdOf(key) };
      const reachable =
        code !== undefined && (await services.contactCodes.isRight(placeOf(application.id, contact), code));
      if (code !== undefined && !reachable) throw wrongCode();
      // Those of nobody known leave room for those who say who they are.
      const alike = (one: Objection) => one.outcome === null && one.unreachable === (reachable ? undefined : true);
      const open = application.facts.objections.filter(alike);
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
          // The answer was lost and the same objection is sent again: only its author knows the text.
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
        const { receivedAt } = await performAct(services, {
          ...asked,
          body: reachable ? { reason } : { reason, unreachable: true },
        });
        const receivedIso = isoInBeijing(receivedAt);
        return { objectionId: fileKey.objectionId, receipt, receivedAt: receivedIso, reachable, filesAtMost };
      } catch (error) {
        if (error instanceof Problem && !repeated) await forgetObjectionFile(db, fileKey);
        throw error;
      }
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{objectionId}`,
    tag,
    summary: '凭查询码查询异议的办理',
    roles: 'public',
    headers: ReceiptHeader,
    subject: withReceipt,
    answers: { 200: OwnObjectionAnswer },
    handle: async ({ subject: fileKey, response }, { db }) => {
      const outcome = await outcomeOf(db, fileKey);
      const files = await objectionFilesOf(db, fileKey.applicationId);
      const evidence = files.find(({ objectionId }) => objectionId === fileKey.objectionId)?.evidence ?? [];
      response.set('Cache-Control', 'private, no-store');
      return {
        objectionId: fileKey.objectionId,
        ...outcome,
        evidence: evidence.map(({ fileName, size }) => ({ fileName, size })),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{objectionId}/evidence`,
    tag,
    summary: '凭查询码补充证据材料',
    roles: 'public',
    limitByAddress: 'objectionsFromAddress',
    headers: ReceiptHeader,
    subject: withReceipt,
    query: EvidenceQuery,
    rawBody: 'file',
    answers: { 201: EvidenceAnswer },
    handle: async ({ subject: fileKey, query: { fileName }, request }, services) => {
      const { db, clock } = services;
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
      const files = await objectionFilesOf(db, fileKey.applicationId);
      const earlier = files.find(({ objectionId }) => objectionId === fileKey.objectionId)?.evidence ?? [];
      if (earlier.length >= filesAtMost) throw tooManyFiles();
      const received = await receiveFile(services, request, {
        owner: objectorOwner(fileKey),
        fileName,
        anonymous: true,
      });
      const file: ObjectionEvidence = {
        id: randomUUID(),
        fileName,
        ...received,
        uploadedAt: await clock(),
      };
      if (!(await addObjectionEvidence(db, { ...fileKey, ...file }, filesAtMost))) {
        throw tooManyFiles();
      }
      return { fileName, size: received.size };
    },
  }),
];

const tooManyFiles = () =>
  new Problem('file_refused', {
    zh: `每项异议最多附${filesAtMost}个文件。`,
    en: `An objection takes at most ${filesAtMost} files.`,
  });

interface ReceiptArrival {
  readonly params: { readonly id: string; readonly objectionId: string };
  readonly request: Request;
}

/** The objection whose receipt the caller holds. Without it there is no such objection. */
async function withReceipt({ params, request }: ReceiptArrival, { db }: Pick<Deps, 'db'>) {
  const { id: applicationId, objectionId } = params;
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

const placeOf = (noticeId: string, contact: string) => ({ purpose: `objection ${noticeId}`, contact });

function hashOf(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}
