import { addDays, hour, type Instant, localDateOf, startOfDay } from '../../../rules/calendar/instant.js';
import { committeeOf } from '../../../rules/policy/committees.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { campaignOf } from '../campaign.js';
import { announceCampaign } from '../committee/announceCampaign.js';
import type { CampaignTask } from '../committee/campaignTasks.js';
import { finishCampaign } from '../committee/closeCampaign.js';
import { answerInvitations, drawCommittees, importExperts } from '../committee/drawCommittee.js';
import { checkPublicNotices } from '../committee/publicNotices.js';
import { decideRecusalRequest } from '../committee/recusalRequest.js';
import type { Expectation } from '../model/referenceModel.js';
import { plannedAt } from '../plans/plannedInstant.js';
import { predictedOf, type Scenario, scenarioOf } from '../scenario.js';
import type { Coverage } from './candidacies.js';
import { derivedPlans } from './derivedPlans.js';
import { unitsFor } from './units.js';

const daysLater = (from: Instant, days: number, hours: number) =>
  plannedAt(startOfDay(addDays(localDateOf(from), days)) + hours * hour);

/** The committee's tasks in the month before its meeting. */
function meetingTasks(metAt: Instant): readonly CampaignTask[] {
  return [
    { at: daysLater(metAt, -31, 9), zh: '建立专家库', topic: 'committee', perform: importExperts },
    { at: daysLater(metAt, -24, 9.5), zh: '抽取专家', topic: 'draw', perform: drawCommittees },
    { at: daysLater(metAt, -22, 9.5), zh: '答复邀请', topic: 'committee', perform: answerInvitations },
    { at: daysLater(metAt, -10, 9.5), zh: '答复回避申请', topic: 'committee', perform: decideRecusalRequest },
  ];
}

/** The day before each public notice begins, and the day it begins. */
function noticeTasks(expected: readonly Expectation[]): readonly CampaignTask[] {
  const begins = new Set(expected.flatMap(({ facts: { noticeFrom } }) => noticeFrom ?? []));
  return [...begins].flatMap((date): readonly CampaignTask[] => [
    { at: daysLater(startOfDay(date), -1, 20), zh: '公示前一日', topic: 'notice', perform: checkPublicNotices },
    { at: daysLater(startOfDay(date), 0, 9), zh: '结果公示', topic: 'notice', perform: checkPublicNotices },
  ]);
}

/** The rehearsal of a notice, made from its data alone. @throws Error where no candidate can pass through it */
export function derivedScenario(notice: Policy, coverage: Coverage): Scenario {
  const campaign = campaignOf(notice);
  const { policy } = campaign;
  const units = unitsFor(policy);
  const { cases, metAt } = derivedPlans(campaign, units, coverage);
  const { expected, last } = predictedOf({ cases, campaign });
  const judged = expected.filter(({ facts }) => facts.tally !== null);
  const codes = judged.flatMap(({ facts }) => committeeOf(facts.profile.specialty, policy)?.code ?? []);
  const tasks: readonly CampaignTask[] = [
    { at: `${policy.announcedOn} 09:00`, zh: '发布通知', topic: 'progress', perform: announceCampaign },
    ...(metAt === null ? [] : meetingTasks(metAt)),
    ...noticeTasks(expected),
    { at: daysLater(last, 1, 9), zh: '颁证、备案、收尾', topic: 'titles', perform: finishCampaign },
  ];
  return scenarioOf({ campaign, units, committees: [...new Set(codes)], tasks, cases });
}
