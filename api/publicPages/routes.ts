import { type ErrorRequestHandler, Router } from 'express';
import { ZodError } from 'zod';
import { announcementPage, announcementsPage } from '../../documents/pages/announcementPages.js';
import { noticePage, noticesPage } from '../../documents/pages/noticePages.js';
import { missingPage } from '../../documents/pages/page.js';
import { campaignFilesOf } from '../../records/campaign/campaignFiles.js';
import { type Campaign, findCampaign, listCampaigns } from '../../records/campaign/campaigns.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { campaignPhase } from '../../rules/campaign/campaignPhase.js';
import { getFile } from '../campaignFiles/takeFile.js';
import type { Deps } from '../deps.js';
import { sendFile } from '../documents/sendFile.js';
import { Problem } from '../http/problem.js';
import { getNotice, NoticesQuery } from '../publicNotices/publicNotices.js';
import { noticeLines } from './notices.js';
import { revocations } from './revocations.js';

/** `/notices` and `/announcements`: for everybody, without a session and without a script. */
export function publicPages(deps: Pick<Deps, 'db' | 'clock' | 'dataDir'>): Router {
  const { db, clock } = deps;
  const router = Router();
  router.use(['/notices', '/announcements'], (_request, response, next) => {
    response.set('Cache-Control', 'public, max-age=60').type('html');
    next();
  });

  router.get('/notices', async (request, response) => {
    const query = NoticesQuery.parse(request.query);
    const { lines, next } = await noticeLines(deps, query);
    const nextHref = next === null ? null : `/notices?${queryWith({ ...query, cursor: next })}`;
    response.send(noticesPage({ lines, nextHref, revoked: await revocations(db) }));
  });
  router.get('/notices/:id', async (request, response) => {
    response.send(noticePage(await getNotice(deps, request.params.id)));
  });
  router.get('/announcements', async (_request, response) => {
    const [campaigns, now] = await Promise.all([listCampaigns(db), clock()]);
    const announced = campaigns.filter(isAnnounced);
    response.send(announcementsPage(announced.map((one) => ({ ...one, phase: campaignPhase(one, now) }))));
  });
  router.get('/announcements/:id', async (request, response) => {
    const campaign = await getAnnounced(db, request.params.id);
    const files = await campaignFilesOf(db, { campaignId: campaign.id });
    const present = files.filter(({ replacedBy }) => replacedBy === null);
    response.send(announcementPage({ ...campaign, phase: campaignPhase(campaign, await clock()) }, present));
  });
  router.get('/announcements/:id/files/:fileId', async (request, response) => {
    const { id: campaignId } = await getAnnounced(db, request.params.id);
    const file = await getFile(db, { campaignId }, request.params.fileId);
    sendFile(response, file, await readFileOf(deps, file));
  });
  router.use(['/notices', '/announcements'], notFoundAsPage);
  return router;
}

/** The same list from a place on. */
function queryWith(query: Readonly<Record<string, string | undefined>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
  );
}

/** A campaign that is still being prepared is nobody's to read. */
function isAnnounced(campaign: Campaign): boolean {
  return campaign.state !== 'preparing';
}

/** An announced campaign. @throws Problem `not_found` */
async function getAnnounced(db: Deps['db'], id: string): Promise<Campaign> {
  const campaign = await findCampaign(db, id);
  if (!campaign || !isAnnounced(campaign))
    throw new Problem('not_found', { zh: '没有这份通知。', en: 'There is no such announcement.' });
  return campaign;
}

/** A reader gets a page, not a problem; anything that is not their fault goes on to be logged. */
const notFoundAsPage: ErrorRequestHandler = (error, _request, response, next) => {
  const theirs = error instanceof ZodError || (error instanceof Problem && error.status < 500);
  if (!theirs || response.headersSent) return next(error);
  response.status(404).set('Cache-Control', 'no-store').type('html').send(missingPage());
};
