import { earliestDue } from '../../../records/application/projection.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { policyFor, runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

/** What has an end of its own beside the publicity: whose turn it is next is bound by it. */
const nextTo: Partial<Record<Status, 'filing_cutoff'>> = { unit_publicity: 'filing_cutoff' };

test.each(['unit_publicity', 'correction_publicity', 'public_notice'] as const)(
  'an open objection in %s keeps its end from being overdue',
  (status) => {
    const policy = policyFor(status, aksu2024);
    const play = (...steps: readonly 'raise_objection'[]) =>
      runStory(draft(), [...stories[status], ...steps], policy, calendar2024).facts;
    const running = play();
    const period = running.deadlines.publicity_period ?? running.deadlines.notice_period;
    const posting = running.overdueAt ?? Number.POSITIVE_INFINITY;
    expect(earliestDue(running)).toBe(Math.min(period?.due ?? 0, posting));
    const objected = play('raise_objection');
    const others = [objected.overdueAt, objected.deadlines[nextTo[status] ?? 'correction_due']?.due];
    expect(earliestDue(objected)).toBe(Math.min(...others.flatMap((due) => due ?? [])));
    expect(earliestDue(objected)).not.toBe(period?.due);
  },
);
