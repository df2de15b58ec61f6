import type { LocalDateTime } from '../calendar/instant.js';
import type { DepartmentCutoff } from './belonging.js';
import type { Policy } from './policy.js';

/** A cutoff of filing as the notice writes it. */
export interface WrittenCutoff {
  readonly stage: 'applicant' | 'unit' | 'chain' | 'committee' | 'byDepartment';
  /** The department whose own it is, or null. */
  readonly department: DepartmentCutoff | null;
  readonly value: LocalDateTime;
  readonly clause: string;
}

/** Who has an application in hand before it reaches the committee. */
export type FilingTurn = 'applicant' | 'unit' | 'department';

/**
 * The cutoff of whoever has the application in hand: their own, else that of the next who has one. `chain` are the
 * departments it passes, `level` the one whose turn it is.
 */
export function filingCutoffOf(
  turn: FilingTurn,
  { chain, level = 0 }: { readonly chain: readonly string[]; readonly level?: number },
  { filing }: Pick<Policy, 'filing'>,
): WrittenCutoff {
  const of = (stage: 'applicant' | 'unit' | 'chain'): WrittenCutoff | null => {
    const cutoff = filing[stage];
    return cutoff && { stage, department: null, value: cutoff.value, clause: cutoff.clause };
  };
  const departments = chain.slice(turn === 'department' ? level : 0).map((code): WrittenCutoff | null => {
    const { byDepartment } = filing;
    const department = byDepartment?.value.find((one) => one.code === code);
    return byDepartment && department
      ? { stage: 'byDepartment', department, value: department.due, clause: byDepartment.clause }
      : of('chain');
  });
  const first = { applicant: [of('applicant'), of('unit')], unit: [of('unit')], department: [] }[turn];
  const { value, clause } = filing.committee;
  const last: WrittenCutoff = { stage: 'committee', department: null, value, clause };
  return [...first, ...departments].find((cutoff) => cutoff !== null) ?? last;
}
