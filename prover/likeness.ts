import type { Facts, Profile } from '../rules/application/facts.js';
import { type EventLaw, lifecycle, type StatusLaw, turnOf } from '../rules/application/lifecycle.js';
import type { ChooserName } from '../rules/application/next.js';
import { type OmissibleStage, omissibleStages } from '../rules/campaign/codes.js';
import { asksPositions } from '../rules/campaign/positions.js';
import { claimsExemption } from '../rules/candidate/defenseExemption.js';
import { canonical } from '../rules/canonical.js';
import { averageAwaitedUntil } from '../rules/defense/mayDefend.js';
import { belongingRefusal } from '../rules/policy/belonging.js';
import { filingCutoffOf } from '../rules/policy/filingCutoffs.js';
import type { Policy } from '../rules/policy/policy.js';
import { windowOf } from '../rules/policy/policyWindows.js';
import { holds, isEntrusted, obligationsAround, owesDefenseFee } from '../rules/policy/stagePlan.js';
import type { Candidate } from './candidates.js';

const stages = Object.keys(omissibleStages) as readonly OmissibleStage[];

/** Until the unit recommends: whether its people may file, and these two cutoffs. */
function seenByUnit(chain: readonly string[], policy: Policy): string {
  const belongs = belongingRefusal(placeIn(policy, chain), policy) === null;
  return [
    belongs,
    ...(['applicant', 'unit'] as const).map((turn) => filingCutoffOf(turn, { chain }, policy).value),
  ].join();
}

/** A unit whose people may file, where the notice names units or regions. */
export function placeIn({ belonging }: Policy, chain: readonly string[]) {
  const { units, regions } = belonging?.value ?? { units: [], regions: [] };
  return { unitId: units[0]?.code ?? 'unit-1', unitRegion: regions[0]?.code ?? null, chain };
}

/** With the departments: which of them has it, and the cutoffs of those that are left. */
function seenByDepartments(chain: readonly string[], from: number, policy: Policy): string {
  const levels = [...chain.keys()].slice(from);
  return [from, ...levels.map((level) => filingCutoffOf('department', { chain, level }, policy).value)].join();
}

const seenBefore = new WeakMap<Policy, Map<string, string>>();

/** What the law looks at in a profile, worked out once for each policy. */
function remembered(phase: string, profile: Profile, policy: Policy, look: () => unknown): string {
  const known = seenBefore.get(policy) ?? new Map<string, string>();
  seenBefore.set(policy, known);
  const { level, track, employerKind, specialty, defenseExempt, employerRank } = profile;
  const name = [phase, level, track, employerKind, specialty, defenseExempt, employerRank].join();
  const told = known.get(name) ?? canonical(look());
  known.set(name, told);
  return told;
}

/** While the committee audits: what is owed before the audit has ended, and the windows of that. */
function seenByAudit(profile: Profile, policy: Policy): string {
  return remembered('audit', profile, policy, () => {
    const owed = obligationsAround('before', profile, policy);
    return { owed, windows: ['audit' as const, ...owed].map((name) => windowOf(name, profile, policy)?.value ?? null) };
  });
}

/** While fee and originals are awaited: what is owed, and the windows of that. */
function seenByFinance(profile: Profile, policy: Policy): string {
  return remembered('finance', profile, policy, () => {
    const owed = obligationsAround('after', profile, policy);
    return { owed, windows: owed.map((name) => windowOf(name, profile, policy)?.value ?? null) };
  });
}

/**
 * After that: the stages that are held and what is owed in them, exemption, windows and positions. Whom a track is open
 * to and what evidence it asks for is judged before an act comes to the law.
 */
function seenByCommittee(profile: Profile, policy: Policy): string {
  return remembered('committee', profile, policy, () => ({
    holds: stages.filter((stage) => holds(stage, profile, policy)),
    defenseFee: owesDefenseFee(profile, policy),
    entrusted: isEntrusted(profile, policy),
    exempt: claimsExemption(profile, policy),
    // Of its windows only the last day for an average is looked at.
    average: claimsExemption(profile, policy) ? averageAwaitedUntil(profile, policy) : null,
    positions: asksPositions(policy, profile.employerKind),
  }));
}

/** What tells candidates apart, from their draft to their end. */
export function kindOf({ profile, chain }: Candidate, policy: Policy): string {
  return [
    seenByUnit(chain, policy),
    seenByDepartments(chain, 0, policy),
    // A unit is asked for its positions as it recommends.
    asksPositions(policy, profile.employerKind),
    seenByAudit(profile, policy),
    seenByFinance(profile, policy),
    seenByCommittee(profile, policy),
  ].join('|');
}

type Stage = Pick<Facts, 'status' | 'profile' | 'chain' | 'chainLevel' | 'acceptedAt'>;

/** What the law looks at in a candidate until the next row that tells them apart. */
export function seenOf({ status, profile, chain, chainLevel, acceptedAt }: Stage, policy: Policy): string {
  const { deadlines, turn }: StatusLaw = lifecycle[status];
  if (!deadlines.includes('filing_cutoff')) {
    if (acceptedAt === null) return seenByAudit(profile, policy);
    return deadlines.includes('payment_due') ? seenByFinance(profile, policy) : seenByCommittee(profile, policy);
  }
  return turn === 'department' ? seenByDepartments(chain, chainLevel, policy) : seenByUnit(chain, policy);
}

/** The choices of the law by which candidates go different ways who were alike until then. */
const partings: readonly ChooserName[] = [
  'after_recommendation',
  'after_forwarding',
  'after_acceptance',
  'after_payment',
  'after_materials',
  'after_amendment',
];

/** Whether a row of the law tells candidates apart. */
export function tellsApart({ next }: EventLaw): boolean {
  return typeof next !== 'string' && partings.includes(next.choose);
}

/** Of these candidates, those who are alike so far. */
export function alike(facts: Stage, candidates: readonly Candidate[], policy: Policy): readonly Candidate[] {
  const seen = seenOf(facts, policy);
  const others = candidates.filter((candidate) => seenOf({ ...facts, ...candidate }, policy) === seen);
  // Behind the unit the way it came is one way.
  const sameWay = others.filter(({ chain }) => chain.join() === facts.chain.join());
  return turnOf(facts.status) === 'unit' || sameWay.length === 0 ? others : sameWay;
}
