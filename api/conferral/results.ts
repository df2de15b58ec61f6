import { z } from 'zod';
import { noteLook } from '../../records/conferral/certificateLooks.js';
import { titleOfNumber } from '../../records/conferral/certificates.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { requireIntact } from '../proof/requireIntact.js';
import { PublishedTitle } from '../publicNotices/answers.js';
import { titleAsPublished } from '../publicPages/revocations.js';

/**
 * Whether a certificate is genuine and still valid. The number finds nothing without the name. A body and not an address,
 * so that no log and no browser history names anybody.
 */
export const resultsRoute = defineRoute({
  method: 'post',
  path: '/api/results',
  tag: '公示',
  summary: '凭证书编号和姓名查询资格',
  roles: 'public',
  limitByAddress: 'lookUpsFromAddress',
  body: z.strictObject({ number: line(80), name: line(100) }),
  answers: { 200: PublishedTitle },
  handle: async ({ body: { number, name }, response }, services) => {
    const { db } = services;
    const title = await titleOfNumber(db, number.toUpperCase());
    if (title?.name.trim() !== name) {
      throw new Problem('not_found', {
        zh: '没有查到。请核对证书编号和姓名。',
        en: 'Nothing was found. Please check the number of the certificate and the name.',
      });
    }
    await requireIntact(services, title.applicationId);
    await noteLook(db, title, 'number');
    response.set('Cache-Control', 'no-store');
    return await titleAsPublished(db, title);
  },
});
