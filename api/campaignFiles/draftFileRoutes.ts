import { campaignFilesOf, withdrawCampaignFile } from '../../records/campaign/campaignFiles.js';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { amendedBy } from '../../rules/policy/drafts/draftValues.js';
import { sendFile } from '../documents/sendFile.js';
import { draftInPath, settingUp } from '../drafts/draftAccess.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { CampaignFileAnswer, CampaignFilesAnswer, fileView } from './fileAnswers.js';
import { FileQuery, getFile, replacedAlready, takeFile } from './takeFile.js';

const tag = '设立';
const path = '/api/campaign-drafts/{draftId}/files';
const who = { roles: 'signed in', among: settingUp, subject: draftInPath } as const;

/** The notice and its annexes while a campaign is set up: they go over to it as it is created. */
export const draftFileRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '草稿的通知及附件；由以往年度评审开始的，沿用其附件',
    ...who,
    answers: { 200: CampaignFilesAnswer, 304: null },
    handle: async ({ subject: { id } }, { db }) => ({
      items: (await campaignFilesOf(db, { draftId: id })).map(fileView),
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '为草稿上传通知或附件，或更换一份',
    ...who,
    query: FileQuery,
    rawBody: 'file',
    answers: { 201: CampaignFileAnswer },
    handle: async ({ subject: { id, basis }, query, caller: { personId }, request, response }, services) => {
      if (amendedBy(basis))
        throw new Problem('not_editable', {
          zh: '已设立的年度评审的文件直接在该年度评审上传，不随修订。',
          en: 'Files of a campaign that exists are uploaded there; no amendment is needed.',
        });
      const file = await takeFile(services, request, { draftId: id }, { ...query, by: personId });
      response.location(`/api/campaign-drafts/${id}/files/${file.id}`);
      return fileView(file);
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{fileId}`,
    tag,
    summary: '下载草稿的通知或附件',
    ...who,
    answers: { 200: 'file' },
    handle: async ({ subject: { id }, params, response }, services) => {
      const file = await getFile(services.db, { draftId: id }, params.fileId);
      sendFile(response, file, await readFileOf(services, file));
    },
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{fileId}`,
    tag,
    summary: '从草稿撤下通知或附件',
    ...who,
    answers: { 204: null },
    handle: async ({ subject: { id }, params, caller }, { db, clock }) => {
      const file = await getFile(db, { draftId: id }, params.fileId);
      const withdrawn = { id: file.id, by: caller.personId, at: await clock() };
      if (!(await withdrawCampaignFile(db, { draftId: id }, withdrawn))) throw replacedAlready();
    },
  }),
];
