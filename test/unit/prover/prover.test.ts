import { readFileSync } from 'node:fs';
import { candidatesOf } from '../../../prover/candidates.js';
import { Findings } from '../../../prover/findings.js';
import { type Proof, prove, subjectOf } from '../../../prover/proof.js';
import { linesOf, playAgain, type Story } from '../../../prover/story.js';
import { usualBounds } from '../../../prover/visited.js';
import { shippedPolicies } from '../../../rules/policy/campaigns/shipped.js';

const nothing = { pauses: 0, extensions: 0, amendments: 0, objections: 0, absences: 0 };

const troubles = ['objections', 'absences', 'extensions'] as const;

/** What a proof found, as a story to read. */
const told = ({ counterexamples }: Proof) =>
  counterexamples.map(({ property, what, story }) => [`${property}: ${what}`, ...linesOf(story, 'en')].join('\n'));

describe.each(shippedPolicies.map((policy) => [policy.id, policy] as const))('Under %s', (_id, policy) => {
  const kinds = candidatesOf(policy);

  test('every kind of candidate comes to an end in order, and so does one whom something befalls', () => {
    for (const [index, candidate] of kinds.entries()) {
      // Each kind meets one sort of trouble; `npm run prove` lets each meet all of them.
      const trouble = troubles[index % troubles.length] ?? 'objections';
      const bounds = { ...nothing, [trouble]: usualBounds[trouble] };
      expect(told(prove(subjectOf(policy, candidate, bounds)))).toEqual([]);
    }
  });
});

const stories = JSON.parse(readFileSync(new URL('./stories.json', import.meta.url), 'utf8')) as readonly Story[];

test('what once broke a property no longer does', () => {
  for (const story of stories) {
    const policy = shippedPolicies.find(({ id }) => id === story.policy);
    if (!policy) throw new Error(`no such notice: ${story.policy}`);
    const findings = new Findings();
    playAgain(story, subjectOf(policy, story.candidate), findings);
    expect(findings.counterexamples.map(({ property, what }) => `${property}: ${what}`)).toEqual([]);
  }
});
