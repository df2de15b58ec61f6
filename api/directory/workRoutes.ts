import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { printedInvitations } from '../../records/directory/invitationSheets.js';
import { workOff } from '../../records/directory/workOff.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { formats, sendSheet } from '../exports/fileOf.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { ApplyBody, ImportAnswer, kind, SheetsAnswer } from './importBodies.js';
import { getImport, importers, importInPath, importsPath, importView } from './importRoutes.js';
import { templateOf } from './templateOf.js';

const who = { tag: '设立', ...importers } as const;
const own = `${importsPath}/{id}` as const;
const fileNames = { departments: '主管部门', units: '用人单位', people: '人员与角色', experts: '评审专家' } as const;

/** Registering a table and undoing it, a part a request: who asks again after an interruption goes on where it ended. */
export const importWorkRoutes = [
  ...(
    [
      ['apply', '登记下一批行；反复请求直至 toApply 为 0（运维；评审专家：办事机构）'],
      ['undo', '撤销下一批已登记的行，其后有变动的保留；反复请求直至 toUndo 为 0（运维；评审专家：办事机构）'],
    ] as const
  ).map(([way, summary]) =>
    defineRoute({
      ...who,
      method: 'post',
      path: `${own}/${way}`,
      summary,
      freshFactor: true,
      subject: importInPath,
      body: ApplyBody,
      answers: { 200: ImportAnswer },
      handle: async ({ subject: { id }, body: { delivery }, caller, request }, services) => {
        const { db, wallClock } = services;
        const by = { by: caller.personId, at: wallClock(), address: request.ip ?? null };
        if ((await workOff(db, id, { way, delivery, ...by })) === null) throw refusals[way]();
        if (way === 'apply') wakeMail(services);
        return importView(await getImport(db, id));
      },
    }),
  ),
  defineRoute({
    ...who,
    method: 'get',
    path: `${own}/sheets`,
    summary: '待打印的邀请：每单位一页，密封送达（运维；评审专家：办事机构）',
    freshFactor: true,
    subject: async (arrival, services) => {
      const { id, campaignId } = await importInPath(arrival, services);
      return { id, campaignId, invitations: await printedInvitations(services.db, id, services.wallClock()) };
    },
    reading: ({ subject: { id: object, campaignId, invitations } }) => ({
      kind: 'invitation',
      subjectIds: invitations.map(({ personId }) => personId),
      role: campaignId === null ? 'operator' : 'office',
      campaignId,
      object,
    }),
    answers: { 200: SheetsAnswer },
    handle: ({ subject: { invitations } }, { publicUrl }) => ({
      items: invitations.map(({ token, personId: _, expiresAt, ...invitation }) => ({
        ...invitation,
        expiresAt: isoInBeijing(expiresAt),
        link: `${publicUrl}/join#${token}`,
      })),
    }),
  }),
  defineRoute({
    ...who,
    method: 'get',
    path: `${importsPath}/templates/{kind}/{extension}`,
    summary: '批量登记的模板，附示例（运维；评审专家：办事机构）',
    answers: { 200: 'file' },
    handle: async ({ params, response }) => {
      const asked = z.object({ kind, extension: z.enum(formats) }).safeParse(params);
      if (!asked.success) throw new Problem('not_found', { zh: '没有这个模板。', en: 'There is no such template.' });
      const { kind: which, extension } = asked.data;
      await sendSheet(response, extension, templateOf(which, fileNames[which]));
    },
  }),
];

const refusals = {
  apply: () =>
    new Problem('already_done', {
      zh: '这张表已撤销，不能再登记。',
      en: 'This table was undone; it is not registered again.',
    }),
  undo: () => new Problem('already_done', { zh: '这张表还没有登记。', en: 'This table has not been registered.' }),
};
