import { z } from 'zod';
import { campaignPapers } from '../../documents/paper/campaign/campaignPapers.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { sanctionsEnteredIn } from '../../records/conferral/sanctionRegister.js';
import { sessionsOfCampaign } from '../../records/defense/defenseSessions.js';
import { meetingsOf } from '../../records/meeting/meetings.js';
import { formatInstantZh, inDigits } from '../../rules/calendar/instant.js';
import { isSealed } from '../../rules/meeting/meetingLaw.js';
import {
  type CampaignPaperName,
  campaignPaperKinds,
  campaignPaperNames,
  campaignPaperReaders,
  type PaperSubject,
} from '../../rules/papers/campaignPaperKinds.js';
import { cite } from '../../rules/policy/clauses.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import { campaignInPath } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { label } from '../openapi/parts.js';
import { campaignPaperInput } from './campaignPaperInput.js';
import { hasContent, makeCampaignPaper } from './makeCampaignPaper.js';
import { paperForms } from './paperFile.js';
import { sendPaper } from './sendPaper.js';

const tag = '文书';
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
    handle: async ({ subject: campaign }, deps) => {
      const subjects = await subjectsOf(deps, campaign);
      const items = campaignPaperNames.flatMap((name) => {
        const { zh, en, basis, from, of } = campaignPaperKinds[name];
        const clause = cite(campaign.policy, basis);
        const found = subjects[of](name);
        // Where there is no meeting yet the list says from when its papers are to be had.
        const lines = found.length > 0 ? found : [{ subject: null, subjectLabel: null, ready: false }];
        return lines.map((line) => ({ kind: name, label: { zh, en }, clause, from, ...line }));
      });
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/papers/{kind}',
    tag,
    summary: '打印年度评审的文书（PDF），subject 为会议、答辩场次或处罚',
    roles: campaignPaperReaders,
    subject: campaignInPath,
    query: z.strictObject({
      inline: z.stringbool().default(false),
      form: z.enum(paperForms).default('pdf'),
      subject: z.uuid().optional(),
    }),
    answers: { 200: 'file' },
    handle: async ({ subject: campaign, params, query: { inline, form, subject = null }, response }, deps) => {
      const name = kind.safeParse(params.kind).data;
      if (name === undefined) throw new Problem('not_found', { zh: '没有这种文书。', en: 'There is no such paper.' });
      const { basis, from, isPublic, zh } = campaignPaperKinds[name];
      const made = await makeCampaignPaper(deps, campaign, { kind: name, subjectId: subject });
      if (made === null || !made.ready)
        throw new Problem('paper_not_ready', from, { clause: cite(campaign.policy, basis) });
      await sendPaper(deps, response, {
        kind: name,
        paper: campaignPapers[name](made.input),
        of: { applicationId: null, campaignId: campaign.id, subjectId: subject },
        fileName: `${campaign.id} ${zh}`,
        form,
        standard: isPublic ? 'ua-1' : 'a-2a',
        inline,
        signed: null,
      });
    },
  }),
];

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
