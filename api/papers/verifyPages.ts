import { Router } from 'express';
import { type VerifiedPaper, verifyPage } from '../../documents/pages/verifyPage.js';
import { applicationPapers } from '../../documents/paper/application/papers.js';
import { campaignPapers } from '../../documents/paper/campaign/campaignPapers.js';
import type { Paper } from '../../documents/paper/paper.js';
import { codeAsTyped, verificationOf } from '../../documents/paper/verification.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { noteLook } from '../../records/conferral/certificateLooks.js';
import { titleOf } from '../../records/conferral/certificates.js';
import { findBatch } from '../../records/papers/paperBatches.js';
import { findPaper, type PrintedPaper } from '../../records/papers/printedPapers.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { maskedDossier } from '../../rules/dossier/maskedIdentity.js';
import {
  type CampaignPaperName,
  campaignPaperKinds,
  isCampaignPaperName,
} from '../../rules/papers/campaignPaperKinds.js';
import { type FeePaperName, feePaperKinds, isFeePaperName } from '../../rules/papers/feePaperKinds.js';
import { postingTable, postingTableName } from '../../rules/papers/paperBatches.js';
import { isPaperKind, isSignedPaper, type PaperName, paperKinds } from '../../rules/papers/paperKinds.js';
import { makeFeeReport } from '../dayClose/makeFeeReport.js';
import type { Services } from '../services.js';
import { postingTableOf } from './batchPapers.js';
import { makeCampaignPaper } from './makeCampaignPaper.js';
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
  const printed = await findPaper(services.db, code);
  if (printed === null) return null;
  const { kind, hash, printedAt } = printed;
  const found = isPaperKind(kind)
    ? await ofApplication(services, printed, kind)
    : isCampaignPaperName(kind)
      ? await ofCampaign(services, printed, kind)
      : isFeePaperName(kind)
        ? await ofFees(services, printed, kind)
        : await ofTable(services, printed);
  if (found === null) return null;
  const { present, ...about } = found;
  return {
    code,
    hash,
    printedAt,
    ...about,
    isPresent: present.some((paper) => verificationOf(kind, paper).hash === hash),
  };
}

/** What is known of a paper besides its code, and the papers that the record makes now. */
type Remade = Pick<VerifiedPaper, 'label' | 'reference' | 'campaignTitle' | 'revokedOn'> & {
  readonly present: readonly Paper[];
};

async function ofApplication(services: Needed, printed: PrintedPaper, kind: PaperName): Promise<Remade | null> {
  const { db } = services;
  const application = printed.applicationId === null ? null : await lookUpApplication(db, printed.applicationId);
  if (application === null) return null;
  const campaign = await findCampaign(db, application.campaignId);
  const title = isSignedPaper(kind) ? await titleOf(db, application.id) : null;
  if (title !== null) await noteLook(db, title, 'code');
  // The candidate printed it with the number in full, everybody else with it masked.
  const shown: readonly ((dossier: Dossier) => Dossier)[] = [(dossier) => dossier, maskedDossier];
  return {
    label: paperKinds[kind],
    reference: application.number,
    campaignTitle: campaign?.title ?? '',
    revokedOn: title?.revokedOn ?? null,
    present: await Promise.all(
      shown.map(async (as) => applicationPapers[kind](await paperInput(services, application, as))),
    ),
  };
}

async function ofCampaign(services: Needed, printed: PrintedPaper, kind: CampaignPaperName): Promise<Remade | null> {
  const campaign = printed.campaignId === null ? null : await findCampaign(services.db, printed.campaignId);
  if (!campaign) return null;
  const made = await makeCampaignPaper(services, campaign, { kind, subjectId: printed.subjectId });
  return {
    label: campaignPaperKinds[kind],
    reference: campaign.id,
    campaignTitle: campaign.title,
    revokedOn: null,
    present: made === null ? [] : [campaignPapers[kind](made.input)],
  };
}

async function ofFees(services: Needed, printed: PrintedPaper, kind: FeePaperName): Promise<Remade | null> {
  const campaign = printed.campaignId === null ? null : await findCampaign(services.db, printed.campaignId);
  if (!campaign) return null;
  const made = await makeFeeReport(services, campaign, { kind, subjectId: printed.subjectId });
  return {
    label: feePaperKinds[kind],
    reference: campaign.id,
    campaignTitle: campaign.title,
    revokedOn: null,
    present: made === null ? [] : [made],
  };
}

/** Annex 1 of several persons, made again of the applications it was made of. */
async function ofTable(services: Needed, { kind, campaignId, subjectId }: PrintedPaper): Promise<Remade | null> {
  const { db } = services;
  if (kind !== postingTableName || campaignId === null || subjectId === null) return null;
  const [campaign, batch] = await Promise.all([findCampaign(db, campaignId), findBatch(db, subjectId)]);
  if (!campaign || batch === null) return null;
  const found = await Promise.all(batch.applicationIds.map((id) => lookUpApplication(db, id)));
  const applications = found.flatMap((one) => one ?? []);
  return {
    label: postingTable,
    reference: campaignId,
    campaignTitle: campaign.title,
    revokedOn: null,
    present: [await postingTableOf(services, campaignId, applications)],
  };
}
