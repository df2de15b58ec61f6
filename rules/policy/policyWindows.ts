import { type Instant, instantOf, type LocalDate, localDateOf } from '../calendar/instant.js';
import type { DepartmentCutoff } from './belonging.js';
import { filingCutoffOf } from './filingCutoffs.js';
import type { Policy } from './policy.js';

/** One window of a campaign as instants, with the name and clause people know it by. */
export interface NamedWindow {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  readonly opens: Instant;
  /** The first instant that is too late. */
  readonly due: Instant;
}

/** The last day of a window: the one its due instant ends, or lies in. */
export function lastDayOf({ due }: Pick<NamedWindow, 'due'>): LocalDate {
  return localDateOf(due - 1);
}

const filingStages = [
  ['applicant', '个人提交', 'Submission by applicants'],
  ['unit', '单位报送', 'Submission by units'],
  ['chain', '主管部门报送', 'Submission by departments'],
  ['committee', '提交至评委会', 'Submission to the committee'],
] as const;

/** The cutoffs of filing that this campaign sets, in the order an application meets them. */
export function filingWindows({ filing }: Policy): readonly NamedWindow[] {
  return filingStages.flatMap(([stage, zh, en]) => {
    const cutoff = filing[stage];
    if (cutoff === null) return [];
    const { value, clause } = cutoff;
    const [opens, due] = [instantOf(filing.opens.value), instantOf(value)];
    return [{ path: `filing.${stage}`, zh, en, clause, opens, due }];
  });
}

/** The cutoffs of single departments, in the policy's order. */
export function departmentWindows({ filing }: Policy): readonly NamedWindow[] {
  const { byDepartment, opens } = filing;
  if (!byDepartment) return [];
  const { value, clause } = byDepartment;
  return value.map((one) => departmentWindow(one, clause, instantOf(opens.value)));
}

function departmentWindow({ name, due }: DepartmentCutoff, clause: string, opens: Instant): NamedWindow {
  const [zh, en] = [`${name}报送`, `Submission by ${name}`];
  return { path: 'filing.byDepartment', zh, en, clause, opens, due: instantOf(due) };
}

/** The chain of a unit that is not known: some department without a cutoff of its own. */
export const anyDepartment: readonly string[] = ['*'];

/** The cutoff that an applicant, or a unit after its publicity, has to meet below these departments. */
export function filingWindowOf(turn: 'applicant' | 'unit', policy: Policy, chain: readonly string[]): NamedWindow {
  const { stage, department, value, clause } = filingCutoffOf(turn, { chain }, policy);
  const opens = instantOf(policy.filing.opens.value);
  if (department) return departmentWindow(department, clause, opens);
  const [, zh, en] = filingStages.find(([name]) => name === stage) ?? ['committee', '申报', 'Filing'];
  return { path: `filing.${stage}`, zh, en, clause, opens, due: instantOf(value) };
}

const committeeWindows = [
  ['audit', '审核', 'Audit'],
  ['payment', '缴费', 'Payment'],
  ['materials', '材料报送', 'Delivery of the originals'],
] as const;

/** The committee's windows: audit, and payment and originals where the campaign asks for them. */
export function windowsOfCommittee(policy: Policy): readonly NamedWindow[] {
  return committeeWindows
    .filter(([name]) => name === 'audit' || policy.stages[name].value)
    .map(([name, zh, en]) => {
      const { value, clause } = policy[name];
      return { path: name, zh, en, clause, opens: instantOf(value.opens), due: instantOf(value.due) };
    });
}
