import { type Deadline, labelOfDeadline } from '../application/deadline.js';
import type { Facts, Profile } from '../application/facts.js';
import { type EventName, eventLabels, lifecycle, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Policy } from '../policy/policy.js';
import { holds, type Obligation, obligations, obligationsAround } from '../policy/stagePlan.js';

type Takes = Pick<Profile, 'track' | 'level'>;

/** What something is called by what is asked for: the fee, the originals, or both of them. */
interface ByObligation extends Readonly<Record<Obligation, BilingualText>> {
  readonly both: BilingualText;
}

const statusOf: ByObligation = {
  payment: { zh: '缴费', en: 'Payment' },
  materials: { zh: '材料报送', en: 'Originals' },
  both: { zh: '缴费与材料报送', en: 'Payment and originals' },
};
const deadlineOf: ByObligation = {
  payment: { zh: '缴费截止', en: 'Payment due' },
  materials: { zh: '材料报送截止', en: 'Originals due' },
  both: { zh: '缴费与材料报送截止', en: 'Payment and originals due' },
};
const overdueOf: ByObligation = {
  payment: { zh: '逾期未缴费', en: 'Payment overdue' },
  materials: { zh: '逾期未报送材料', en: 'Originals overdue' },
  both: { zh: '逾期未缴费或未报送材料', en: 'Payment or originals overdue' },
};

/** The label for these obligations; for none of them, the one that is true for everybody. */
function named(of: ByObligation, asked: readonly Obligation[], forAll: BilingualText): BilingualText {
  const [one, other] = asked;
  if (!one) return forAll;
  return other ? of.both : of[one];
}

const heldFor = (takes: Takes, policy: Policy) => obligations.filter((obligation) => holds(obligation, takes, policy));

/** Whether what a status is called depends on the candidate's track. */
export const isNamedByTrack = (status: Status): boolean => status === 'payment';

/** What fee and originals are called for a candidate, before or after the audit: only what is asked for then. */
export function obligationsLabel(audit: 'before' | 'after', takes: Takes, policy: Policy): BilingualText {
  const { zh, en } = lifecycle.payment;
  const now = obligationsAround(audit, takes, policy);
  return named(statusOf, now.length > 0 ? now : heldFor(takes, policy), { zh, en });
}

/** What a status is called for a candidate: a stage that their track leaves out is not in its name. */
export function statusLabelFor(
  status: Status,
  { profile, acceptedAt }: Pick<Facts, 'profile' | 'acceptedAt'>,
  policy: Policy,
): BilingualText {
  const { zh, en } = lifecycle[status];
  return isNamedByTrack(status)
    ? obligationsLabel(acceptedAt === null ? 'before' : 'after', profile, policy)
    : { zh, en };
}

/** What a status is called in a list of a campaign's candidates (of one level): as for each of them, or for everybody. */
export function statusLabelIn(status: Status, policy: Policy, level: string | null = null): BilingualText {
  const { zh, en } = lifecycle[status];
  if (!isNamedByTrack(status)) return { zh, en };
  const labels = policy.codes.tracks.flatMap((track) =>
    (track.levels ?? policy.levels.value)
      .filter((one) => level === null || one === level)
      .map((one) => named(statusOf, heldFor({ track: track.code, level: one }, policy), { zh, en })),
  );
  const [first = { zh, en }, ...others] = labels.filter((label) => label.zh !== zh);
  return others.every((label) => label.zh === first.zh) ? first : { zh, en };
}

/** What an event is called for a candidate. */
export function eventLabelFor(event: EventName, takes: Takes, policy: Policy): BilingualText {
  if (event === 'post_publicity' && !policy.stages.unitPublicity.value) return { zh: '审核同意', en: 'Approve' };
  return event === 'payment_due' ? named(overdueOf, heldFor(takes, policy), eventLabels[event]) : eventLabels[event];
}

/** What a deadline is called for a candidate, and whose a cutoff of filing is; `audit` where it is known on which side of it the candidate stands. */
export function deadlineLabelFor(
  deadline: Pick<Deadline, 'name' | 'whose'>,
  takes: Takes,
  policy: Policy,
  audit: 'before' | 'after' | null = null,
): BilingualText {
  const label = labelOfDeadline(deadline);
  if (deadline.name !== 'payment_due') return label;
  const now = audit === null ? [] : obligationsAround(audit, takes, policy);
  return named(deadlineOf, now.length > 0 ? now : heldFor(takes, policy), label);
}
