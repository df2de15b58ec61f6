import { properAct } from '../../../prover/properAct.js';
import type { Deadline } from '../../../rules/application/deadline.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { openDraft } from '../../../rules/application/opening.js';
import {
  deadlinesDue,
  dueTransition,
  dueTransitions,
  isDeadlines,
  judge,
  nextDue,
} from '../../../rules/application/timers.js';
import { hour } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const policy = aksu2024;
const standing = (status: keyof typeof stories): Facts =>
  runStory(draft(), stories[status], policy, calendar2024).facts;
const running = ({ deadlines }: Facts, name: keyof Facts['deadlines']): Deadline => {
  const found = deadlines[name];
  if (!found) throw new Error(`${name} does not run`);
  return found;
};
const upTo = (facts: Facts, instant: number) => ({
  next: nextDue(facts, policy, calendar2024),
  first: dueTransition(facts, policy, calendar2024, instant),
  may: deadlinesDue(facts, policy, calendar2024, instant),
  all: dueTransitions(facts, policy, calendar2024, instant),
});

describe('A draft', () => {
  test('opens as nothing but a draft, with the cutoff of filing', () => {
    const { applicationId, campaignId, applicantId, unitId, chain, profile } = draft();
    const identity = { applicationId, campaignId, applicantId, unitId, chain, profile };
    const opened = openDraft(identity, policy, calendar2024);
    expect(opened).toMatchObject({ ...identity, status: 'draft', seq: 0, submissions: 0 });
    expect(Object.keys(opened.deadlines)).toEqual(['filing_cutoff']);
  });

  test('lapses at its cutoff, and not a millisecond before', () => {
    const { due } = running(draft(), 'filing_cutoff');
    const before = upTo(draft(), due - 1);
    expect(before).toEqual({ next: due, first: null, may: [], all: [] });
    const { first, may, all } = upTo(draft(), due);
    expect(first).toMatchObject({ event: 'filing_cutoff', at: due, to: 'lapsed', data: {}, freeTextHash: null });
    expect(first).toMatchObject({
      key: 'timer:filing_cutoff:1',
      actor: { role: 'timer', personId: 'timer', scope: null },
    });
    expect(may).toEqual([first]);
    expect(all).toEqual([first]);
    if (first) expect(isDeadlines(first)).toBe(true);
    expect(isDeadlines({ actor: { role: 'office', personId: 'office-1', scope: null } })).toBe(false);
  });
});

describe('A publicity', () => {
  const posted = () => standing('unit_publicity');

  test('ends at its end, before the cutoff, and each deadline passes in its turn', () => {
    const { due } = running(posted(), 'publicity_period');
    const cutoff = running(posted(), 'filing_cutoff').due;
    expect(upTo(posted(), due).next).toBe(due);
    const all = upTo(posted(), cutoff).all;
    expect(all.map(({ at, to }) => [at, to])).toEqual([
      [due, 'recommendation'],
      [cutoff, 'lapsed'],
    ]);
    expect(upTo(posted(), cutoff).may.map(({ at }) => at)).toEqual([due]);
    expect(upTo(posted(), cutoff).first?.at).toBe(due);
  });

  test('does not end while its deadlines are paused', () => {
    const paused = { ...posted(), tolledSince: (posted().lastAt ?? 0) + hour };
    expect(upTo(paused, Number.MAX_SAFE_INTEGER)).toEqual({ next: null, first: null, may: [], all: [] });
  });

  test('does not end while an objection is open, but its cutoff passes', () => {
    const facts = posted();
    const objection = { id: 'o', stage: 'unit_publicity', raisedAt: facts.lastAt ?? 0, outcome: null } as const;
    const objected = { ...facts, objections: [objection] };
    const { due } = running(objected, 'publicity_period');
    expect(upTo(objected, due).first?.event).not.toBe('publicity_ended');
    expect(upTo(objected, due).next).toBe(running(objected, 'filing_cutoff').due);
  });

  test('that came due before the last act ends at that act, not before it', () => {
    const facts = posted();
    const { due } = running(facts, 'publicity_period');
    const late = { ...facts, lastAt: due + hour };
    expect(upTo(late, due + hour).first).toMatchObject({ event: 'publicity_ended', at: due + hour });
    expect(upTo(late, due + hour - 1).first).toBeNull();
  });

  test('two deadlines at one instant may both come next, the first of the table does', () => {
    const facts = posted();
    const { due } = running(facts, 'publicity_period');
    const both = {
      ...facts,
      deadlines: { ...facts.deadlines, filing_cutoff: { ...running(facts, 'filing_cutoff'), due } },
    };
    const { first, may } = upTo(both, due);
    expect(may.map(({ at }) => at)).toEqual([due, due]);
    expect(may).toContainEqual(first);
    expect(first).toEqual(may[0]);
  });

  test('is over for an act at its end: what is judged is what stands after it', () => {
    const facts = posted();
    const { due } = running(facts, 'publicity_period');
    const ended = upTo(facts, due).all.reduce(evolve, facts);
    const act = properAct(ended, 'recommend', policy, due);
    expect(judge(facts, act, policy, calendar2024, due)).toMatchObject({ event: 'recommend', from: 'recommendation' });
    const early = { ...act, receivedAt: due - 1 };
    expect(judge(facts, early, policy, calendar2024, due)).toMatchObject({ code: 'event_not_allowed' });
  });
});

test('A deadline that does nothing in a status passes without an act', () => {
  const { filing_cutoff } = draft().deadlines;
  const facts = { ...standing('review'), deadlines: filing_cutoff ? { filing_cutoff } : {} };
  expect(upTo(facts, Number.MAX_SAFE_INTEGER)).toEqual({ next: null, first: null, may: [], all: [] });
});

test('Nothing comes due by itself where an application has ended', () => {
  expect(upTo(standing('withdrawn'), Number.MAX_SAFE_INTEGER)).toEqual({ next: null, first: null, may: [], all: [] });
});
