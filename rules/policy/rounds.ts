import type { BilingualText } from '../bilingualText.js';
import { type Instant, instantOf, type LocalDateTime } from '../calendar/instant.js';
import type { DepartmentCutoff } from './belonging.js';
import { type FilingTurn, filingCutoffOf } from './filingCutoffs.js';
import type { OwnWindows, Policy, Ruled } from './policy.js';

/** One of the later rounds of a campaign (批次): its own cutoffs of filing, and windows in place of the campaign's. */
export interface Round extends BilingualText {
  readonly code: string;
  readonly filing: {
    readonly opens: LocalDateTime;
    readonly applicant: LocalDateTime | null;
    readonly unit: LocalDateTime | null;
    readonly chain: LocalDateTime | null;
    readonly byDepartment: readonly DepartmentCutoff[] | null;
    readonly committee: LocalDateTime;
  };
  readonly windows: OwnWindows;
  readonly correctionUntil: LocalDateTime | null;
}

/** The rounds of a campaign that has several a year. The first has the campaign's own cutoffs and windows. */
export interface Rounds {
  readonly first: BilingualText;
  readonly later: readonly Round[];
}

/**
 * The policy as it is for a round's applications, its dates in place of the campaign's; null: the first round. The windows of
 * a level and of a committee still come before those of the round.
 */
export function policyOfRound(policy: Policy, code: string | null): Policy {
  const { rounds } = policy;
  const round = rounds?.value.later.find((one) => one.code === code);
  if (!rounds || !round) return policy;
  const ruled = <T>(value: T): Ruled<T> => ({ ...rounds, value });
  const maybe = <T>(value: T | null) => (value === null ? null : ruled(value));
  const { filing, windows, correctionUntil } = round;
  return {
    ...policy,
    filing: {
      opens: ruled(filing.opens),
      applicant: maybe(filing.applicant),
      unit: maybe(filing.unit),
      chain: maybe(filing.chain),
      byDepartment: maybe(filing.byDepartment),
      committee: ruled(filing.committee),
      afterReturn: policy.filing.afterReturn,
    },
    audit: windows.audit ? ruled(windows.audit) : policy.audit,
    payment: windows.payment ? ruled(windows.payment) : policy.payment,
    materials: windows.materials ? ruled(windows.materials) : policy.materials,
    correctionUntil: maybe(correctionUntil),
  };
}

/** The policy for each round in turn; once where there is one round. */
export function everyRound(policy: Policy): readonly Policy[] {
  return namedRounds(policy).map((round) => round.policy);
}

/** The rounds with their names and policies; one without a name where the campaign has one round only. */
export function namedRounds(
  policy: Policy,
): readonly { readonly label: BilingualText | null; readonly policy: Policy }[] {
  const codes = [null, ...(policy.rounds?.value.later ?? []).map(({ code }) => code)];
  return codes.map((code) => ({ label: roundLabel(policy, code), policy: policyOfRound(policy, code) }));
}

/** What a round is called; null where the campaign has one round only. */
export function roundLabel(policy: Pick<Policy, 'rounds'>, code: string | null): BilingualText | null {
  if (!policy.rounds) return null;
  const { first, later } = policy.rounds.value;
  const { zh, en } = later.find((one) => one.code === code) ?? first;
  return { zh, en };
}

/**
 * The round of an application that is started at an instant below these departments: the first whose cutoff for applicants
 * (or for whose turn it is) is still to come, else the last. An application belongs to the round in which it is started, and not to the one in which
 * it is submitted: its cutoff runs, and reminds, from the start.
 */
export function roundAt(
  policy: Policy,
  chain: readonly string[],
  at: Instant,
  turn: FilingTurn = 'applicant',
): string | null {
  const codes = [null, ...(policy.rounds?.value.later ?? []).map(({ code }) => code)];
  const open = codes.find((code) => at < instantOf(filingCutoffOf(turn, { chain }, policyOfRound(policy, code)).value));
  return open === undefined ? (codes.at(-1) ?? null) : open;
}
