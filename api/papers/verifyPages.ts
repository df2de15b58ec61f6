import { Router } from 'express';
import { verifyPage } from '../../documents/pages/verifyPage.js';
import { codeAsTyped } from '../../documents/paper/verification.js';
import { noteLook } from '../../records/conferral/certificateLooks.js';
import type { Services } from '../services.js';
import { findVerified } from './verifiedPaper.js';

type Needed = Pick<Services, 'db' | 'clock' | 'dataDir' | 'limiters'>;

/** `/verify` and `/verify/{code}`: for everybody, without a session and without a script. */
export function verifyPages(services: Needed): Router {
  const router = Router();
  router.use('/verify', (_request, response, next) => {
    response.set('Cache-Control', 'no-store').type('html');
    next();
  });
  router.get('/verify', (request, response) => {
    const { code } = request.query;
    const typed = typeof code === 'string' ? code.trim() : '';
    if (typed === '') response.send(verifyPage(null, null));
    else response.redirect(303, `/verify/${encodeURIComponent(typed)}`);
  });
  router.get('/verify/:code', async (request, response) => {
    await services.limiters.lookUpsFromAddress(request.ip ?? 'unknown');
    const { code: typed } = request.params;
    const code = codeAsTyped(typed);
    const { title = null, shown = null } = (code === null ? null : await findVerified(services, code)) ?? {};
    if (title !== null) await noteLook(services.db, title, 'code');
    response.status(shown === null ? 404 : 200).send(verifyPage(typed, shown));
  });
  return router;
}
