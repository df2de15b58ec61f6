import { startCampaign } from '../../engine/startCampaign.js';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { type Campaign, createFromDraft, findCampaign } from '../../records/campaign/campaigns.js';
import { offerPhrases, phrasesOf } from '../../records/campaign/phrases.js';
import { isAlreadyThere, isMissing } from '../../records/databaseErrors.js';
import { addAccess } from '../../records/people/accessLog.js';
import { lintCampaign, mayOpen } from '../../rules/policy/lint/linter.js';
import { holds } from '../accounts/caller.js';
import { summary } from '../campaigns/campaign.js';
import { NewCampaignAnswer } from '../campaigns/create.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { checkDraft } from './checkDraft.js';
import { draftChanged, draftInPath, settingUp } from './draftAccess.js';
import { DraftCreation } from './draftBodies.js';

/**
 * Creates the campaign of a draft, in preparation, and removes the draft. Whoever is of an office becomes the office of the
 * new campaign, which the access log keeps; further roles are given by operators.
 */
export const createFromDraftRoute = defineRoute({
  method: 'post',
  path: '/api/campaign-drafts/{draftId}/create',
  tag: '设立',
  summary: '由草稿设立年度评审，状态为准备中；设立人即为其办事机构人员',
  roles: 'signed in',
  among: settingUp,
  subject: draftInPath,
  body: DraftCreation,
  answers: { 201: NewCampaignAnswer },
  handle: async ({ subject: draft, body: { seq, reason }, caller, request, response }, services) => {
    const { db, clock, logger } = services;
    if (seq !== draft.seq) throw draftChanged();
    const at = await clock();
    const present = await presentCalendar(db);
    const { errors, policy } = checkDraft(draft, at, present);
    if (!policy)
      throw new Problem(
        'body_invalid',
        {
          zh: `还有${errors.length}处未填或有误，请先补齐。`,
          en: `${errors.length} things are missing or wrong; please complete them first.`,
        },
        { field: errors[0]?.field ?? null, errors },
      );
    const { id, title } = policy;
    const campaign: Campaign = { id, title, policy, calendar: present(policy), state: 'preparing' };
    const office = holds(caller, 'operator') || holds(caller, 'office') ? null : caller.personId;
    const by = { changedBy: caller.personId, changedAt: at, reason };
    if (await findCampaign(db, id)) throw taken();
    if (office !== null) {
      const entry = { kind: 'role_granted', personId: office, subjectId: office, roles: ['office'] } as const;
      await addAccess(db, { ...entry, campaignId: id, address: request.ip ?? null });
    }
    await createFromDraft(db, campaign, by, { id: draft.id, seq, office }).catch((error: unknown) => {
      if (isMissing(error)) throw draftChanged();
      throw isAlreadyThere(error) ? taken() : error;
    });
    const [kind, basis = ''] = draft.basis.split(':');
    if (kind === 'campaign') await offerPhrases(db, id, await phrasesOf(db, basis), at);
    // The campaign is there all the same; the sweeper starts what was not started here.
    await startCampaign(services, id).catch((error: unknown) => {
      logger.error({ err: error, campaign: id }, 'could not start a campaign');
    });
    const findings = lintCampaign(campaign, at);
    response.location(`/api/campaigns/${id}`);
    return { ...summary(campaign, at, present), policy, mayOpen: mayOpen(findings), findings };
  },
});

function taken(): Problem {
  return new Problem('already_there', { zh: '这个编号已经有了。', en: 'This id is taken.' }, { field: 'id' });
}
