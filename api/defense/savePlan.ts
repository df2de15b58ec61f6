import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Statements } from '../../records/database.js';
import { lockPlanning } from '../../records/defense/defensePlans.js';
import type { DefenseSession } from '../../records/defense/defenseSessions.js';
import { inTransaction } from '../../records/inTransaction.js';
import type { DefensePlan } from '../../rules/defense/plan.js';
import { type PlanCircumstances, planProblems } from '../../rules/defense/planProblems.js';
import type { Deps } from '../deps.js';
import { fieldError } from '../http/fieldErrors.js';
import { labelsOf, problemOf } from '../http/problem.js';
import { planCircumstances, recusalFacts } from './circumstances.js';

/**
 * Checks a plan against everything else and saves it, with nobody else saving one meanwhile. `except`: the session whose
 * place it takes. @throws Problem with the first thing that is wrong, and all of them as `errors`
 */
export async function savePlan<Answer>(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  planned: {
    readonly campaign: Campaign;
    readonly plan: DefensePlan;
    readonly except: DefenseSession['id'] | null;
  },
  save: (statements: Statements, at: PlanCircumstances) => Promise<Answer>,
): Promise<Answer> {
  const known = await recusalFacts(db, planned, await clock());
  return await inTransaction(db, async (statements) => {
    await lockPlanning(statements);
    const at = await planCircumstances(statements, planned, known);
    const problems = planProblems(planned.plan, at);
    const [first] = problems;
    if (first) {
      const errors = problems.map((problem) => fieldError(problem.field ?? '', labelsOf(problem)));
      // A single fault is the problem itself.
      throw problemOf(first, errors.length > 1 ? { errors } : {});
    }
    return await save(statements, at);
  });
}
