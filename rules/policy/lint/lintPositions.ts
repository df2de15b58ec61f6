import type { Policy } from '../policy.js';
import type { LintFinding } from './lintFinding.js';

/** Positions that units have to state (评聘结合) although the notice has it nowhere: a refusal could not cite it. */
export function lintPositions({ positions, clauses }: Pick<Policy, 'positions' | 'clauses'>): readonly LintFinding[] {
  if (!positions.value || clauses.positions !== null) return [];
  return [
    {
      code: 'positions_without_clause',
      severity: 'warning',
      clause: positions.clause,
      date: null,
      message: '要求填报岗位、按空缺推荐，但没有写明通知的依据；没有空缺而不予推荐时无从引用，请补上条款。',
      messageEn:
        'Units have to state their positions and recommend only for vacant ones, but no clause of the notice says so. A refusal for want of a position could not cite it; please add the clause.',
      path: 'clauses.positions',
    },
  ];
}
