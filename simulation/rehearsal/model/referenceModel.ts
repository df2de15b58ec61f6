import type { ProblemCode } from '../../../api/http/problem.js';
import type { Act, Transition } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts, Score } from '../../../rules/application/facts.js';
import { type EventName, findLaw } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import type { Calendar } from '../../../rules/calendar/calendar.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { Dossier, Evidence } from '../../../rules/dossier/dossier.js';
import type { Reminder } from '../../../rules/notifications/reminders.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sampleDocument, unitPapers } from '../../samples/evidence.js';
import { documentsFor, sectionsOf } from '../filling.js';
import { isApiStep, type Step } from '../plan.js';
import { plannedInstant } from '../plannedInstant.js';
import type { Part } from '../roster.js';
import { expectedAct } from './expectedAct.js';
import { expectedReminders } from './expectedReminders.js';

/** What the law alone makes of a plan: no engine, no database, no door. */
export interface Expectation {
  readonly part: Part;
  /** What becomes of each step: null, or the code it is refused with. */
  readonly verdicts: readonly (ProblemCode | null)[];
  readonly transitions: readonly Transition[];
  readonly reminders: readonly Reminder[];
  readonly opening: Facts;
  readonly facts: Facts;
}

/** One application while the oracle plays it. */
interface Playing {
  readonly part: Part;
  readonly opening: Facts;
  openedAt: Instant;
  facts: Facts;
  dossier: Dossier;
  documents: readonly Evidence[];
  readonly transitions: Transition[];
  readonly verdicts: (ProblemCode | null)[];
}

/** Foretells every application of a campaign: all of them together, because an average needs the others' scores. */
export class ReferenceModel {
  readonly #playing: readonly Playing[];

  constructor(
    parts: readonly Part[],
    private readonly policy: Policy,
    private readonly calendar: Calendar,
  ) {
    this.#playing = parts.map((part, index) => this.#opened(part, index));
  }

  /** What becomes of every application once all plans are played and every deadline has passed. */
  expectedOf(): readonly Expectation[] {
    const scenes = this.#playing.flatMap((playing) =>
      playing.part.plan.steps.map((step) => ({ playing, step, at: plannedInstant(step.at, this.policy.year) })),
    );
    for (const { playing, step, at } of scenes.sort((a, b) => a.at - b.at)) this.#play(playing, step, at);
    return this.#playing.map((playing) => {
      this.#passDeadlines(playing, Number.POSITIVE_INFINITY);
      const { part, verdicts, transitions, facts, opening, openedAt } = playing;
      const reminders = expectedReminders(opening, openedAt, transitions, this.policy);
      return { part, verdicts, transitions, facts, opening, reminders };
    });
  }

  #opened(part: Part, index: number): Playing {
    const identity = { applicationId: `application-${index}`, applicantId: `applicant-${index}` };
    const { unit, candidacy } = part;
    const place = { campaignId: this.policy.id, unitId: unit.id, chain: unit.chain };
    const profile = { ...candidacy.profile, defenseExempt: false };
    const opening = openDraft({ ...identity, ...place, profile }, this.policy, this.calendar);
    return { part, opening, openedAt: 0, facts: opening, dossier: {}, documents: [], transitions: [], verdicts: [] };
  }

  #play(playing: Playing, step: Step, at: Instant): void {
    this.#passDeadlines(playing, at);
    const { event } = step;
    playing.verdicts.push(
      isApiStep(event) ? this.#atTheDoor(playing, step, at) : this.#act(playing, { ...step, event }, at),
    );
  }

  #atTheDoor(playing: Playing, { event, data }: Step, at: Instant): null {
    const { candidacy } = playing.part;
    if (event === 'open') playing.openedAt = at;
    if (event === 'fill') {
      playing.dossier = { ...playing.dossier, ...sectionsOf(data, candidacy) };
      playing.documents = [...playing.documents, ...documentsFor(data, candidacy, playing.documents)];
    }
    if (event === 'attach') playing.documents = [...playing.documents, ...unitPapers(candidacy)];
    if (event === 'photograph') playing.documents = [...playing.documents, sampleDocument(candidacy, 'posting_photo')];
    return null;
  }

  #act(playing: Playing, step: Step & { readonly event: EventName }, at: Instant): ProblemCode | null {
    // Another unit's clerk does not even learn that there is such an application.
    if (step.player === 'stranger') return 'not_found';
    const { part, facts, dossier, documents, verdicts } = playing;
    const specialty = this.#specialty(facts.profile.specialty, at);
    const scene = { part, step, at, facts, dossier, documents, specialty };
    const act: Act = expectedAct(scene, `step-${verdicts.length}`, this.policy);
    const outcome = decide(facts, act, this.policy, this.calendar, at);
    if (isRefusal(outcome)) return outcome.code;
    this.#apply(playing, [outcome]);
    return null;
  }

  /** The scores of a specialty's defenders, and how many of them are still to be heard. */
  #specialty(specialty: string, at: Instant): { readonly scores: readonly Score[]; readonly pending: number } {
    const defenders = this.#playing.filter(
      ({ facts: { profile } }) => profile.specialty === specialty && !profile.defenseExempt,
    );
    for (const defender of defenders) this.#passDeadlines(defender, at);
    return {
      scores: defenders.flatMap(({ facts }) => facts.score ?? []),
      pending: defenders.filter(({ facts }) => findLaw(facts.status, 'score_defense')).length,
    };
  }

  #passDeadlines(playing: Playing, upTo: Instant): void {
    this.#apply(playing, dueTransitions(playing.facts, this.policy, this.calendar, upTo));
  }

  #apply(playing: Playing, transitions: readonly Transition[]): void {
    playing.facts = transitions.reduce(evolve, playing.facts);
    playing.transitions.push(...transitions);
  }
}
