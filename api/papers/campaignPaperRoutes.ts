import type { Response } from 'express';
import { z } from 'zod';
import { campaignPapers } from '../../documents/paper/campaign/campaignPapers.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { conferredTitles, mostTitles } from '../../records/conferral/certificates.js';
import { sanctionsEnteredIn } from '../../records/conferral/sanctionRegister.js';
import { sessionsOfCampaign } from '../../records/defense/defenseSessions.js';
import { meetingsOf } from '../../records/meeting/meetings.js';
import { isIdentityReader } from '../../rules/access/identityReaders.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { formatInstantZh, inDigits } from '../../rules/calendar/instant.js';
import { isSealed } from '../../rules/meeting/meetingLaw.js';
import {
  type CampaignPaperName,
  campaignPaperKinds,
  campaignPaperNames,
  campaignPaperReaders,
  namesHolders,
  type PaperSubject,
} from '../../rules/papers/campaignPaperKinds.js';
import { cite } from '../../rules/policy/clauses.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import { type Caller, holds } from '../accounts/caller.js';
import { campaignInPath } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { paragraph } from '../http/text.js';
import { label } from '../openapi/parts.js';
import type { Services } from '../services.js';
import { campaignPaperInput } from './campaignPaperInput.js';
import { hasContent, makeCampaignPaper } from './makeCampaignPaper.js';
import { type PaperForm, paperForms } from './paperFile.js';
import { sendPaper } from './sendPaper.js';

const tag = '文书';
const one = '/api/campaigns/{id}/papers/{kind}';
const kind = z.enum(campaignPaperNames as [CampaignPaperName, ...CampaignPaperName[]]);

const CampaignPapersAnswer = z.object({
  items: z.array(
    z.object({
      kind,
      label,
      clause: z.string(),
      subject: z.uuid().nullable().meta({ description: '会议、答辩场次或处罚；整个年度评审的为空' }),
      subjectLabel: label.nullable(),
      ready: z.boolean(),
      from: label.meta({ description: '何时可打印' }),
      whole: z.boolean().meta({ description: '可否打印含完整证件号码的' }),
    }),
  ),
});

/** The papers of a campaign, its meetings, its sessions of the defense and the sanctions entered in it, for its office. */
export const campaignPaperRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/papers',
    tag,
    summary: '年度评审、会议、答辩场次和处罚可打印的文书',
    roles: campaignPaperReaders,
    subject: campaignInPath,
    answers: { 200: CampaignPapersAnswer },
    handle: async ({ subject: campaign, caller }, deps) => {
      const seesWhole = holds(caller, 'office', campaign.id) && isIdentityReader(['office'], campaign.policy);
      const subjects = await subjectsOf(deps, campaign);
      const items = campaignPaperNames.flatMap((name) => {
        const { zh, en, basis, from, of } = campaignPaperKinds[name];
        const clause = cite(campaign.policy, basis);
        const found = subjects[of](name);
        // Where there is no meeting yet the list says from when its papers are to be had.
        const lines = found.length > 0 ? found : [{ subject: null, subjectLabel: null, ready: false }];
        return lines.map((line) => ({
          kind: name,
          label: { zh, en },
          clause,
          from,
          whole: seesWhole && namesHolders(name),
          ...line,
        }));
      });
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path: one,
    tag,
    summary: '打印年度评审的文书（PDF），subject 为会议、答辩场次或处罚；花名册中的证件号码已遮盖',
    roles: campaignPaperReaders,
    subject: paperInPath,
    query: z.strictObject({
      inline: z.stringbool().default(false),
      form: z.enum(paperForms).default('pdf'),
      subject: z.uuid().optional(),
    }),
    answers: { 200: 'file' },
    reading: ({ subject }) => ({ ...readingOf(subject), kind: 'dossier' }),
    handle: ({ subject: { campaign, name }, query: { inline, form, subject = null }, response }, deps) =>
      print(deps, response, { campaign, name, subjectId: subject, whole: false, inline, form }),
  }),
  defineRoute({
    method: 'post',
    path: one,
    tag,
    summary: '打印花名册含完整证件号码的文书，须写明理由（评审政策规定的角色）',
    roles: ['office'],
    subject: async (arrival, services) => {
      const paper = await paperInPath(arrival, services);
      if (!namesHolders(paper.name)) throw noSuchPaper();
      const { policy } = paper.campaign;
      if (isIdentityReader(['office'], policy)) return paper;
      throw new Problem(
        'not_permitted',
        { zh: '您的角色不能查看完整证件号码。', en: 'Your role does not see full ID numbers.' },
        { clause: policy.identityReaders.clause },
      );
    },
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 200: 'file' },
    reading: ({ subject, body: { reason } }) => ({ ...readingOf(subject), kind: 'identity', reason }),
    handle: ({ subject: { campaign, name }, response }, deps) =>
      print(deps, response, { campaign, name, subjectId: null, whole: true, inline: false, form: 'pdf' }),
  }),
];

const noSuchPaper = () => new Problem('not_found', { zh: '没有这种文书。', en: 'There is no such paper.' });

/** The paper named in the path, with the people whose numbers stand in it. @throws Problem `not_found` */
async function paperInPath(
  { params, caller }: { readonly params: { readonly id: string; readonly kind: string }; readonly caller: Caller },
  services: Pick<Services, 'db'>,
) {
  const campaign = await campaignInPath({ params }, services);
  const name = kind.safeParse(params.kind).data;
  if (name === undefined) throw noSuchPaper();
  const role: Role = holds(caller, 'office', campaign.id) ? 'office' : 'supervisor';
  const titles = namesHolders(name)
    ? await conferredTitles(services.db, { campaignId: campaign.id, unitId: null, limit: mostTitles })
    : [];
  return { campaign, name, role, subjectIds: titles.map(({ holderId }) => holderId) };
}

const readingOf = ({ campaign, name, role, subjectIds }: Awaited<ReturnType<typeof paperInPath>>) => ({
  role,
  subjectIds,
  campaignId: campaign.id,
  object: `paper ${name}`,
});

async function print(
  services: Services,
  response: Response,
  given: {
    readonly campaign: Campaign;
    readonly name: CampaignPaperName;
    readonly subjectId: string | null;
    readonly whole: boolean;
    readonly inline: boolean;
    readonly form: PaperForm;
  },
): Promise<void> {
  const { campaign, name, subjectId, whole, inline, form } = given;
  const { basis, from, isPublic, zh } = campaignPaperKinds[name];
  const made = await makeCampaignPaper(services, campaign, { kind: name, subjectId, whole });
  if (made === null || !made.ready)
    throw new Problem('paper_not_ready', from, { clause: cite(campaign.policy, basis) });
  await sendPaper(services, response, {
    kind: name,
    paper: campaignPapers[name](made.input),
    of: { applicationId: null, campaignId: campaign.id, subjectId },
    fileName: `${campaign.id} ${zh}`,
    form,
    standard: isPublic ? 'ua-1' : 'a-2a',
    inline,
    signed: null,
  });
}

interface Line {
  readonly subject: string | null;
  readonly subjectLabel: z.infer<typeof label> | null;
  readonly ready: boolean;
}

/** What there is in a campaign to print papers of. */
async function subjectsOf(
  deps: Pick<Deps, 'db' | 'clock'>,
  campaign: Campaign,
): Promise<Readonly<Record<PaperSubject, (name: CampaignPaperName) => readonly Line[]>>> {
  const { db } = deps;
  const [input, meetings, sessions, sanctions] = await Promise.all([
    campaignPaperInput(deps, campaign),
    meetingsOf(db, campaign.id),
    sessionsOfCampaign(db, campaign.id),
    sanctionsEnteredIn(db, { campaignId: campaign.id, states: barringStates }),
  ]);
  return {
    campaign: (name) => [{ subject: null, subjectLabel: null, ready: hasContent[name]?.(input) ?? false }],
    meeting: () =>
      meetings.map(({ id, committeeName, heldOn, state }) => ({
        subject: id,
        subjectLabel: { zh: `${committeeName} ${heldOn}`, en: `${committeeName} ${heldOn}` },
        ready: isSealed(state),
      })),
    session: () =>
      sessions.map(({ id, room, startsAt }) => ({
        subject: id,
        subjectLabel: { zh: `${room} ${formatInstantZh(startsAt)}`, en: `${room} ${inDigits(startsAt)}` },
        ready: true,
      })),
    sanction: () =>
      sanctions.map(({ id, name, decidedOn }) => ({
        subject: id,
        subjectLabel: { zh: `${name} ${decidedOn}`, en: `${name} ${decidedOn}` },
        ready: true,
      })),
  };
}
