import { findApplication } from '../../../records/application/applications.js';
import type { Database } from '../../../records/database.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { hearCandidate } from '../../hurried/hearing.js';
import { expertsPoints } from '../model/stepDefaults.js';
import type { Step } from '../plans/plan.js';
import type { CaseRun } from '../stepRunner.js';

/** Hears a candidate outside the planned session: a panel of the committee and its sheets, at the appointed instant. */
export function hearAlone(db: Database, policy: Policy): (run: CaseRun, step: Step) => Promise<void> {
  return async ({ id, testCase }, { data }) => {
    const application = id === null ? null : await findApplication(db, id);
    const heldAt = application?.facts.defenseAt;
    if (!application || heldAt == null) return;
    await hearCandidate(db, {
      facts: application.facts,
      heldAt,
      criteria: policy.reviewCommittee.criteria.value,
      points: expertsPoints(data, testCase),
      recused: data.recused === true,
    });
  };
}
