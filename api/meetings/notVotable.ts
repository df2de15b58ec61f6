import { findApplication } from '../../records/application/applications.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { specialtyScores } from '../../records/application/specialtyScores.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { exemptWaiting } from '../../records/meeting/agenda.js';
import { findLaw, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { agendaRefusal } from '../../rules/meeting/agendaRefusal.js';
import type { Refusal } from '../../rules/refusal.js';

/** Statuses in which an application waits for a meeting. */
export const inReview = statuses.filter((status) => findLaw(status, 'record_tally') !== null);

/** The specialties a committee judges. */
export function specialtiesOf({ policy }: Pick<Campaign, 'policy'>, committee: string): readonly string[] {
  const law = policy.reviewCommittee.committees.value.find(({ code }) => code === committee);
  return law?.specialties ?? [];
}

/** Applications that wait for a committee's meeting and cannot be voted yet, each with the reason. */
export async function notVotable(
  db: Database,
  campaign: Campaign,
  committee: string,
  now: Instant,
): Promise<readonly { readonly applicationId: string; readonly refusal: Refusal }[]> {
  const { id: campaignId } = campaign;
  const specialties = specialtiesOf(campaign, committee);
  const waiting = await exemptWaiting(db, { campaignId, specialties, statuses: inReview });
  const judged = await Promise.all(
    waiting.map(async (applicationId) => {
      const application = await findApplication(db, applicationId);
      if (!application) return [];
      const { specialty } = application.facts.profile;
      const pinned = await pinnedPolicy(db, application);
      const scores = await specialtyScores(db, { campaignId, specialty }, pinned.policy);
      const refusal = agendaRefusal(application.facts, scores, { ...pinned, now });
      return refusal ? [{ applicationId, refusal }] : [];
    }),
  );
  return judged.flat();
}
