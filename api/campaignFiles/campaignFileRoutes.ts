import { campaignFilesOf, withdrawCampaignFile } from '../../records/campaign/campaignFiles.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { addAccess } from '../../records/people/accessLog.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { sendFile } from '../documents/sendFile.js';
import { defineRoute } from '../http/defineRoute.js';
import { CampaignFileAnswer, CampaignFilesAnswer, fileView } from './fileAnswers.js';
import { FileQuery, getFile, replacedAlready, takeFile } from './takeFile.js';

const tag = '年度评审';
const path = '/api/campaigns/{id}/files';

/** The notice and its annexes as files: everybody signed in reads them, the office adds, replaces and withdraws them. */
export const campaignFileRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '通知及附件，含已更换的旧版本',
    roles: 'signed in',
    everyCampaign: true,
    subject: campaignInPath,
    answers: { 200: CampaignFilesAnswer, 304: null },
    handle: async ({ subject: { id } }, { db }) => ({
      items: (await campaignFilesOf(db, { campaignId: id })).map(fileView),
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '上传通知或附件（PDF、Word、Excel、JPEG、PNG，至多20MB；文件本身为请求内容），或更换一份',
    roles: ['office'],
    subject: campaignInPath,
    query: FileQuery,
    rawBody: 'file',
    answers: { 201: CampaignFileAnswer },
    handle: async ({ subject: { id }, query, caller: { personId }, request, response }, services) => {
      const file = await takeFile(services, request, { campaignId: id }, { ...query, by: personId });
      await noteChange(services.db, { personId, campaignId: id, object: file.id, address: request.ip ?? null });
      response.location(`/api/campaigns/${id}/files/${file.id}`);
      return fileView(file);
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{fileId}`,
    tag,
    summary: '下载通知或附件',
    roles: 'signed in',
    everyCampaign: true,
    subject: campaignInPath,
    answers: { 200: 'file' },
    handle: async ({ subject: { id }, params, response }, services) => {
      const file = await getFile(services.db, { campaignId: id }, params.fileId);
      sendFile(response, file, await readFileOf(services, file));
    },
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{fileId}`,
    tag,
    summary: '撤下通知或附件；旧版本不能撤下',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 204: null },
    handle: async ({ subject: { id }, params, caller: { personId }, request }, { db, clock }) => {
      const file = await getFile(db, { campaignId: id }, params.fileId);
      const withdrawn = { id: file.id, by: personId, at: await clock() };
      if (!(await withdrawCampaignFile(db, { campaignId: id }, withdrawn))) throw replacedAlready();
      await noteChange(db, { personId, campaignId: id, object: file.id, address: request.ip ?? null });
    },
  }),
];

async function noteChange(
  db: Parameters<typeof addAccess>[0],
  change: Pick<Parameters<typeof addAccess>[1], 'personId' | 'campaignId' | 'object' | 'address'>,
): Promise<void> {
  await addAccess(db, { kind: 'campaign_file', roles: ['office'], subjectId: null, ...change });
}
