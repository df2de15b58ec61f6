import { inDefense, planCircumstances, recusalFacts } from '../../api/defense/circumstances.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database } from '../../records/database.js';
import { insertPlan, lockPlanning } from '../../records/defense/defensePlans.js';
import { sessionsOfCampaign } from '../../records/defense/defenseSessions.js';
import { waitingForDefense } from '../../records/defense/defenseWaiting.js';
import { inTransaction } from '../../records/inTransaction.js';
import { rollForward } from '../../rules/calendar/calendar.js';
import { addDays, hour, type Instant, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import type { DefensePlan } from '../../rules/defense/plan.js';
import { planProblems } from '../../rules/defense/planProblems.js';
import { personIdOf } from './staff.js';

/** Plans one defense session without publishing it, so that the office finds one to publish. */
export async function planDefense(
  { db, now }: { readonly db: Database; readonly now: Instant },
  campaign: Campaign,
): Promise<void> {
  const { id: campaignId } = campaign;
  if ((await sessionsOfCampaign(db, campaignId)).length > 0) return;
  const plan = await planOf(db, campaign, now);
  if (plan === null) return;
  const planned = { campaign, plan, except: null };
  const known = await recusalFacts(db, planned, now);
  await inTransaction(db, async (statements) => {
    await lockPlanning(statements);
    const at = await planCircumstances(statements, planned, known);
    if (planProblems(plan, at).length > 0) return;
    const by = personIdOf(campaignId, 'office');
    await insertPlan(statements, { campaignId, plan, criteria: at.criteria, by, at: now });
  });
}

/** A session for the candidates of one specialty who wait, before the listed experts and one more. */
async function planOf(db: Database, campaign: Campaign, now: Instant): Promise<DefensePlan | null> {
  const { id: campaignId, policy, calendar } = campaign;
  const waiting = await waitingForDefense(db.pool, { campaignId, statuses: inDefense, except: null });
  const specialty = waiting[0]?.specialty;
  if (specialty === undefined) return null;
  const applications = waiting.filter((one) => one.specialty === specialty).map(({ applicationId }) => applicationId);
  const recused = await recusedExperts(db, { campaignId, applicationIds: applications });
  const bare = { specialty, room: '人社局三楼会议室', startsAt: now, minutes: 20, panel: [], leader: '', applications };
  const { candidates } = await recusalFacts(db, { campaign, plan: bare, except: null }, now);
  const free = [...candidates.keys()].filter((id) => [...recused.values()].every((some) => !some.has(id)));
  const listed = await db.expert.findMany({
    where: { personId: { in: ['chair', 'expert'].map((name) => personIdOf(campaignId, name)) } },
    select: { id: true },
  });
  const first = listed.map(({ id }) => id).filter((id) => free.includes(id));
  const panel = [...first, ...free.filter((id) => !first.includes(id))].slice(0, policy.defense.minimumExperts.value);
  const day = rollForward(calendar, addDays(localDateOf(now), policy.defense.noticeDays.value + 1));
  return { ...bare, startsAt: startOfDay(day) + 9.5 * hour, panel, leader: panel[0] ?? '' };
}
