import type { CampaignPaperInput } from '../../documents/paper/campaign/campaignInput.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { type CampaignPaperName, campaignPaperKinds, namesHolders } from '../../rules/papers/campaignPaperKinds.js';
import type { Deps } from '../deps.js';
import { campaignPaperInput, meetingPaperInput, sanctionPaperInput, sessionPaperInput } from './campaignPaperInput.js';
import { titleHolders } from './titleHolders.js';

/** Whether there is something to print in a paper of a whole campaign. */
export const hasContent: Readonly<Partial<Record<CampaignPaperName, (input: CampaignPaperInput) => boolean>>> = {
  review_plan: ({ counts }) => counts.some(({ accepted }) => accepted > 0),
  result_notice: ({ onNotice }) => onNotice.length > 0,
  results_report: ({ meetings }) => meetings.length > 0,
  conferral: ({ titles }) => titles.length > 0,
};

interface Made {
  readonly kind: CampaignPaperName;
  readonly subjectId: string | null;
  /** Whether ID numbers stand in it whole. */
  readonly whole?: boolean;
}

/** What a paper is made of now, and whether it is to be had; null where its meeting or session is not. */
export async function makeCampaignPaper(
  deps: Pick<Deps, 'db' | 'clock'>,
  campaign: Campaign,
  { kind, subjectId, whole = false }: Made,
): Promise<{ readonly input: CampaignPaperInput; readonly ready: boolean } | null> {
  const { of } = campaignPaperKinds[kind];
  if (of === 'campaign') {
    if (subjectId !== null) return null;
    const people = namesHolders(kind) ? await titleHolders(deps.db, { campaignId: campaign.id, whole }) : undefined;
    const input = await campaignPaperInput(deps, campaign, people);
    return { input, ready: hasContent[kind]?.(input) ?? false };
  }
  if (subjectId === null) return null;
  const input = await inputOf[of](deps, campaign, subjectId);
  return input && { input, ready: true };
}

const inputOf = { meeting: meetingPaperInput, session: sessionPaperInput, sanction: sanctionPaperInput } as const;
