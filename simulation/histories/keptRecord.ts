import type { RecordedApplication } from '../../activities/applicationActivities.js';
import type { Transition } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { calendar, policy } from './historyCases.js';

const kept = new Map<string, RecordedApplication>();

/** Begins the record of an application that is played. */
export function openRecord(facts: Facts): void {
  kept.set(facts.applicationId, { facts, policy, calendar, answers: {} });
}

/** The application as this record has it. */
export function recordedAs(applicationId: string): RecordedApplication {
  const recorded = kept.get(applicationId);
  if (!recorded) throw new Error(`${applicationId} is not played`);
  return recorded;
}

/** Keeps a transition. */
export function keep(applicationId: string, transition: Transition): undefined {
  const { facts, answers, ...pinned } = recordedAs(applicationId);
  const { key, to: status, seq } = transition;
  const next = { ...answers, [key]: { status, seq } };
  kept.set(applicationId, { ...pinned, facts: evolve(facts, transition), answers: next });
}
