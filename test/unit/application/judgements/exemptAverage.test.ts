import { properAct } from '../../../../prover/properAct.js';
import { decide } from '../../../../rules/application/decide.js';
import { hour, type Instant, isoInBeijing } from '../../../../rules/calendar/instant.js';
import { averageAwaitedUntil, mayDefend } from '../../../../rules/defense/mayDefend.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { byDefault } from '../../../../rules/policy/campaigns/ruled.js';
import { runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const exempt = { ...draft(), profile: { ...draft().profile, defenseExempt: true } };
const toReview: readonly StoryStep[] = [
  { event: 'submit', data: { profile: exempt.profile } as object },
  ...stories.defense.slice(1),
];
const review = runStory(exempt, toReview, aksu2024, calendar2024);
const until = averageAwaitedUntil(exempt.profile, aksu2024);

function recorded(at: Instant, pending: number, freeTextHash: string | null) {
  const specialty = { sum: 24_750, count: 3, pending };
  const act = properAct(review.facts, 'record_tally', aksu2024, at, { data: { specialty } as object });
  return decide(review.facts, { ...act, freeTextHash }, aksu2024, calendar2024, at);
}

describe('The average of an exempt candidate', () => {
  test('waits for everybody of the specialty who may still defend: in audit, correction or payment too', () => {
    const { statuses, levels } = mayDefend(aksu2024);
    expect(statuses).toEqual(
      expect.arrayContaining([
        'unit_review',
        'committee_audit',
        'correction',
        'correction_publicity',
        'payment',
        'defense',
      ]),
    );
    expect(statuses).not.toContain('review');
    expect(levels).toEqual(['deputy_senior']);
  });

  test('waits only for those appointed to be heard where the policy says so', () => {
    const lenient = { ...aksu2024, defense: { ...aksu2024.defense, averageWaitsForAll: byDefault(false, '通知') } };
    expect(mayDefend(lenient).statuses).toEqual(['defense']);
  });

  test('is known when nobody is left, and not before', () => {
    expect(recorded(review.at + hour, 0, null)).toMatchObject({ changes: { score: { sum: 24_750, count: 3 } } });
    expect(recorded(review.at + hour, 1, 'a'.repeat(64))).toMatchObject({ code: 'defense_pending' });
  });

  test('is waited for until a last day; from then on the office decides, with a reason', () => {
    // Thirty days after payment and originals end.
    expect(isoInBeijing(until)).toBe('2024-10-16T00:00:00.000+08:00');
    expect(recorded(until - 1, 1, 'a'.repeat(64))).toMatchObject({ code: 'defense_pending' });
    expect(recorded(until, 1, null)).toMatchObject({ code: 'defense_pending' });
    expect(recorded(until, 1, 'a'.repeat(64))).toMatchObject({ to: 'public_notice' });
  });
});
