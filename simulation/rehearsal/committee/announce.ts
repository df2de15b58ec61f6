import { committeeRules } from '../../../rules/policy/committeeRules.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Visitor } from '../stage/visitor.js';
import { type Desk, peopleOf } from './desk.js';

/** An operator prepares the campaign from its policy. */
export async function prepareCampaign(operator: Visitor, policy: Policy): Promise<void> {
  await operator.done('POST', '/api/campaigns', { json: { reason: '通知印发', policy } });
}

/** The office files the plan where the policy asks for it, and announces; from then on people may open applications. */
export async function announceCampaign(desk: Desk): Promise<void> {
  const { campaign, policy, ledger } = desk;
  const { office } = peopleOf(desk);
  ledger.expect('course', 'prepared', await statusOf(desk), 'preparing');
  if (committeeRules(policy).planFiled.value) {
    await office.done('POST', `${campaign}/actions/file_plan`, { json: { reason: '阿人社函〔2024〕31号' } });
  }
  await office.done('POST', `${campaign}/actions/announce`, { json: {} });
  ledger.expect('course', 'announced', await statusOf(desk), 'announced');
}

/** Where the campaign stands, as its page says. */
export async function statusOf(desk: Desk): Promise<string> {
  return (await courseOf(desk)).status;
}

interface Course {
  readonly status: string;
  readonly meetings: readonly {
    readonly meetingId: string;
    readonly counts: { readonly total: number; readonly moved: number; readonly refused: number } | null;
  }[];
}

export async function courseOf(desk: Desk): Promise<Course> {
  const { office } = peopleOf(desk);
  return (await office.done<{ course: Course }>('GET', desk.campaign)).course;
}
