import { asWritten, workingDayPeriod } from '../application/counting/periods.js';
import type { Calendar } from '../calendar/calendar.js';
import { addDays, type Instant, instantOf, localDateOf } from '../calendar/instant.js';
import type { ClauseKey } from '../policy/clauses.js';
import type { Policy, WindowName } from '../policy/policy.js';
import { type NamedWindow, windowsByCandidate } from '../policy/policyWindows.js';
import { everyRound } from '../policy/rounds.js';
import type { CampaignDate, CampaignFacts } from './campaignFacts.js';

/** The part of a policy that decides a campaign's own progress. */
export interface CampaignSchedule {
  readonly policyVersion: number;
  /** The instant of each date; a date the campaign does not have is absent. */
  readonly dates: Readonly<Partial<Record<CampaignDate, { readonly at: Instant; readonly clause: string }>>>;
  readonly planFiled: boolean;
  readonly resultsFiled: boolean;
  readonly publicNotice: boolean;
  /** False where no track has a meeting; absent: some have. */
  readonly meets?: false;
  /** Codes of its committees. */
  readonly committees: readonly string[];
  /** Where the notice has what the law of the campaign rests on. */
  readonly clauses: Pick<Policy['clauses'], (typeof citedClauses)[number]>;
}

const citedClauses = [
  'schedule',
  'filing',
  'audit_window',
  'payment_window',
  'materials_window',
  'result_notice',
] as const satisfies readonly ClauseKey[];

function pick<T, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, Key>;
}

/** The schedule a policy gives, counted on a calendar: cutoffs roll to a working day where the policy lets them. */
export function scheduleOf(policy: Policy, calendar: Calendar): CampaignSchedule {
  const rules = policy.reviewCommittee;
  const rounds = everyRound(policy);
  const { opens } = policy.filing;
  const { committee } = rounds.at(-1)?.filing ?? policy.filing;
  const cutoff = (written: string, clause: string) => ({
    at: asWritten(instantOf(written), clause, policy, calendar).due,
    clause,
  });
  const windows = rounds.flatMap((one) => windowsByCandidate(one));
  /** The last end among the candidates' windows, or nothing where there are none. */
  const lastEnd = (date: CampaignDate, names: readonly WindowName[]): CampaignSchedule['dates'] => {
    const ends = windows.flatMap((set) => names.flatMap((name) => set[name] ?? []));
    const last = ends.reduce<NamedWindow | null>((one, other) => (one && one.due >= other.due ? one : other), null);
    return last ? { [date]: { at: asWritten(last.due, last.clause, policy, calendar).due, clause: last.clause } } : {};
  };
  return {
    policyVersion: policy.version,
    dates: {
      filing_opens: { at: instantOf(opens.value), clause: opens.clause },
      filing_cutoff: cutoff(committee.value, committee.clause),
      ...lastEnd('audit_ends', ['audit']),
      ...lastEnd('payment_ends', ['payment', 'materials']),
    },
    planFiled: rules.planFiled.value,
    resultsFiled: rules.resultsFiled.value,
    publicNotice: policy.stages.publicNotice.value,
    ...(policy.codes.tracks.every(({ omits }) => omits.includes('meeting')) ? { meets: false as const } : {}),
    committees: rules.committees.value.map(({ code }) => code),
    clauses: pick(policy.clauses, citedClauses),
  };
}

/**
 * The end of the public notice of results signed at this instant, or null where the campaign has no notice. It begins the
 * next day, holiday or not, and its working days are counted after that day.
 */
export function noticeEndOf(signedAt: Instant, policy: Policy, calendar: Calendar): Instant | null {
  if (!policy.stages.publicNotice.value) return null;
  const from = addDays(localDateOf(signedAt), 1);
  return workingDayPeriod(from, policy.resultNoticeWorkingDays, policy, calendar).due;
}

/** A campaign at its beginning; one that was opened before campaigns had a life of their own is announced already. */
export function newCampaign(campaignId: string, schedule: CampaignSchedule, opened: boolean): CampaignFacts {
  return {
    campaignId,
    status: opened ? 'announced' : 'preparing',
    seq: 0,
    lastAt: null,
    schedule,
    passed: [],
    meetings: [],
    committeesLeft: 0,
    noticeEnds: null,
    resultsFiledAt: null,
  };
}
