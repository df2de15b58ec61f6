import fc from 'fast-check';
import { evolve } from '../../../rules/application/evolve.js';
import { type Status, statuses } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import { addDays, day, hour, type Instant, localDateOf, startOfDay } from '../../../rules/calendar/instant.js';
import { storyEndingBefore } from '../../../simulation/demo/backdatedStory.js';
import { demoCampaign } from '../../../simulation/demo/campaign.js';
import { candidateOf } from '../../../simulation/demo/candidate.js';
import { rulesFor } from '../../../simulation/demo/firstRules.js';
import { pathOf } from '../../../simulation/demo/paths.js';
import { samples } from '../../../simulation/demo/samples.js';

/** The status of each sample of a demo created at an instant. */
function snapshots(now: Instant): readonly Status[] {
  const { policy: present, calendar } = demoCampaign(localDateOf(now), 'demo-1');
  return samples.map((sample, index) => {
    const policy = rulesFor(sample, present);
    const { unit, candidacy } = candidateOf(sample, index, policy);
    const { profile } = candidacy;
    const identity = {
      applicationId: 'a',
      campaignId: policy.id,
      applicantId: 'p',
      unitId: unit.id,
      chain: unit.chain,
    };
    const story = sample.story(pathOf(unit, profile, policy));
    const opening = openDraft({ ...identity, profile }, policy, calendar);
    const { result: played } = storyEndingBefore(now - sample.ago * day, { opening, story, index }, policy, calendar);
    expect(played.at).toBeLessThanOrEqual(now);
    return dueTransitions(played.facts, policy, calendar, now).reduce(evolve, played.facts).status;
  });
}

const usual = snapshots(startOfDay('2026-11-24') + 15 * hour);

test('a demo has applications in every status', () => {
  expect(new Set(usual)).toEqual(new Set(statuses));
});

// Spring Festival, the long October holidays, the first night of a year whose holidays are not announced.
test.each([['2025-02-04'], ['2025-10-09'], ['2026-02-24'], ['2026-10-08'], ['2028-01-01']])(
  'also when it is created on %s',
  (today) => {
    for (const hours of [0, 9, 13, 23]) expect(snapshots(startOfDay(today) + hours * hour + 1)).toEqual(usual);
  },
);

test('and at any other time', () => {
  const instant = fc.record({ days: fc.integer({ min: 0, max: 1460 }), minutes: fc.integer({ min: 0, max: 1439 }) });
  fc.assert(
    fc.property(instant, ({ days, minutes }) => {
      expect(snapshots(startOfDay(addDays('2025-01-01', days)) + minutes * 60_000)).toEqual(usual);
    }),
    { numRuns: 15 },
  );
});
