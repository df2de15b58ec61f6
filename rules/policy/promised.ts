import type { Facts } from '../application/facts.js';
import { canonical } from '../canonical.js';
import { filingCutoffOf, type WrittenCutoff } from './filingCutoffs.js';
import type { DefenseFee, Period, Policy, PolicyWindow, Ruled } from './policy.js';
import { windowOf } from './policyWindows.js';
import { type Obligation, obligations } from './stagePlan.js';

type Candidate = Pick<Facts, 'profile' | 'chain'>;

/** A value with its clause. */
type Stated<T> = Pick<Ruled<T>, 'value' | 'clause'>;

/** Numbers of which the larger one is the better for a candidate, by where a policy has them. */
const numbers = {
  maxSubmissions: (policy: Policy) => policy.maxSubmissions,
  paymentGraceWorkingDays: (policy: Policy) => policy.paymentGraceWorkingDays,
  unitPublicityWorkingDays: (policy: Policy) => policy.unitPublicityWorkingDays,
  resultNoticeWorkingDays: (policy: Policy) => policy.resultNoticeWorkingDays,
  defenseNoticeDays: (policy: Policy) => policy.defense.noticeDays,
  reschedulesAfterAbsence: (policy: Policy) => policy.defense.reschedulesAfterAbsence,
} as const satisfies Record<string, (policy: Policy) => Ruled<number>>;
type NumberName = keyof typeof numbers;
const numberNames = Object.keys(numbers) as readonly NumberName[];

/** What a notice has told one candidate: an amendment takes nothing of it from anybody who is under way. */
export interface Promised {
  readonly numbers: Readonly<Record<NumberName, Stated<number>>>;
  /** Each time for a correction that was ever in force; which is the longest depends on the day of the return. */
  readonly corrections: readonly Stated<Period>[];
  readonly correctionUntil: Stated<string> | null;
  readonly defenseFees: readonly Stated<DefenseFee>[];
  readonly windows: Readonly<Record<Obligation, Stated<PolicyWindow> | null>>;
  /** Of the applicant, the unit, and each department of the chain. */
  readonly cutoffs: {
    readonly applicant: WrittenCutoff;
    readonly unit: WrittenCutoff;
    readonly departments: readonly WrittenCutoff[];
  };
}

const stated = <T>({ value, clause }: Stated<T>): Stated<T> => ({ value, clause });

/** What a policy promises a candidate. */
function promisedBy(policy: Policy, { profile, chain }: Candidate): Promised {
  const { correctionUntil } = policy;
  return {
    numbers: Object.fromEntries(
      numberNames.map((name) => [name, stated(numbers[name](policy))]),
    ) as Promised['numbers'],
    corrections: [stated(policy.correction)],
    correctionUntil: correctionUntil && stated(correctionUntil),
    defenseFees: policy.defenseFee ? [stated(policy.defenseFee)] : [],
    windows: Object.fromEntries(
      obligations.map((obligation) => {
        const window = windowOf(obligation, profile, policy);
        return [obligation, window && stated(window)];
      }),
    ) as Promised['windows'],
    cutoffs: {
      applicant: filingCutoffOf('applicant', { chain }, policy),
      unit: filingCutoffOf('unit', { chain }, policy),
      departments: chain.map((_department, level) => filingCutoffOf('department', { chain, level }, policy)),
    },
  };
}

/** The value that is later in the alphabet: dates and times are. */
const laterOf = <T extends { readonly value: string }>(one: T, other: T): T => (other.value > one.value ? other : one);
const largerOf = <T extends { readonly value: number }>(one: T, other: T): T => (other.value > one.value ? other : one);

function widerOf(one: Stated<PolicyWindow> | null, other: Stated<PolicyWindow> | null): Stated<PolicyWindow> | null {
  // Without a window payment is due by the fewest days alone.
  if (!one || !other) return one ?? other;
  const [opens = one.value.opens] = [one.value.opens, other.value.opens].toSorted();
  const later = other.value.due > one.value.due ? other : one;
  return { value: { opens, due: later.value.due }, clause: later.clause };
}

/** Both lists, what stands in both of them once. */
function united<T>(before: readonly T[], later: readonly T[]): readonly T[] {
  const known = new Set(before.map(canonical));
  return [...before, ...later.filter((one) => !known.has(canonical(one)))];
}

/** The better of two promises, value by value; the first where they are equal. */
export function bestOf(before: Promised | null, later: Promised): Promised {
  if (!before) return later;
  const { cutoffs } = before;
  return {
    numbers: Object.fromEntries(
      numberNames.map((name) => [name, largerOf(before.numbers[name], later.numbers[name])]),
    ) as Promised['numbers'],
    corrections: united(before.corrections, later.corrections),
    defenseFees: united(before.defenseFees, later.defenseFees),
    correctionUntil:
      before.correctionUntil && later.correctionUntil
        ? laterOf(before.correctionUntil, later.correctionUntil)
        : (before.correctionUntil ?? later.correctionUntil),
    windows: {
      payment: widerOf(before.windows.payment, later.windows.payment),
      materials: widerOf(before.windows.materials, later.windows.materials),
    },
    cutoffs: {
      applicant: laterOf(cutoffs.applicant, later.cutoffs.applicant),
      unit: laterOf(cutoffs.unit, later.cutoffs.unit),
      departments: cutoffs.departments.map((one, level) => laterOf(one, later.cutoffs.departments[level] ?? one)),
    },
  };
}

/** What a candidate keeps of the present policy when another one comes into force; null: that is no worse in anything. */
export function keptOf(present: Policy, next: Policy, candidate: Candidate): Promised | null {
  const kept = promisedBy(present, candidate);
  const coming = promisedBy(next, candidate);
  const better = bestOf(coming, kept);
  return canonical(better) === canonical(coming) ? null : kept;
}

function withNumbers(policy: Policy, promised: Promised['numbers']): Policy {
  const best = (name: NumberName): Ruled<number> => {
    const own = numbers[name](policy);
    return promised[name].value > own.value ? { ...own, ...promised[name] } : own;
  };
  return {
    ...policy,
    maxSubmissions: best('maxSubmissions'),
    paymentGraceWorkingDays: best('paymentGraceWorkingDays'),
    unitPublicityWorkingDays: best('unitPublicityWorkingDays'),
    resultNoticeWorkingDays: best('resultNoticeWorkingDays'),
    defense: {
      ...policy.defense,
      noticeDays: best('defenseNoticeDays'),
      reschedulesAfterAbsence: best('reschedulesAfterAbsence'),
    },
  };
}

/** The policy as it applies to one application: never worse for the candidate than what was promised before an amendment. */
export function asPromised(policy: Policy, { promised, profile }: Pick<Facts, 'promised' | 'profile'>): Policy {
  if (!promised) return policy;
  return {
    ...withNumbers(policy, promised.numbers),
    correctionUntil: laterCorrectionDate(policy, promised),
    levelWindows: widerWindows(policy, promised, profile),
  };
}

function widerWindows(policy: Policy, promised: Promised, profile: Candidate['profile']): Policy['levelWindows'] {
  const wider = obligations.flatMap((obligation) => {
    const window = widerOf(windowOf(obligation, profile, policy), promised.windows[obligation]);
    return window ? [[obligation, window] as const] : [];
  });
  const { levelWindows } = policy;
  if (wider.length === 0) return levelWindows;
  const { level } = profile;
  const listed = levelWindows?.value ?? [];
  const own = Object.fromEntries(wider.map(([obligation, { value }]) => [obligation, value]));
  const ofLevel = { ...listed.find((one) => one.level === level), ...own, level };
  return {
    source: 'notice',
    confirmed: true,
    clause: [...new Set(wider.map(([, { clause }]) => clause))].join('、'),
    value: [ofLevel, ...listed.filter((one) => one.level !== level)],
  };
}

function laterCorrectionDate({ correctionUntil }: Policy, { correctionUntil: promised }: Promised) {
  if (!promised) return correctionUntil;
  if (!correctionUntil) return { ...promised, source: 'notice', confirmed: true } as const;
  return promised.value > correctionUntil.value ? { ...correctionUntil, ...promised } : correctionUntil;
}
