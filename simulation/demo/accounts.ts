import type { DemoAccount } from '../../ops/start/seedContract.js';
import type { Policy } from '../../rules/policy/policy.js';
import { candidateOf } from './candidate.js';
import { samples } from './samples.js';
import { accountNames, type DemoPerson, emailOf, staff, titleOf } from './staff.js';

/** Everybody of the demo: clerks and experts, and the candidate of each sample. */
export function demoPeople(policy: Policy): readonly DemoPerson[] {
  const candidates = samples.map((sample, index) => candidateOf(sample, index, policy).account);
  return [...staff(policy.id, policy.year), ...candidates];
}

/** The accounts people are shown. */
export function demoAccounts(policy: Policy, password: string): readonly DemoAccount[] {
  const people = new Map(demoPeople(policy).map((person) => [person.email, person]));
  return accountNames.flatMap((name) => {
    const person = people.get(emailOf(name));
    return person ? [{ role: titleOf(name), name: person.name, email: person.email, password }] : [];
  });
}
