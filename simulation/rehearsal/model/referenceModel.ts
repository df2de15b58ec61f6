import type { ProblemCode } from '../../../api/http/problem.js';
import type { Act, Transition } from '../../../rules/application/act.js';
import { decide, isRefusal } from '../../../rules/application/decide.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts, Score } from '../../../rules/application/facts.js';
import type { EventName } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { dueTransitions } from '../../../rules/application/timers.js';
import type { Calendar } from '../../../rules/calendar/calendar.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import { filingRefusal } from '../../../rules/campaign/campaignPhase.js';
import { mayDefend } from '../../../rules/defense/mayDefend.js';
import type { Dossier, Evidence } from '../../../rules/dossier/dossier.js';
import type { Reminder } from '../../../rules/notifications/reminders.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { sampleDocument, unitPapers } from '../../samples/evidence.js';
import { documentsFor, sectionsOf } from '../formInput.js';
import { onPaper } from '../jointActs.js';
import { isApiStep, type Step } from '../plans/plan.js';
import { plannedInstant } from '../plans/plannedInstant.js';
import type { RehearsalCase } from '../rehearsalCase.js';
import { expectedAct } from './expectedAct.js';
import { expectedReminders } from './expectedReminders.js';

/** What the rules alone predict for a plan, without engine, database or API. */
export interface Expectation {
  readonly testCase: RehearsalCase;
  /** For each step, null or the code it is refused with. */
  readonly verdicts: readonly (ProblemCode | null)[];
  readonly transitions: readonly Transition[];
  readonly reminders: readonly Reminder[];
  readonly opening: Facts;
  readonly facts: Facts;
}

/** The state of one application in the model. */
interface ModelState {
  readonly testCase: RehearsalCase;
  readonly opening: Facts;
  openedAt: Instant;
  facts: Facts;
  dossier: Dossier;
  documents: readonly Evidence[];
  readonly transitions: Transition[];
  readonly verdicts: (ProblemCode | null)[];
}

/** Predicts all applications of a campaign together, because an average needs the scores of the others. */
export class ReferenceModel {
  readonly #states: readonly ModelState[];

  constructor(
    cases: readonly RehearsalCase[],
    private readonly policy: Policy,
    private readonly calendar: Calendar,
  ) {
    this.#states = cases.map((testCase, index) => this.#opened(testCase, index));
  }

  /** The prediction once all steps are performed and every deadline has passed. */
  predict(): readonly Expectation[] {
    const steps = this.#states.flatMap((state) =>
      state.testCase.plan.steps.map((step) => ({ state, step, at: plannedInstant(step.at, this.policy.year) })),
    );
    for (const { state, step, at } of steps.sort((a, b) => a.at - b.at)) this.#run(state, step, at);
    return this.#states.map((state) => {
      this.#passDeadlines(state, Number.POSITIVE_INFINITY);
      const { testCase, verdicts, transitions, facts, opening, openedAt } = state;
      const reminders = expectedReminders(opening, openedAt, transitions, this.policy);
      return { testCase, verdicts, transitions, facts, opening, reminders };
    });
  }

  #opened(testCase: RehearsalCase, index: number): ModelState {
    const identity = { applicationId: `application-${index}`, applicantId: `applicant-${index}` };
    const { unit, candidacy } = testCase;
    const place = {
      campaignId: this.policy.id,
      unitId: unit.id,
      chain: unit.chain,
      unitRegion: unit.region ?? null,
    };
    const profile = { ...candidacy.profile, defenseExempt: false };
    const opening = openDraft({ ...identity, ...place, profile }, this.policy, this.calendar);
    return {
      testCase,
      opening,
      openedAt: 0,
      facts: opening,
      dossier: {},
      documents: [],
      transitions: [],
      verdicts: [],
    };
  }

  #run(state: ModelState, step: Step, at: Instant): void {
    this.#passDeadlines(state, at);
    const { event } = step;
    state.verdicts.push(
      isApiStep(event) ? this.#applyApiStep(state, step, at) : this.#act(state, { ...step, event }, at),
    );
  }

  #applyApiStep(state: ModelState, { event, data }: Step, at: Instant): ProblemCode | null {
    const { candidacy, unit } = state.testCase;
    if (event === 'open') {
      const closed = filingRefusal(unit.chain, this.policy, at);
      if (closed) return closed.code;
      state.openedAt = at;
    }
    if (event === 'fill') {
      state.dossier = { ...state.dossier, ...sectionsOf(data, candidacy) };
      state.documents = [...state.documents, ...documentsFor(data, candidacy, state.documents)];
    }
    if (event === 'attach') state.documents = [...state.documents, ...unitPapers(candidacy)];
    if (event === 'photograph') state.documents = [...state.documents, sampleDocument(candidacy, 'posting_photo')];
    if (event === 'scan') state.documents = [...state.documents, sampleDocument(candidacy, 'entrusted_decision')];
    return null;
  }

  #act(state: ModelState, step: Step & { readonly event: EventName }, at: Instant): ProblemCode | null {
    // A clerk of another unit must not learn that the application exists.
    if (step.actor === 'stranger') return 'not_found';
    if (onPaper(step, state.testCase)) this.#enter(state, step, at);
    const { testCase, facts, dossier, documents, verdicts } = state;
    const specialty = this.#specialty(facts.profile.specialty, at);
    const context = { testCase, step, at, facts, dossier, documents, specialty };
    const act: Act = expectedAct(context, `step-${verdicts.length}`, this.policy);
    const outcome = decide(facts, act, this.policy, this.calendar, at);
    if (isRefusal(outcome)) return outcome.code;
    this.#apply(state, [outcome]);
    return null;
  }

  /** A tally on paper is entered by another person first, from minutes the office has scanned. */
  #enter(state: ModelState, step: Step, at: Instant): void {
    const minutes = sampleDocument(state.testCase.candidacy, 'paper_minutes');
    state.documents = [...state.documents, minutes];
    this.#act(state, { ...step, event: 'enter_tally', actor: 'second_office' }, at);
  }

  /** The scores of a specialty's defenses, and the number of candidates still to be heard. */
  #specialty(specialty: string, at: Instant): { readonly scores: readonly Score[]; readonly pending: number } {
    const defenders = this.#states.filter(
      ({ facts: { profile } }) => profile.specialty === specialty && !profile.defenseExempt,
    );
    for (const defender of defenders) this.#passDeadlines(defender, at);
    const awaited = mayDefend(this.policy);
    return {
      scores: defenders.flatMap(({ facts }) => facts.score ?? []),
      pending: defenders.filter(
        ({ facts: { status, dossierHash, profile } }) =>
          dossierHash !== null &&
          awaited.statuses.includes(status) &&
          awaited.levels.includes(profile.level) &&
          awaited.tracks.includes(profile.track),
      ).length,
    };
  }

  #passDeadlines(state: ModelState, upTo: Instant): void {
    this.#apply(state, dueTransitions(state.facts, this.policy, this.calendar, upTo));
  }

  #apply(state: ModelState, transitions: readonly Transition[]): void {
    state.facts = transitions.reduce(evolve, state.facts);
    state.transitions.push(...transitions);
  }
}
