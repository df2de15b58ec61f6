import { ownScoreSheetPaper } from '../../documents/paper/campaign/sessionPapers.js';
import type { Paper } from '../../documents/paper/paper.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import type { SessionNow } from '../defense/sessionSnapshot.js';

/** The paper of a member's own scores in a session: of candidates they are not recused from, and of what they have submitted. */
export function ownScoreSheetOf(campaign: Campaign, { session, panel, slots }: SessionNow, expertId: string): Paper {
  const name = panel.find((member) => member.expertId === expertId)?.name ?? '';
  const rows = slots
    .filter(({ recused }) => !recused.has(expertId))
    .map(({ slot: { ordinal, applicantName }, sheets }) => {
      const own = sheets.find((sheet) => sheet.expertId === expertId);
      const submitted = own?.submittedAt ? own : null;
      return { ordinal, applicantName, points: submitted?.points ?? {}, total: submitted?.total ?? null };
    });
  return ownScoreSheetPaper({ campaignId: campaign.id, policy: campaign.policy }, { session, name, rows });
}
