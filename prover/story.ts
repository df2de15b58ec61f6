import type { Act } from '../rules/application/act.js';
import { decide, isRefusal } from '../rules/application/decide.js';
import { evolve } from '../rules/application/evolve.js';
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
  /** For the reader: what is special, and where it led. */
  readonly note: string;
}

/** A path to a state, as data: it is kept beside the tests and played again by them. */
export interface Story {
  readonly property: string;
  readonly policy: string;
  readonly candidate: Candidate;
  readonly steps: readonly StoryStep[];
}

/** The path to a state as a story. */
export function storyOf(property: string, state: Visited, { policy, candidate, amended }: Subject): Story {
  const steps = pathTo(state).flatMap((reached): StoryStep[] => {
    if (!reached.from) return [];
    const { step } = reached.from;
    const at = isoInBeijing(reached.at);
    const { status } = reached.facts;
    if (step.kind === 'wait') {
      const fired = step.transitions.map(({ event }) => event).join(', ');
      return [{ at, note: `${fired === '' ? 'time passes' : fired} → ${status}` }];
    }
    const amendment = amended.indexOf(reached.policy);
    const about = step.what === '' ? '' : ` (${step.what})`;
    const act = { at, act: step.act, note: `${step.act.event} by ${step.act.actor.role}${about} → ${status}` };
    return [step.act.event === 'amend_policy' ? { ...act, amendment } : act];
  });
  return { property, policy: policy.id, candidate, steps };
}

/** A story in lines, for the terminal. */
export function linesOf({ steps }: Story): readonly string[] {
  return steps.map(({ at, note }) => `  ${at.slice(0, 23).replace('T', ' ')}  ${note}`);
}

/** Plays a story again and shows the watch each step of it. What the law refuses by now is passed over. */
export function playAgain({ steps }: Story, subject: Subject, watch: Watch): Visited {
  let state = openingOf(subject);
  for (const { at, act, amendment } of steps) {
    const until = Date.parse(at);
    if (!act) {
      const after = waited(state, until, subject);
      watch.step(state, after, subject);
      state = after;
    } else {
      const policy = amendment === undefined ? state.policy : (subject.amended[amendment] ?? state.policy);
      const outcome = decide(state.facts, act, policy, subject.calendar, until);
      if (isRefusal(outcome)) continue;
      const step = { kind: 'act', act, what: '', transition: outcome } as const;
      const after = { ...state, policy, facts: evolve(state.facts, outcome), from: { state, step } };
      watch.step(state, after, subject);
      state = after;
    }
    watch.state(state, subject);
  }
  return state;
}
