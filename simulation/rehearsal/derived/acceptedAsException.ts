import { localDateOf } from '../../../rules/calendar/instant.js';
import { carriedConditions } from '../../../rules/candidate/conditions.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { inOfficeHours } from '../../story/story.js';
import type { RehearsedCampaign } from '../campaign.js';
import { sectionsOf } from '../formInput.js';
import { refusal } from '../plans/plan.js';
import { plannedAt, plannedInstant } from '../plans/plannedInstant.js';
import { candidacyFor, type Wanted } from './candidacies.js';
import { storyToMeeting } from './happyStory.js';
import { begin, minute, type Played, withdrawn } from './playing.js';

/**
 * Too few years in the present title, and accepted by the office all the same, which it has to give reasons for; none where
 * the office does not decide on the conditions.
 */
export function acceptedAsException(all: readonly Wanted[], campaign: RehearsedCampaign): readonly Played[] {
  const { policy } = campaign;
  const on = localDateOf(inOfficeHours(begin(policy)));
  const sections = { presentQualification: { obtainedOn: `${policy.year - 1}-12-01` } };
  const wanted = all.find((one) => {
    const candidacy = candidacyFor(one, 0, policy);
    const dossier = sectionsOf({ sections }, candidacy);
    const { unmet = [] } = carriedConditions(dossier, candidacy.profile, policy, on);
    return unmet.length > 0 && ineligibilities(dossier, candidacy.profile, policy, on).length === 0;
  });
  if (!wanted) return [];
  const way = storyToMeeting(candidacyFor(wanted, 0, policy).profile, wanted.unit.chain.length, policy);
  const story = way.slice(0, way.indexOf('accept') + 1);
  const name = { name: 'accepted_as_an_exception', zh: '任职年限不足，办事机构写明理由例外通过，随后撤回' };
  const plan = withdrawn(wanted, { ...name, story }, campaign);
  const steps = plan.steps.flatMap((one) => {
    if (one.event === 'fill') return [{ ...one, data: { ...one.data, sections } }];
    if (one.event !== 'accept') return [one];
    const before = plannedAt(plannedInstant(one.at, policy.year) - 10 * minute);
    return [refusal(before, 'office', 'accept', 'free_text_missing', { silent: true }), one];
  });
  return [{ wanted, plan: { ...plan, steps } }];
}
