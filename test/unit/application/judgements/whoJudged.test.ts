import { properAct } from '../../../../prover/properAct.js';
import type { MeetingResult, PaperMinutes, ScoringPanel } from '../../../../rules/application/act.js';
import { decide, isRefusal } from '../../../../rules/application/decide.js';
import { evolve } from '../../../../rules/application/evolve.js';
import type { EventName } from '../../../../rules/application/lifecycle.js';
import { addDays, hour, localDateOf } from '../../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryStep, stories } from '../../../../simulation/story/story.js';
import { calendar2024, draft } from '../../../support/facts.js';

const play = (story: readonly StoryStep[]) => runStory(draft(), story, aksu2024, calendar2024);

function decided(played: ReturnType<typeof play>, event: EventName, data: object, by = 'office-1') {
  const at = Math.max(played.at + hour, played.facts.defenseAt ?? 0);
  const act = properAct(played.facts, event, aksu2024, at, { data, role: 'office', people: { office: by } });
  return decide(played.facts, act, aksu2024, calendar2024, at);
}

describe('A defense is scored', () => {
  const heard = play([...stories.defense, 'schedule_defense']);
  const panel: ScoringPanel = { sessionId: 'session', experts: ['a', 'b', 'c', 'd'], recused: ['d'] };
  const sheet = (expertId: string) => ({ expertId, points: 8_000, recused: false });
  const score = (of: ScoringPanel | null, ids: readonly string[]) =>
    decided(heard, 'score_defense', { panel: of, sheets: ids.map(sheet) });

  test('by the sheets of the panel that heard it, without the recused', () => {
    expect(score(panel, ['a', 'b', 'c'])).toMatchObject({
      to: 'review',
      changes: { score: { sum: 24_000, count: 3 } },
    });
  });

  test('by nobody else: not without a panel, not by a stranger or a recused expert, not while a sheet is missing', () => {
    for (const outcome of [
      score(null, ['a', 'b', 'c']),
      score(panel, ['a', 'b', 'c', 'x']),
      score(panel, ['a', 'b', 'c', 'd']),
      score({ ...panel, recused: [] }, ['a', 'b', 'c']),
    ]) {
      expect(outcome).toMatchObject({ code: 'experts_too_few' });
    }
  });
});

describe('The tally of a meeting', () => {
  const review = play(stories.review);
  const tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };
  const metOn = localDateOf(review.at + hour);
  const paper: PaperMinutes = {
    kind: 'paper',
    scan: { documentId: 'scan', hash: 'e'.repeat(64) },
    drawn: 11,
    heldHere: false,
  };
  const onPaper = (more: Partial<MeetingResult> = {}) => ({ tally, metOn, minutes: paper, ...more });

  function entered(by: string, data: object = onPaper()) {
    const outcome = decided(review, 'enter_tally', data, by);
    if (isRefusal(outcome)) throw new Error(outcome.message);
    return { ...review, facts: evolve(review.facts, outcome) };
  }

  test('that was held here is that of its signed minutes, and nothing else is accepted', () => {
    const minutes = { kind: 'signed', meetingId: 'meeting', metOn, tally } as const;
    expect(decided(review, 'record_tally', { tally, metOn, minutes })).toMatchObject({ to: 'public_notice' });
    const changed = { ...tally, agree: 8, abstain: 2 };
    expect(decided(review, 'record_tally', { tally: changed, metOn, minutes })).toMatchObject({
      code: 'tally_invalid',
    });
    const unsigned = onPaper({ minutes: { ...paper, heldHere: true } });
    expect(decided(review, 'enter_tally', unsigned)).toMatchObject({ code: 'tally_invalid' });
    expect(decided(entered('office-2'), 'record_tally', unsigned)).toMatchObject({ code: 'tally_invalid' });
  });

  test('on paper takes two people, who enter the same from the same scan', () => {
    expect(decided(review, 'record_tally', onPaper())).toMatchObject({ code: 'second_person_needed' });
    expect(decided(entered('office-1'), 'record_tally', onPaper())).toMatchObject({ code: 'second_person_needed' });
    const once = entered('office-2');
    expect(decided(once, 'record_tally', onPaper())).toMatchObject({
      to: 'public_notice',
      changes: { enteredTally: null },
    });
    const scan = { documentId: 'other', hash: 'f'.repeat(64) };
    for (const other of [
      onPaper({ tally: { ...tally, agree: 8, abstain: 2 } }),
      onPaper({ minutes: { ...paper, scan } }),
    ]) {
      expect(decided(once, 'record_tally', other)).toMatchObject({ code: 'tally_invalid' });
    }
  });

  test('on paper needs a scan, a committee that was drawn, and an odd one', () => {
    const wrong = (more: Partial<PaperMinutes>) => onPaper({ minutes: { ...paper, ...more } });
    const twelve = { ...tally, committee: 12, attending: 12, agree: 10 };
    expect(decided(review, 'enter_tally', wrong({ scan: null }))).toMatchObject({ code: 'attachments_missing' });
    expect(decided(review, 'enter_tally', wrong({ drawn: null }))).toMatchObject({ code: 'tally_invalid' });
    expect(decided(review, 'enter_tally', wrong({ drawn: 13 }))).toMatchObject({ code: 'tally_invalid' });
    expect(decided(review, 'enter_tally', { ...wrong({ drawn: 12 }), tally: twelve })).toMatchObject({
      code: 'tally_invalid',
      clause: aksu2024.reviewCommittee.odd.clause,
    });
  });

  test('is of a day between the arrival at review and today', () => {
    const since = localDateOf(review.facts.reviewSince ?? 0);
    for (const day of [addDays(since, -1), addDays(metOn, 1)]) {
      expect(decided(review, 'enter_tally', onPaper({ metOn: day }))).toMatchObject({
        code: 'tally_invalid',
        field: 'metOn',
      });
    }
    expect(decided(review, 'enter_tally', onPaper({ metOn: since }))).toMatchObject({ event: 'enter_tally' });
  });

  test('that was entered once is forgotten when the meeting defers', () => {
    expect(decided(entered('office-2'), 'defer', {})).toMatchObject({ changes: { enteredTally: null } });
  });
});
