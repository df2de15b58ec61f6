import type { BilingualText } from '../bilingualText.js';
import { statusLabelIn } from '../candidate/labelsOfTrack.js';
import type { Policy } from '../policy/policy.js';
import type { CampaignDate } from './campaignFacts.js';
import { type CampaignEvent, type CampaignStatus, campaignLaw } from './campaignLaw.js';

/** What a campaign's status is called in it: fee and originals as far as it asks for them. */
export function campaignStatusLabel(status: CampaignStatus, policy: Policy): BilingualText {
  const { zh, en } = campaignLaw[status];
  return status === 'payment' ? statusLabelIn('payment', policy) : { zh, en };
}

/** The label of each event of a campaign. */
export const campaignEventLabels: Readonly<Record<CampaignEvent, { readonly zh: string; readonly en: string }>> = {
  file_plan: { zh: '呈报评审方案', en: 'File the plan' },
  announce: { zh: '发布通知', en: 'Announce' },
  open_filing: { zh: '申报开始', en: 'Filing opens' },
  close_filing: { zh: '申报截止', en: 'Filing closes' },
  close_audit: { zh: '审核结束', en: 'Audit ends' },
  close_payment: { zh: '评审手续办理结束', en: 'Formalities end' },
  hold_meeting: { zh: '召集评审会', en: 'Convene the meeting' },
  meeting_signed: { zh: '签署评审会纪要', en: 'Sign the minutes' },
  fan_out_done: { zh: '评审结果落实完毕', en: 'Outcomes carried out' },
  notice_ended: { zh: '结果公示期满', en: 'Public notice ended' },
  file_results: { zh: '评审结果备案', en: 'File the results' },
  close: { zh: '结束本次评审', en: 'Close the campaign' },
};

/** The label of each date of a campaign. */
export const campaignDateLabels: Readonly<Record<CampaignDate, { readonly zh: string; readonly en: string }>> = {
  filing_opens: { zh: '申报开始', en: 'filing opens' },
  filing_cutoff: { zh: '提交至评委会截止', en: 'cutoff for reaching the committee' },
  audit_ends: { zh: '审核截止', en: 'audit ends' },
  payment_ends: { zh: '评审手续截止', en: 'formalities end' },
  notice_ends: { zh: '结果公示期满', en: 'public notice ends' },
};
