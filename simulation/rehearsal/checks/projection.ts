import { projectionOf } from '../../../records/application/projection.js';
import { evolve } from '../../../rules/application/evolve.js';
import { isFinal } from '../../../rules/application/lifecycle.js';
import { differences } from './difference.js';
import type { Observation } from './observation.js';

/** The row equals its workflow: every fact while it can be queried, status and seq once it has ended. */
export function projectionIsWorkflow({ application, workflow: { current, running, result } }: Observation): string[] {
  const { status, seq, facts } = application;
  return [
    ...(current ? differences('row, workflow', facts, current.facts) : []),
    ...(current ? differences('parked steps', current.parked, {}) : []),
    ...differences('running', running, !isFinal(status)),
    ...(result ? differences('row, result', { status, seq }, result) : []),
  ];
}

/** The row is the fold of its events, and its columns repeat its facts. */
export function projectionIsFold({ application, row, timeline, expected }: Observation): string[] {
  const { facts } = application;
  const { applicationId, applicantId, campaignId, unitId, chain } = facts;
  const own = { applicationId, applicantId, campaignId, unitId, chain };
  const opening = { ...expected.opening, ...own };
  const folded = timeline.map(({ transition }) => transition).reduce(evolve, opening);
  const columns = projectionOf(folded);
  const stored = Object.fromEntries(Object.keys(columns).map((name) => [name, row[name]]));
  return [...differences('row, fold', facts, folded), ...differences('column', stored, columns)];
}
