import { withheld } from '../../records/application/eventHash.js';
import { titleOf } from '../../records/conferral/certificates.js';
import { type ExportedRecord, exportedCampaign, exportedCertificate } from '../../records/proof/exportedCampaign.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { formOf } from '../acts/formOf.js';
import { readingRoles } from '../applications/mayReadDossier.js';
import { mayReadData } from '../applications/readableFreeText.js';
import { visibleApplication } from '../applications/visible.js';
import { campaignInPath, getCampaign } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { requireIntact } from './requireIntact.js';
import { sendSigned } from './signedFile.js';

const tag = '核验';

/** Signed files that anybody can check offline: the record of a whole campaign, and one certificate with its record. */
export const exportRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/export',
    tag,
    summary: '导出整个年度评审的记录，供离线核验：无姓名，文字只有哈希',
    roles: ['supervisor', 'office'],
    subject: campaignInPath,
    answers: { 200: 'file' },
    handle: async ({ subject: { id: campaignId, title }, response }, { db, clock, recordSigner }) => {
      const record = await exportedCampaign(db, campaignId);
      const file = { format: 'pingshen-campaign/1', campaignId, title, exportedAt: await clock(), ...record };
      await sendSigned(recordSigner, response, `campaign-${campaignId}.json`, file);
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/certificate/export`,
    tag,
    summary: '导出证书及其记录，供离线核验；各专家的评分只对可查阅者列出，对其他人只列哈希',
    roles: 'signed in',
    subject: visibleApplication,
    answers: { 200: 'file' },
    handle: async ({ subject: { application, roles }, caller, response }, services) => {
      const { db, clock, recordSigner } = services;
      const { id: applicationId, campaignId } = application;
      await requireIntact(services, applicationId);
      const [title, record, campaign] = await Promise.all([
        titleOf(db, applicationId),
        exportedCertificate(db, { campaignId, applicationId }),
        getCampaign(db, campaignId),
      ]);
      if (!title) throw new Problem('not_found', { zh: '没有授予资格。', en: 'No title was conferred.' });
      const { name, unitName, revokedOn } = title;
      const named = { name, unitName, revokedOn, campaignTitle: campaign.title, exportedAt: await clock() };
      const readers = await readingRoles(db, caller, application, roles);
      const shown = readableRecord(record.application, readers, application.applicantId === caller.personId);
      const file = { format: 'pingshen-certificate/1', ...named, ...record, application: shown };
      await sendSigned(recordSigner, response, `certificate-${title.number}.json`, file);
    },
  }),
];

/** The record of an application with the hash in place of data that somebody in these roles may not read. */
function readableRecord(record: ExportedRecord, roles: readonly Role[], isApplicant: boolean) {
  const readable = (event: ExportedRecord['events'][number]) => mayReadData(formOf(event.event), roles, isApplicant);
  return { ...record, events: record.events.map((event) => (readable(event) ? event : withheld(event))) };
}
