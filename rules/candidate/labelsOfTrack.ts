import { type DeadlineName, deadlineLabels } from '../application/deadlines.js';
import type { Profile } from '../application/facts.js';
import { lifecycle, type Status } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { Policy } from '../policy/policy.js';
import { type Errand, errands, holds } from '../policy/stagePlan.js';

type Takes = Pick<Profile, 'track' | 'level'>;
type OneErrand = Readonly<Record<Errand, BilingualText>>;

const statusOfOne: OneErrand = {
  payment: { zh: '缴费', en: 'Payment' },
  materials: { zh: '材料报送', en: 'Originals' },
};
const dueOfOne: OneErrand = {
  payment: { zh: '缴费截止', en: 'Payment due' },
  materials: { zh: '材料报送截止', en: 'Originals due' },
};

/** The label for the one of fee and originals that these candidates are asked for; `both` where it is both. */
function narrowed(both: BilingualText, one: OneErrand, takes: Takes, policy: Policy): BilingualText {
  const asked = errands.filter((errand) => holds(errand, takes, policy));
  return asked.length === 1 && asked[0] ? one[asked[0]] : both;
}

/** What a status is called for these candidates: a stage that their track leaves out is not in its name. */
export function statusLabelFor(status: Status, takes: Takes, policy: Policy): BilingualText {
  const { zh, en } = lifecycle[status];
  return status === 'payment' ? narrowed({ zh, en }, statusOfOne, takes, policy) : { zh, en };
}

/** What a deadline is called for these candidates. */
export function deadlineLabelFor(name: DeadlineName, takes: Takes, policy: Policy): BilingualText {
  return name === 'payment_due' ? narrowed(deadlineLabels[name], dueOfOne, takes, policy) : deadlineLabels[name];
}
