import type { RequestHandler } from 'express';
import { z } from 'zod';
import { titleOfNumber } from '../../records/conferral/certificates.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { perMinute } from '../http/rateLimit.js';
import { line } from '../http/text.js';
import { titleAsPublished } from '../publicPages/revocations.js';

/** Whoever holds a certificate knows both; one without the other finds nothing. */
export const ResultLookup = z.strictObject({ number: line(80), name: line(100) });

/**
 * `POST /api/results`: whether a certificate is genuine and still holds. A body and not an address, so that no log and no
 * history of a browser names anybody.
 */
export function resultsRoute({ db, limits }: Pick<Deps, 'db' | 'limits'>): RequestHandler {
  const limit = perMinute(limits.lookUpsFromAddress);
  return async (request, response) => {
    await limit(request.ip ?? 'unknown');
    const { number, name } = ResultLookup.parse(request.body);
    const title = await titleOfNumber(db, number.toUpperCase());
    if (title?.name.trim() !== name) {
      throw new Problem('not_found', {
        zh: '没有查到。请核对证书编号和姓名。',
        en: 'Nothing was found. Please check the number of the certificate and the name.',
      });
    }
    response.set('Cache-Control', 'no-store').json(await titleAsPublished(db, title));
  };
}
