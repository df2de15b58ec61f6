import type { Role } from '../application/lifecycle.js';
import type { CampaignEvent } from './campaignLaw.js';

/**
 * The roles a campaign's event is announced to: every unit, every department, everybody with an applicant's account, or
 * the campaign's own staff.
 */
export const campaignLetterRoles: Readonly<Partial<Record<CampaignEvent, readonly Role[]>>> = {
  announce: ['unit', 'department', 'applicant', 'office', 'finance'],
  open_filing: ['unit'],
  close_filing: ['department', 'office'],
  close_audit: ['office', 'finance'],
  fan_out_done: ['office', 'chair', 'supervisor'],
  notice_ended: ['office', 'supervisor'],
  close: ['office', 'supervisor'],
};

/** What an event asks of candidates, where they are notified. */
const candidateTodo: Readonly<Partial<Record<CampaignEvent, string>>> = {
  announce: '拟申报且符合条件的，请在申报时间内登录系统填报，并向用人单位了解推荐安排；不拟申报的不必办理。',
};

/** What each event asks of the other roles. */
const campaignTodo: Readonly<Partial<Record<CampaignEvent, string>>> = {
  announce: '请将通知转告本单位、本系统符合条件的专业技术人员，按规定时间申报。',
  open_filing: '请及时办理本单位申报人的审核、公示与推荐。',
  close_filing: '申报已截止，未报送至评委会的申报不再受理。',
  close_audit: '审核期已结束，请核对尚未办结的申报与缴费。',
  fan_out_done: '请按规定公示评审结果。',
  notice_ended: '请办理评审结果备案。',
  close: '本次年度评审已结束，统计已写定。',
};

/** What an event asks of a role that is notified. */
export function campaignTodoOf(event: CampaignEvent, role: Role): string {
  return (role === 'applicant' ? candidateTodo : campaignTodo)[event] ?? '请登录系统查看。';
}
