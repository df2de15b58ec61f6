import { Router } from 'express';
import { type VerifiedPaper, verifyPage } from '../../documents/pages/verifyPage.js';
import { applicationPapers } from '../../documents/paper/application/papers.js';
import { codeAsTyped, verificationOf } from '../../documents/paper/verification.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { findPaper } from '../../records/papers/printedPapers.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { maskedDossier } from '../../rules/dossier/maskedIdentity.js';
import type { Services } from '../services.js';
import { paperInput } from './paperInput.js';

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
    const paper = code === null ? null : await verified(services, code);
    response.status(paper === null ? 404 : 200).send(verifyPage(typed, paper));
  });
  return router;
}

/** The paper of a code, made once more from the record to see whether it still says the same. */
async function verified(services: Needed, code: string): Promise<VerifiedPaper | null> {
  const { db } = services;
  const printed = await findPaper(db, code);
  const application = printed && (await lookUpApplication(db, printed.applicationId));
  if (!application) return null;
  const { kind, hash, printedAt } = printed;
  const campaign = await findCampaign(db, application.campaignId);
  // The candidate printed it with the number in full, everybody else with it masked.
  const shown: readonly ((dossier: Dossier) => Dossier)[] = [(dossier) => dossier, maskedDossier];
  const present = await Promise.all(
    shown.map(async (as) => verificationOf(kind, applicationPapers[kind](await paperInput(services, application, as)))),
  );
  return {
    code,
    kind,
    hash,
    printedAt,
    reference: application.number,
    campaignTitle: campaign?.title ?? '',
    isPresent: present.some((one) => one.hash === hash),
  };
}
