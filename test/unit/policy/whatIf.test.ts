import { instantOf } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { whatIf } from '../../../rules/policy/whatIf.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const now = instantOf('2024-08-15T09:00');
const cutoff = (value: string): Policy => ({
  ...aksu2024,
  filing: { ...aksu2024.filing, committee: { ...aksu2024.filing.committee, value } },
});
const opened = draft();

describe('What if the policy were another', () => {
  test.each([
    ['2024-09-02T18:00', 'gains'],
    ['2024-08-20T18:00', 'loses'],
    ['2024-08-10T18:00', 'misses'],
  ])('a draft due on 08-30 with a cutoff at %s %s', (value, kind) => {
    const label = { zh: '提交至评委会截止', en: 'Cutoff for reaching the committee' };
    expect(whatIf(opened, cutoff(value), calendar2024, now)).toEqual([
      { kind, deadline: 'filing_cutoff', label, from: instantOf('2024-08-30T18:00'), to: instantOf(value) },
    ]);
  });

  test('the same policy changes nothing', () => {
    expect(whatIf(opened, aksu2024, calendar2024, now)).toEqual([]);
  });

  test('a longer publicity gives a posted one more days, and its cutoff stays', () => {
    const { facts } = runStory(opened, stories.unit_publicity, aksu2024, calendar2024);
    const days = { ...aksu2024.unitPublicityWorkingDays, value: 7 };
    const changes = whatIf(facts, { ...aksu2024, unitPublicityWorkingDays: days }, calendar2024, now);
    expect(changes.map(({ kind, deadline }) => [kind, deadline])).toEqual([['gains', 'publicity_period']]);
  });

  test('what has ended is not touched', () => {
    const { facts } = runStory(opened, stories.withdrawn, aksu2024, calendar2024);
    expect(whatIf(facts, cutoff('2024-09-02T18:00'), calendar2024, now)).toEqual([]);
  });
});
