import type { CampaignPaperName } from '../../../rules/papers/campaignPaperKinds.js';
import type { Paper } from '../paper.js';
import type { CampaignPaperInput } from './campaignInput.js';
import { ballotSummary, meetingMinutes } from './meetingPapers.js';
import { reviewPlan } from './planPaper.js';
import { conferral, resultNotice, resultsReport } from './resultPapers.js';
import { sanctionNotice } from './sanctionPaper.js';
import { scoreSheets, sessionSheet } from './sessionPapers.js';

/** How each paper of a campaign is made. */
export const campaignPapers: Readonly<Record<CampaignPaperName, (input: CampaignPaperInput) => Paper>> = {
  review_plan: reviewPlan,
  session_sheet: sessionSheet,
  score_sheets: scoreSheets,
  meeting_minutes: meetingMinutes,
  ballot_summary: ballotSummary,
  result_notice: resultNotice,
  results_report: resultsReport,
  conferral,
  sanction_notice: sanctionNotice,
};
