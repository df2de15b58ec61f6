import { type Campaign, findCampaign } from '../../records/campaign/campaigns.js';
import type { Unit } from '../../records/people/organisations.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { campaignPhase, campaignPhaseLabels, filingRefusal } from '../../rules/campaign/campaignPhase.js';
import { eventsLeftOut, statusesIn } from '../../rules/candidate/statusesOfTrack.js';
import { belongingRefusal } from '../../rules/policy/belonging.js';
import { cutoffLabel, filingCutoffOf, ownerOf } from '../../rules/policy/filingCutoffs.js';
import { newerCalendar, type PresentCalendar } from '../../rules/policy/newerCalendar.js';
import { anyDepartment } from '../../rules/policy/policyWindows.js';
import { namedRounds, policyOfRound, roundAt } from '../../rules/policy/rounds.js';
import type { Deps } from '../deps.js';
import { Problem, refusalBody } from '../http/problem.js';

/** The campaign. @throws Problem `not_found` */
export async function getCampaign(db: Deps['db'], id: string): Promise<Campaign> {
  const campaign = await findCampaign(db, id);
  if (!campaign) throw new Problem('not_found', { zh: '没有这个年度评审。', en: 'There is no such annual review.' });
  return campaign;
}

/** The campaign named in the path, as the subject of a route. @throws Problem `not_found` */
export const campaignInPath = ({ params }: { readonly params: { readonly id: string } }, { db }: Pick<Deps, 'db'>) =>
  getCampaign(db, params.id);

/** A campaign as it stands in a list at an instant, and whether the calendars there are now have news for it. */
export function summary({ id, title, state, policy, calendar }: Campaign, now: Instant, present: PresentCalendar) {
  const { committee, year, region, version, filing, levels, specialties, codes } = policy;
  const own = filingCutoffOf('applicant', { chain: anyDepartment }, policy);
  const phase = campaignPhase({ state, policy }, now);
  return {
    id,
    title,
    state,
    phase,
    phaseLabel: campaignPhaseLabels[phase],
    committee,
    year,
    region,
    policyVersion: version,
    calendarVersion: calendar.version,
    newerCalendar: newerCalendar({ policy, calendar }, present),
    filing: {
      opens: filing.opens.value,
      applicant: own.value,
      applicantLabel: cutoffLabel(ownerOf(own)),
      committee: filing.committee.value,
      departments: (filing.byDepartment?.value ?? []).map(({ name, due }) => ({ name, due })),
    },
    rounds: namedRounds(policy).flatMap(({ label, policy: one }) => {
      const applicant = filingCutoffOf('applicant', { chain: anyDepartment }, one).value;
      return label ? [{ label, opens: one.filing.opens.value, applicant }] : [];
    }),
    levels: levels.value,
    positions: policy.positions.value,
    specialties,
    codes,
    statuses: statusesIn(policy),
    eventsLeftOut: eventsLeftOut(policy),
  };
}

/** Until when the people of a unit file in a campaign, and why they cannot begin an application now; null: they can. */
export function filingOfUnit({ id: unitId, chain, region }: Unit, { state, policy }: Campaign, now: Instant) {
  const place = { unitId, chain, unitRegion: region ?? null };
  const refusal = belongingRefusal(place, policy) ?? filingRefusal(chain, policy, now);
  return {
    unitId,
    until: filingCutoffOf('applicant', { chain }, policyOfRound(policy, roundAt(policy, chain, now))).value,
    open: state === 'open' && refusal === null,
    refusal: refusal && refusalBody(refusal),
  };
}
