import { early } from '../application/guards/guard.js';
import type { BilingualText } from '../bilingualText.js';
import { dueInDigits, formatDueZh, type Instant, instantOf } from '../calendar/instant.js';
import { type FilingTurn, filingCutoffOf } from '../policy/filingCutoffs.js';
import type { Policy } from '../policy/policy.js';
import { anyDepartment } from '../policy/policyWindows.js';
import { everyRound, policyOfRound, roundAt } from '../policy/rounds.js';
import { type Refusal, refuse } from '../refusal.js';
import type { CampaignState } from './campaignStates.js';

/** What a campaign is called: `open` (its state) says nothing of its windows, this does. */
export const campaignPhases = [
  'preparing',
  'not_begun',
  'filing',
  'between_rounds',
  'forwarding',
  'review',
  'closed',
] as const;
export type CampaignPhase = (typeof campaignPhases)[number];
export const campaignPhaseLabels: Readonly<Record<CampaignPhase, BilingualText>> = {
  preparing: { zh: '准备中', en: 'Preparing' },
  not_begun: { zh: '尚未开始受理', en: 'Filing has not begun' },
  filing: { zh: '受理中', en: 'Open for filing' },
  between_rounds: { zh: '本批申报已截止，下一批尚未开始', en: 'Between two rounds of filing' },
  forwarding: { zh: '个人申报已截止，报送中', en: 'Closed to applicants; being forwarded' },
  review: { zh: '申报已截止，评审办理中', en: 'Filing is over; under review' },
  closed: { zh: '已结束', en: 'Closed' },
};

/** The last cutoff of whoever has this turn, below whichever department. */
function lastCutoff(turn: FilingTurn, policy: Policy): Instant {
  const chains = [anyDepartment, ...(policy.filing.byDepartment?.value ?? []).map(({ code }) => [code])];
  return Math.max(...chains.map((chain) => instantOf(filingCutoffOf(turn, { chain }, policy).value)));
}

/** What a campaign is called at an instant: it takes applications only while some applicant's window is open. */
export function campaignPhase(
  { state, policy }: { readonly state: CampaignState; readonly policy: Policy },
  now: Instant,
): CampaignPhase {
  if (state !== 'open') return state;
  const rounds = everyRound(policy);
  const opens = (one: Policy) => instantOf(one.filing.opens.value);
  if (rounds.every((one) => now < opens(one))) return 'not_begun';
  if (rounds.some((one) => now >= opens(one) && now < lastCutoff('applicant', one))) return 'filing';
  if (rounds.some((one) => now < opens(one))) return 'between_rounds';
  return rounds.some((one) => now < instantOf(one.filing.committee.value)) ? 'forwarding' : 'review';
}

/** The round an application begun now below these departments belongs to. */
const roundNow = (chain: readonly string[], policy: Policy, now: Instant) =>
  policyOfRound(policy, roundAt(policy, chain, now));

/**
 * Why filing is not open now for people of a unit below these departments: `window_not_open` before it begins, and
 * `deadline_passed` after the cutoff that binds them. Null: it is open.
 */
export function filingRefusal(chain: readonly string[], policy: Policy, now: Instant): Refusal | null {
  const round = roundNow(chain, policy, now);
  const opens = instantOf(round.filing.opens.value);
  if (now < opens) return early(opens, round.filing.opens.clause, { zh: '申报', en: 'Filing' });
  const cutoff = filingCutoffOf('applicant', { chain }, round);
  const due = instantOf(cutoff.value);
  if (now < due) return null;
  return refuse('deadline_passed', cutoff.clause, {
    zh: `您单位的申报已于${formatDueZh(due)}截止，不能再新建申报。`,
    en: `Filing for your unit closed at ${dueInDigits(due)}; no application can be begun any more.`,
  });
}
