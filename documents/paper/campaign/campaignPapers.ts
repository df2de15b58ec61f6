import type { CampaignPaperName } from '../../../rules/papers/campaignPaperKinds.js';
import type { Paper } from '../paper.js';
import type { CampaignPaperInput } from './campaignInput.js';
import { ballotSummary, meetingMinutes } from './meetingPapers.js';
import { conferral, resultNotice, resultsReport } from './resultPapers.js';
import { scoreSheets, sessionSheet } from './sessionPapers.js';

/** How each paper of a campaign is made. */
export const campaignPapers: Readonly<Record<CampaignPaperName, (input: CampaignPaperInput) => Paper>> = {
  session_sheet: sessionSheet,
  score_sheets: scoreSheets,
  meeting_minutes: meetingMinutes,
  ballot_summary: ballotSummary,
  result_notice: resultNotice,
  results_report: resultsReport,
  conferral,
};
