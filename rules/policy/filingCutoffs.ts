import type { BilingualText } from '../bilingualText.js';
import type { LocalDateTime } from '../calendar/instant.js';
import type { DepartmentCutoff } from './belonging.js';
import type { Policy } from './policy.js';

/** Whom a cutoff of filing binds; the last is one department of the chain. */
export const filingStages = ['applicant', 'unit', 'chain', 'committee', 'byDepartment'] as const;
export type FilingStage = (typeof filingStages)[number];

/** Whose a cutoff is; `department` and `name` are of the one department whose own it is, otherwise null. */
export interface CutoffOwner {
  readonly stage: FilingStage;
  readonly department: string | null;
  readonly name: string | null;
}

const ownerLabels: Readonly<Record<Exclude<FilingStage, 'byDepartment'>, BilingualText>> = {
  applicant: { zh: '个人提交截止', en: 'Cutoff for applicants' },
  unit: { zh: '单位报送截止', en: 'Cutoff for units' },
  chain: { zh: '主管部门报送截止', en: 'Cutoff for departments' },
  committee: { zh: '提交至评委会截止', en: 'Cutoff for reaching the committee' },
};

/** What a cutoff is called: it names whose it is. */
export function cutoffLabel({ stage, name }: Pick<CutoffOwner, 'stage' | 'name'>): BilingualText {
  if (stage !== 'byDepartment') return ownerLabels[stage];
  return { zh: `${name}报送截止`, en: `Cutoff for ${name}` };
}

/** A cutoff of filing as the notice writes it. */
export interface WrittenCutoff {
  readonly stage: FilingStage;
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

/** Whose a written cutoff is. */
export function ownerOf({ stage, department }: WrittenCutoff): CutoffOwner {
  return { stage, department: department?.code ?? null, name: department?.name ?? null };
}
