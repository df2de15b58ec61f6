import type { Campaign } from '../../records/campaign/campaigns.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database, Statements } from '../../records/database.js';
import { busyBetween, waitingForDefense } from '../../records/defense/defenseWaiting.js';
import { findLaw, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { holdsPlace } from '../../rules/committee/seats.js';
import { type DefensePlan, endOf } from '../../rules/defense/plan.js';
import type { PlanCircumstances } from '../../rules/defense/planProblems.js';
import { committeeOf } from '../../rules/policy/committees.js';

/** Statuses in which an application waits to be heard. */
export const inDefense = statuses.filter((status) => findLaw(status, 'schedule_defense') !== null);

interface Planned {
  readonly campaign: Campaign;
  readonly plan: DefensePlan;
  /** The session whose place the plan takes, or null. */
  readonly except: string | null;
}
type Known = Omit<PlanCircumstances, 'waiting' | 'others'>;

/** What a plan is held against and other plans do not change: policy, committee, recusals. */
export async function recusalFacts(db: Database, { campaign, plan }: Planned, now: Instant): Promise<Known> {
  const { id: campaignId, policy } = campaign;
  const committee = committeeOf(plan.specialty, policy);
  const [members, recused] = await Promise.all([
    committee ? membersOf(db, { campaignId, committee: committee.code }) : [],
    recusedExperts(db, { campaignId, applicationIds: plan.applications }),
  ]);
  const candidates = new Map(members.filter(holdsPlace).map((member) => [member.expertId, member]));
  return { now, policy, criteria: policy.reviewCommittee.criteria.value, candidates, recused };
}

/** The rest, as it stands now: who waits, and which sessions take the same time. */
export async function planCircumstances(
  statements: Statements,
  { campaign, plan, except }: Planned,
  known: Known,
): Promise<PlanCircumstances> {
  const { startsAt } = plan;
  const campaignId = campaign.id;
  const waiting = await waitingForDefense(statements, { campaignId, statuses: inDefense, except });
  const others = await busyBetween(statements, { campaignId, startsAt, endsAt: endOf(plan), except });
  const ofSpecialty = waiting.filter(({ specialty }) => specialty === plan.specialty);
  return {
    ...known,
    others,
    waiting: new Map(
      ofSpecialty.map(({ applicationId, applicantId, applicantName }) => [
        applicationId,
        { name: applicantName, applicantId },
      ]),
    ),
  };
}
