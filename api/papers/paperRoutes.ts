import { z } from 'zod';
import { signedScansOf } from '../../records/papers/signedScans.js';
import { documentLabels } from '../../rules/dossier/documentLabels.js';
import { archiveReaders, mayPrint, type PaperName, paperKinds, paperNames } from '../../rules/papers/paperKinds.js';
import { type ScanVerdict, scanVerdicts } from '../../rules/papers/signedScans.js';
import { cite } from '../../rules/policy/clauses.js';
import { mayReadDossier } from '../applications/mayReadDossier.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { label, own } from '../openapi/parts.js';
import { requireIntact } from '../proof/requireIntact.js';
import { applicationPaper } from './applicationPaper.js';
import { archiveName, dossierArchive } from './dossierArchive.js';
import { paperForms } from './paperFile.js';
import { paperStanding } from './paperInput.js';
import { printableApplication, readableApplication } from './readable.js';
import { sendPdf } from './sendPaper.js';
import { sendZip } from './sendZip.js';

const tag = '文书';
const kind = z.enum(paperNames as [PaperName, ...PaperName[]]);

const PapersAnswer = z.object({
  items: z.array(
    z.object({
      kind,
      label,
      clause: z.string(),
      ready: z.boolean(),
      from: label.meta({ description: '何时可打印' }),
    }),
  ),
  scans: z
    .array(
      z.object({
        documentId: z.uuid(),
        fileName: z.string(),
        kindLabel: label,
        verdict: z.enum(Object.keys(scanVerdicts) as [ScanVerdict, ...ScanVerdict[]]),
        verdictLabel: label,
        code: z.string().nullable(),
      }),
    )
    .meta({ description: '已上传的签字盖章件，按二维码与打印件核对的结果' }),
  archive: z.boolean().meta({ description: '可否下载申报档案' }),
});

/** The papers of an application: which there are for this reader, and each as a PDF made of the record as it is now. */
export const paperRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/papers`,
    tag,
    summary: '这份申报可打印的文书',
    roles: 'signed in',
    subject: ({ caller, params }, services) => readableApplication(services, caller, params.id),
    answers: { 200: PapersAnswer },
    handle: async ({ subject: { application, roles } }, deps) => {
      const standing = await paperStanding(deps, application);
      const scans = mayReadDossier(roles) ? await signedScansOf(deps.db, application.id) : [];
      return {
        scans: scans.map(({ documentId, fileName, kind: of, verdict, code }) => {
          const [kindLabel, verdictLabel] = [documentLabels[of], scanVerdicts[verdict]];
          return { documentId, fileName, kindLabel, verdict, verdictLabel, code };
        }),
        archive: roles.some((role) => archiveReaders.includes(role)),
        items: paperNames
          .filter((name) => mayPrint(name, roles))
          .map((name) => {
            const { zh, en, basis, from, ready } = paperKinds[name];
            const clause = cite(standing.policy, basis);
            return { kind: name, label: { zh, en }, clause, ready: ready(standing), from };
          }),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/papers/{kind}`,
    tag,
    summary: '打印文书（PDF），inline=true 在页面中查看；接入了转换的可取 OFD',
    roles: 'signed in',
    subject: async ({ caller, params }, services) => {
      const name = kind.safeParse(params.kind).data;
      const { application } = await printableApplication(services, caller, { id: params.id, name });
      return { application, name: name as PaperName };
    },
    query: z.strictObject({ inline: z.stringbool().default(false), form: z.enum(paperForms).default('pdf') }),
    answers: { 200: 'file' },
    reading: ({ subject: { application }, params }) => ({
      kind: 'dossier',
      application,
      object: `paper ${params.kind}`,
    }),
    handle: async ({ subject: { application, name }, query: { inline, form }, caller, response }, services) => {
      const pdf = await applicationPaper(services, { application, caller, name, form });
      sendPdf(response, pdf, { fileName: `${application.number} ${paperKinds[name].zh}`, inline, form });
    },
  }),
  defineRoute({
    method: 'get',
    path: `${own}/archive`,
    tag,
    summary: '下载申报档案（ZIP）：材料、文书、记录及其核验、清单',
    roles: 'signed in',
    among: archiveReaders,
    subject: async ({ caller, params }, services) => {
      const { application, roles } = await readableApplication(services, caller, params.id);
      if (roles.some((role) => archiveReaders.includes(role))) return { application, roles };
      throw new Problem('not_permitted', {
        zh: '您的角色不能下载申报档案。',
        en: 'Your role does not download the whole dossier.',
      });
    },
    answers: { 200: 'file' },
    reading: ({ subject: { application } }) => ({ kind: 'dossier', application, object: 'archive' }),
    handle: async ({ subject: { application, roles }, caller, response }, services) => {
      await requireIntact(services, application.id);
      await sendZip(response, {
        fileName: await archiveName(services, application),
        at: await services.clock(),
        entries: dossierArchive(services, { application, roles, caller }),
      });
    },
  }),
];
