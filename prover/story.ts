import type { Act } from '../rules/application/act.js';
import { decide, isRefusal } from '../rules/application/decide.js';
import { evolve } from '../rules/application/evolve.js';
import { roleLabels } from '../rules/application/labels.js';
import { eventLabels, lifecycle } from '../rules/application/lifecycle.js';
import type { BilingualText } from '../rules/bilingualText.js';
import { isoInBeijing } from '../rules/calendar/instant.js';
import type { Candidate } from './candidates.js';
import { openingOf, waited } from './explore.js';
import { pathTo, type Subject, type Visited } from './visited.js';
import type { Watch } from './watch.js';

/** One step of a story: who did what when; without `act`, time passed until then. */
export interface StoryStep {
  /** In Beijing, to the millisecond. */
  readonly at: string;
  readonly act?: Act;
  /** The policy the campaign is amended to: index among its amendments. */
  readonly amendment?: number;
  /** For the reader: who did what, and where it led. */
  readonly note: BilingualText;
}

/** A path to a state, as data: it is kept beside the tests and played again by them. */
export interface Story {
  readonly property: string;
  readonly policy: string;
  readonly candidate: Candidate;
  readonly steps: readonly StoryStep[];
}

const joined = (texts: readonly BilingualText[]): BilingualText => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
});

/** The path to a state as a story. */
export function storyOf(property: string, state: Visited, { policy, amended }: Subject): Story {
  const { profile, chain } = state.facts;
  const steps = pathTo(state).flatMap((reached): StoryStep[] => {
    if (!reached.from) return [];
    const { step } = reached.from;
    const at = isoInBeijing(reached.at);
    const to = lifecycle[reached.facts.status];
    if (step.kind === 'wait') {
      const fired = joined(step.transitions.map(({ event }) => eventLabels[event]));
      return [
        { at, note: { zh: `${fired.zh || '时间过去'} → ${to.zh}`, en: `${fired.en || 'Time passes'} → ${to.en}` } },
      ];
    }
    const { act, what } = step;
    const [role, event] = [roleLabels[act.actor.role], eventLabels[act.event]];
    const note = {
      zh: `${role.zh}：${event.zh} → ${to.zh}`,
      en: `${role.en}: ${event.en}${what === '' ? '' : ` (${what})`} → ${to.en}`,
    };
    const amendment = amended.indexOf(reached.policy);
    // A search takes candidates apart as late as it can: the story is of this one from the beginning.
    const told = 'profile' in act.data ? { ...act, data: { ...act.data, profile } } : act;
    return [act.event === 'amend_policy' ? { at, act: told, note, amendment } : { at, act: told, note }];
  });
  return { property, policy: policy.id, candidate: { profile, chain }, steps };
}

/** A story in lines, for people. */
export function linesOf({ steps }: Story, language: keyof BilingualText): readonly string[] {
  return steps.map(({ at, note }) => `${at.slice(0, 23).replace('T', ' ')} ${note[language]}`);
}

/** Plays a story again and shows the watch each step of it. What the law refuses by now is passed over. */
export function playAgain({ candidate, steps }: Story, subject: Subject, watch: Watch): Visited {
  let state = openingOf(candidate, subject);
  for (const { at, act, amendment } of steps) {
    const after = act
      ? actedAgain(state, act, amendment, Date.parse(at), subject)
      : waited(state, Date.parse(at), subject);
    if (!after) continue;
    watch.step(state, after, subject);
    watch.state(after, subject);
    state = after;
  }
  return state;
}

function actedAgain(
  state: Visited,
  act: Act,
  amendment: number | undefined,
  at: number,
  { amended, calendar }: Subject,
): Visited | null {
  const policy = amendment === undefined ? state.policy : (amended[amendment] ?? state.policy);
  const outcome = decide(state.facts, act, policy, calendar, at);
  if (isRefusal(outcome)) return null;
  const step = { kind: 'act', act, what: '', transition: outcome } as const;
  return { ...state, policy, facts: evolve(state.facts, outcome), from: { state, step } };
}
