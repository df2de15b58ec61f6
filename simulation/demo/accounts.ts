import type { DemoAccount } from '../../ops/start/seedContract.js';
import type { Policy } from '../../rules/policy/policy.js';
import { candidateOf } from './candidate.js';
import { samples } from './samples.js';
import { accountNames, type DemoPerson, emailOf, staff, titleOf } from './staff.js';

/** All people of the demo: clerks, experts, and the candidate of each sample. */
export function demoPeople(policy: Policy): readonly DemoPerson[] {
  const candidates = samples.map((sample, index) => candidateOf(sample, index, policy).account);
  return [...staff(policy.id, policy.year), ...candidates];
}

/** The accounts that are listed at the start, with their password. */
export function demoAccounts(policy: Policy, password: string): readonly DemoAccount[] {
  const people = new Map(demoPeople(policy).map((person) => [person.email, person]));
  return accountNames.flatMap((name) => {
    const person = people.get(emailOf(name));
    return person ? [{ role: titleOf(name), name: person.name, email: person.email, password }] : [];
  });
}
