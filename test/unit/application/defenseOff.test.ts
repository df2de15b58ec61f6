import { properAct } from '../../../prover/properAct.js';
import type { Act } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { EventName } from '../../../rules/application/lifecycle.js';
import { hour } from '../../../rules/calendar/instant.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, type StoryResult, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';

const appointed = runStory(draft(), [...stories.defense, 'schedule_defense'], aksu2024, calendar2024);

/** What the law says when the office does this an hour after a story. */
function after({ facts, at }: Pick<StoryResult, 'facts' | 'at'>, event: EventName, more: Partial<Act> = {}) {
  const act = { ...properAct(facts, event, aksu2024, at + hour), ...more };
  return decide(facts, act, aksu2024, calendar2024, act.receivedAt);
}

test('a defense that is called off leaves no time and no absence, and tells the applicant the time it was to be', () => {
  const outcome = after(appointed, 'call_off_defense');
  if (isRefusal(outcome)) throw new Error(outcome.message);
  expect(outcome.data).toEqual({ was: appointed.facts.defenseAt });
  expect(letterRequestsOf(outcome)).toEqual([{ kind: 'defense_called_off', to: 'applicant' }]);
  const facts = evolve(appointed.facts, outcome);
  expect(facts).toMatchObject({ status: 'defense', defenseAt: null, absences: 0 });
  const late = { receivedAt: (appointed.facts.defenseAt ?? 0) + hour };
  expect(after({ facts, at: appointed.at }, 'mark_absent', late)).toMatchObject({ code: 'defense_not_held' });
});

test('it takes a reason, and a time that can be taken back', () => {
  expect(after(appointed, 'call_off_defense', { freeTextHash: null })).toMatchObject({ code: 'free_text_missing' });
  const waiting = runStory(draft(), stories.defense, aksu2024, calendar2024);
  expect(after(waiting, 'call_off_defense')).toMatchObject({ code: 'defense_not_held', clause: '通知 四（四）' });
});
