import { z } from 'zod';
import type { PaperInput } from '../../documents/paper/application/input.js';
import { applicationPapers } from '../../documents/paper/application/papers.js';
import type { Application } from '../../records/application/applicationRow.js';
import { issueFees } from '../../records/payment/issueFees.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { isSignedPaper, mayPrint, type PaperName, paperKinds, paperNames } from '../../rules/papers/paperKinds.js';
import { cite } from '../../rules/policy/clauses.js';
import type { Policy } from '../../rules/policy/policy.js';
import { readingRoles } from '../applications/mayReadDossier.js';
import { shownSections } from '../applications/shownSections.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { label, own } from '../openapi/parts.js';
import { requireIntact } from '../proof/requireIntact.js';
import { paperInput, paperStanding } from './paperInput.js';
import { sendPaper } from './sendPaper.js';

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
});

/** The papers of an application: which there are for this reader, and each as a PDF made of the record as it is now. */
export const paperRoutes = [
  defineRoute({
    method: 'get',
    path: `${own}/papers`,
    tag,
    summary: '这份申报可打印的文书',
    roles: 'signed in',
    subject: readingApplication,
    answers: { 200: PapersAnswer },
    handle: async ({ subject: { application, roles } }, deps) => {
      const standing = await paperStanding(deps, application);
      return {
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
    summary: '打印文书（PDF），inline=true 在页面中查看',
    roles: 'signed in',
    subject: async (arrival, services) => {
      const { application, roles } = await readingApplication(arrival, services);
      const name = kind.safeParse(arrival.params.kind).data;
      if (name === undefined || !mayPrint(name, roles)) throw noSuchPaper();
      return { application, name };
    },
    query: z.strictObject({ inline: z.stringbool().default(false) }),
    answers: { 200: 'file' },
    reading: ({ subject: { application }, params }) => ({
      kind: 'dossier',
      application,
      object: `paper ${params.kind}`,
    }),
    handle: async ({ subject: { application, name }, query: { inline }, caller, response }, deps) => {
      await requireIntact(deps, application.id);
      const input = await paperInput(deps, application, (dossier) => shownSections(dossier, application, caller));
      if (!paperKinds[name].ready(input)) throw notYet(name, input.policy);
      await sendPaper(deps, response, {
        kind: name,
        paper: applicationPapers[name](input),
        of: { applicationId: application.id, campaignId: null, subjectId: null },
        fileName: `${application.number} ${paperKinds[name].zh}.pdf`,
        standard: 'a-2a',
        inline,
        signed: isSignedPaper(name) ? signatureOf(input, paperKinds[name].zh) : null,
      });
      if (name === 'payment_notice')
        await issueFees(deps.db, { applicationId: application.id, at: await deps.clock() });
    },
  }),
];

/** The application named in the path, with the roles in which its caller reads what it holds. */
async function readingApplication(
  arrival: Parameters<typeof visibleApplication>[0],
  services: Parameters<typeof visibleApplication>[1],
): Promise<{ readonly application: Application; readonly roles: readonly Role[] }> {
  const { application, roles } = await visibleApplication(arrival, services);
  return { application, roles: await readingRoles(services.db, arrival.caller, application, roles) };
}

/** What the signature of a title's paper states: the day on which it was conferred, or revoked. */
function signatureOf({ conferred }: PaperInput, label: string) {
  const { number = '', conferredOn = '', revokedOn = null } = conferred ?? {};
  return { on: revokedOn ?? conferredOn, reason: `${label} ${number}${revokedOn === null ? '' : ' 已撤销'}` };
}

const noSuchPaper = () =>
  new Problem('not_found', {
    zh: '没有这种文书，或者您的角色不打印它。',
    en: 'There is no such paper, or your role does not print it.',
  });

const notYet = (name: PaperName, policy: Policy) =>
  new Problem('paper_not_ready', paperKinds[name].from, { clause: cite(policy, paperKinds[name].basis) });
