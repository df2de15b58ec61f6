import { type ContactOccasion, contactLines } from '../../../rules/policy/contact.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { useLocalized, useMarks } from '../../labels/labelArea.js';

/** Whom the notice names for an occasion, a line each; nothing where it names nobody. */
export function Contacts({ policy, occasion }: { readonly policy: Policy; readonly occasion: ContactOccasion }) {
  const localize = useLocalized();
  const mark = useMarks();
  return contactLines(policy, occasion).map(({ name, zh, en, value }) => (
    <span key={name} className="quiet">
      {localize({ zh, en })}
      {mark.colon}
      <span lang="zh-CN">{value}</span>
    </span>
  ));
}
