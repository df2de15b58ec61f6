import { z } from 'zod';
import { campaignFilesOf } from '../../records/campaign/campaignFiles.js';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { campaignPhase, campaignPhaseLabels, campaignPhases } from '../../rules/campaign/campaignPhase.js';
import { contactLines } from '../../rules/policy/contact.js';
import { defineRoute } from '../http/defineRoute.js';
import { label } from '../openapi/parts.js';

const WordsAnswer = z.object({ zh: z.string(), en: z.string() }).nullable();

/** An announced campaign as everybody may know it: how far it is, whom to ask, and what its office says itself. */
export const AnnouncementAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    committee: z.string(),
    year: z.int(),
    phase: z.enum(campaignPhases),
    phaseLabel: label,
    contacts: z.array(z.object({ name: z.string(), ...label.shape, value: z.string() })),
    announcement: WordsAnswer,
    help: WordsAnswer.meta({ description: '办事指南中的说明' }),
    files: z.int().meta({ description: '通知和附件的份数' }),
  })
  .meta({ id: 'Announcement' });

/** Announced campaigns, the newest first, for pages without sign-in. */
export const announcementsRoute = defineRoute({
  method: 'get',
  path: '/api/announcements',
  tag: '公示',
  summary: '已发布的年度评审：阶段、联系方式、本单位的说明',
  roles: 'public',
  answers: { 200: z.object({ items: z.array(AnnouncementAnswer) }), 304: null },
  handle: async (_, { db, clock }) => {
    const now = await clock();
    const announced = (await listCampaigns(db)).filter(({ state }) => state !== 'preparing');
    const items = announced.map(async (campaign) => {
      const { id, title, policy } = campaign;
      const phase = campaignPhase(campaign, now);
      const files = await campaignFilesOf(db, { campaignId: id });
      return {
        id,
        title,
        committee: policy.committee,
        year: policy.year,
        phase,
        phaseLabel: campaignPhaseLabels[phase],
        contacts: contactLines(policy, 'questions').map(({ name, zh, en, value }) => ({ name, zh, en, value })),
        announcement: policy.words.announcement?.value ?? null,
        help: policy.words.help?.value ?? null,
        files: files.filter(({ replacedBy }) => replacedBy === null).length,
      };
    });
    return { items: await Promise.all(items) };
  },
});
