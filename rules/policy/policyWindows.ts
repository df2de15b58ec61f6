import type { Profile } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
import { type Instant, instantOf, type LocalDate, localDateOf } from '../calendar/instant.js';
import { labelOfCode } from '../campaign/codes.js';
import type { DepartmentCutoff } from './belonging.js';
import { committeeOf } from './committees.js';
import { filingCutoffOf } from './filingCutoffs.js';
import {
  type LevelWindows,
  type OwnWindows,
  type Policy,
  type PolicyWindow,
  type WindowName,
  windowNames,
} from './policy.js';

/** One window of a campaign as instants, with the name and clause people know it by. */
export interface NamedWindow {
  readonly path: string;
  /** Of the committee's work; absent: a cutoff of filing. */
  readonly name?: WindowName;
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  readonly opens: Instant;
  /** The first instant that is too late. */
  readonly due: Instant;
}

/** A window as the notice writes it, with both its ends. */
export interface NoticeWindow extends NamedWindow {
  readonly written: PolicyWindow;
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

const windowLabels: Readonly<Record<WindowName, BilingualText>> = {
  audit: { zh: '审核', en: 'Audit' },
  payment: { zh: '缴费', en: 'Payment' },
  materials: { zh: '材料报送', en: 'Delivery of the originals' },
};

/** Whether the campaign has what a window is for. */
function isHeld(name: WindowName, { stages }: Policy): boolean {
  return name === 'audit' || stages[name].value;
}

/** A window as the notice writes it, with its clause. */
interface WrittenWindow {
  readonly value: PolicyWindow;
  readonly clause: string;
}

/** The window of a candidate: of the level, else of the committee, else the campaign's; null: there is none. */
export function windowOf(
  name: WindowName,
  { level, specialty }: Pick<Profile, 'level' | 'specialty'>,
  policy: Pick<Policy, WindowName | 'levelWindows' | 'reviewCommittee'>,
): WrittenWindow | null {
  const { levelWindows, reviewCommittee } = policy;
  const ofLevel = levelWindows?.value.find((one) => one.level === level)?.[name];
  if (levelWindows && ofLevel) return { value: ofLevel, clause: levelWindows.clause };
  const ofCommittee = committeeOf(specialty, policy)?.windows?.[name];
  return ofCommittee ? { value: ofCommittee, clause: reviewCommittee.committees.clause } : (policy[name] ?? null);
}

function ownWindows(
  own: OwnWindows,
  whose: BilingualText,
  { path, clause }: Pick<NamedWindow, 'path' | 'clause'>,
): readonly NoticeWindow[] {
  return windowNames.flatMap((name) => {
    const value = own[name];
    if (!value) return [];
    const { zh, en } = windowLabels[name];
    return [
      { ...named(name, { value, clause }, path), zh: `${whose.zh}${zh}`, en: `${whose.en}: ${en.toLowerCase()}` },
    ];
  });
}

function named(name: WindowName, { value, clause }: WrittenWindow, path: string): NoticeWindow {
  const [opens, due] = [instantOf(value.opens), instantOf(value.due)];
  return { name, path, ...windowLabels[name], clause, opens, due, written: value };
}

/**
 * The windows of the committees' work: audit, and payment and originals where the campaign asks for them; the campaign's,
 * then those of single committees and levels.
 */
export function windowsOfCommittee(policy: Policy): readonly NoticeWindow[] {
  const { committees } = policy.reviewCommittee;
  const { levelWindows } = policy;
  return [
    ...windowNames.flatMap((name) => {
      const window = policy[name];
      return window ? [named(name, window, name)] : [];
    }),
    ...committees.value.flatMap(({ name, windows = {} }) =>
      ownWindows(windows, { zh: name, en: name }, { path: 'reviewCommittee.committees', clause: committees.clause }),
    ),
    ...(levelWindows?.value ?? []).flatMap((own: LevelWindows) =>
      ownWindows(own, labelOfCode(policy.codes.levels, own.level), {
        path: 'levelWindows',
        clause: levelWindows?.clause ?? '',
      }),
    ),
  ].filter(({ name }) => name !== undefined && isHeld(name, policy));
}

/** The window of the defense fee, where the notice sets one. */
export function windowsOfDefenseFee({ defenseFee }: Pick<Policy, 'defenseFee'>): readonly NoticeWindow[] {
  const window = defenseFee?.value.window;
  if (!defenseFee || !window) return [];
  const [opens, due] = [instantOf(window.opens), instantOf(window.due)];
  return [
    {
      path: 'defenseFee',
      zh: '答辩费缴纳',
      en: 'Payment of the defense fee',
      clause: defenseFee.clause,
      opens,
      due,
      written: window,
    },
  ];
}

/** The windows of each kind of candidate, each set once: a committee and a level together decide them. */
export function windowsByCandidate(policy: Policy): readonly Readonly<Partial<Record<WindowName, NamedWindow>>>[] {
  const listed = windowsOfCommittee(policy);
  const sets = policy.levels.value.flatMap((level) =>
    policy.reviewCommittee.committees.value.map(({ specialties: [specialty = ''] }) =>
      Object.fromEntries(
        windowNames.flatMap((name) => {
          const window = windowOf(name, { level, specialty }, policy);
          const opens = window && instantOf(window.value.opens);
          const due = window && instantOf(window.value.due);
          const entry = listed.find((one) => one.name === name && one.opens === opens && one.due === due);
          return entry ? [[name, entry]] : [];
        }),
      ),
    ),
  );
  const key = (set: (typeof sets)[number]) =>
    JSON.stringify(windowNames.map((name) => [set[name]?.opens, set[name]?.due]));
  return [...new Map(sets.map((set) => [key(set), set])).values()];
}
