import type { BilingualText } from '../../bilingualText.js';
import { type Instant, instantOf } from '../../calendar/instant.js';
import type { Policy, WindowName } from '../../policy/policy.js';
import { windowOf } from '../../policy/policyWindows.js';
import type { Refusal } from '../../refusal.js';
import type { Profile } from '../facts.js';
import { early } from './guard.js';

const labels: Readonly<Record<WindowName, BilingualText>> = {
  audit: { zh: '评委会审核', en: "The committee's audit" },
  payment: { zh: '缴费', en: 'Payment' },
  materials: { zh: '材料报送', en: 'Delivery of the originals' },
};

/** The refusal of an act before the candidate's window opens; where there is no window, no opening is awaited. */
export function beforeWindow(name: WindowName, at: Instant, profile: Profile, policy: Policy): Refusal | null {
  const window = windowOf(name, profile, policy);
  if (!window) return null;
  const opens = instantOf(window.value.opens);
  return at < opens ? early(opens, window.clause, labels[name]) : null;
}
