import { findCampaign } from '../../records/campaign/campaigns.js';
import { type ConferredTitle, revokedTitles } from '../../records/conferral/certificates.js';
import type { Deps } from '../deps.js';
import { levelLabel, maskedName, specialtyName } from '../publicNotices/publicNotices.js';

const limit = 100;

/** Titles that have been revoked, as everybody may know of them: the name masked, on which decision, under which clause. */
export async function revocations(db: Deps['db']) {
  const titles = await revokedTitles(db, limit);
  return await Promise.all(titles.map((title) => titleAsPublished(db, title)));
}

/** A conferred title as anybody may see it who knows its number. */
export async function titleAsPublished(db: Deps['db'], title: ConferredTitle) {
  const { number, name, unitName, level, specialty, conferredOn, revokedOn, revokedBasis, revokedClause } = title;
  const campaign = await findCampaign(db, title.campaignId);
  const revoked = revokedOn === null ? null : { on: revokedOn, basis: revokedBasis ?? '', clause: revokedClause ?? '' };
  return {
    number,
    name: maskedName(name),
    unitName,
    level,
    levelLabel: levelLabel(campaign?.policy, level),
    specialty: specialtyName(campaign?.policy, specialty),
    committee: campaign?.policy.committee ?? '',
    conferredOn,
    revoked,
  };
}
