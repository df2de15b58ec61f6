import type { Answer, Transition } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';

/** What transitions change in memory: the facts, the answer each act got, and up to when reminders are settled. */
export class WorkflowState {
  readonly answers: Record<string, Answer>;

  constructor(
    public facts: Facts,
    public remindedUpTo: Instant,
    answers: Readonly<Record<string, Answer>>,
  ) {
    this.answers = { ...answers };
  }

  apply(transition: Transition): Transition {
    this.facts = evolve(this.facts, transition);
    this.answers[transition.key] = { status: transition.to, seq: transition.seq };
    this.remindedUpTo = Math.max(this.remindedUpTo, transition.at);
    return transition;
  }

  /** Remembers this moment; what it gives takes back transitions that were applied since. */
  mark(): (undone: readonly Transition[]) => void {
    const { facts, remindedUpTo } = this;
    return (undone) => {
      for (const { key } of undone) delete this.answers[key];
      this.facts = facts;
      this.remindedUpTo = remindedUpTo;
    };
  }
}
