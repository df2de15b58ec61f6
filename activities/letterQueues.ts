import { renderCampaignLetter } from '../documents/mail/campaignLetter.js';
import { renderInvitationLetter } from '../documents/mail/invitationLetter.js';
import { type CampaignLetter, claimCampaignLetters } from '../records/campaignLetters.js';
import { claimInvitationLetters, type InvitationLetter } from '../records/invitationLetters.js';
import type { LetterQueue } from './drainQueue.js';

/** Letters about the steps of a campaign. */
export const campaignLetters: LetterQueue<CampaignLetter> = {
  claim: claimCampaignLetters,
  table: 'campaign_letters',
  render: renderCampaignLetter,
  messageIdOf: ({ id, campaignId, seq, role }) => `<campaign-${campaignId}.${seq}.${role}.${id}@pingshen>`,
};

/** Letters to experts about their places. */
export const invitationLetters: LetterQueue<InvitationLetter> = {
  claim: claimInvitationLetters,
  table: 'invitation_letters',
  render: renderInvitationLetter,
  messageIdOf: ({ id, campaignId, kind }) => `<invitation-${campaignId}.${kind}.${id}@pingshen>`,
};
