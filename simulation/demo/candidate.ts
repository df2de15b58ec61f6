import type { Unit } from '../../records/people/organisations.js';
import type { Profile } from '../../rules/application/facts.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Candidacy } from '../samples/dossier.js';
import { sampleUnits } from '../samples/organisations.js';
import { samplePerson } from '../samples/people.js';
import type { Sample } from './samples.js';
import { type DemoPerson, emailOf, grantsOf, personIdOf } from './staff.js';

/** The candidate of a sample, by its index in the list. */
export interface Candidate {
  readonly candidacy: Candidacy;
  readonly unit: Unit;
  readonly account: DemoPerson;
}

/** The candidate of a sample, by its place in the list. */
export function candidateOf(sample: Sample, index: number, policy: Policy): Candidate {
  const unit = sampleUnits.find(({ id }) => id === sample.unit);
  if (!unit) throw new Error(`no unit ${sample.unit}`);
  const made = samplePerson(index, policy.year);
  const person = sample.account === undefined ? made : { ...made, email: emailOf(sample.account) };
  const { level, track, specialty, exempt: defenseExempt } = sample;
  const profile: Profile = { level, track, specialty, employerKind: unit.kind, defenseExempt };
  const { name, email } = person;
  return {
    candidacy: { profile, person, employer: unit.name, policy },
    unit,
    account: {
      id: personIdOf(policy.id, email),
      name,
      email,
      grants: sample.account ? grantsOf(sample.account, policy.id) : [{ role: 'applicant', unitId: unit.id }],
    },
  };
}
