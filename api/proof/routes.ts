import { recordState } from '../../records/proof/recordChecks.js';
import { latestHeads } from '../../records/proof/signedHeads.js';
import { day, isoInBeijing } from '../../rules/calendar/instant.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { forOperators } from '../operations/operated.js';
import { HeadsAnswer, KeysAnswer, RecordAnswer } from './answers.js';
import { faultBody } from './faultBody.js';

const tag = '核验';

/** What anybody needs to check an exported file, and what operators see of the record's own checks. */
export const proofRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/proof/keys',
    tag,
    summary: '签名公钥，离线核验用，无需登录',
    roles: 'public',
    answers: { 200: KeysAnswer },
    handle: async (_input, { recordSigner }) => ({ keys: [...(await recordSigner.publicKeys())] }),
  }),
  defineRoute({
    method: 'get',
    path: '/api/proof/paper-certificates',
    tag,
    summary: '电子证书的签名证书（PEM），离线核验用，无需登录',
    roles: 'public',
    answers: { 200: 'file' },
    handle: async ({ response }, { paperKey }) => {
      const { certificates } = await paperKey();
      response.attachment('paper-certificates.pem').type('application/x-pem-file').send(certificates);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/proof/heads',
    tag,
    summary: '最近一次签名的链头，无需登录',
    roles: 'public',
    answers: { 200: HeadsAnswer },
    handle: async ({ response }, { db }) => {
      const signed = await latestHeads(db);
      if (!signed) throw new Problem('not_found', { zh: '还没有签名的链头。', en: 'No heads have been signed yet.' });
      const { ordinal, at, reason, heads, root, signature } = signed;
      response.set('Cache-Control', 'no-store');
      return { ordinal, at: isoInBeijing(at), reason, heads, root, keyId: signature.keyId, signature: signature.value };
    },
  }),
  defineRoute({
    ...forOperators,
    method: 'get',
    path: '/api/operations/record',
    tag: '运维',
    summary: '记录的核验：最近核验、签名，以及不一致之处',
    answers: { 200: RecordAnswer },
    handle: async (_input, { db, clock }) => {
      const [{ checked, faults }, signed] = await Promise.all([
        recordState(db.pool, (await clock()) - day),
        latestHeads(db),
      ]);
      return {
        checked,
        signedAt: signed && isoInBeijing(signed.at),
        faults: faults.map(({ kind, subject, since, ...fault }) => {
          return { kind, subject, since: isoInBeijing(since), ...faultBody(fault) };
        }),
      };
    },
  }),
];
