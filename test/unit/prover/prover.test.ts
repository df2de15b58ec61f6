import { readFileSync } from 'node:fs';
import { candidatesOf } from '../../../prover/candidates.js';
import { Findings } from '../../../prover/findings.js';
import { type Proof, prove, subjectOf } from '../../../prover/proof.js';
import { linesOf, playAgain, type Story } from '../../../prover/story.js';
import { bounded, usualBounds } from '../../../prover/visited.js';
import { shippedPolicies } from '../../../rules/policy/campaigns/shipped.js';

const nothing = { pauses: 0, extensions: 0, amendments: 0, objections: 0, absences: 0 };

/** What a proof found, as a story to read. */
const told = ({ counterexamples }: Proof) =>
  counterexamples.map(({ property, what, story }) => [`${property}: ${what}`, ...linesOf(story, 'en')].join('\n'));

describe.each(shippedPolicies.map((policy) => [policy.id, policy] as const))('Under %s', (_id, policy) => {
  // One department between unit and committee; `npm run prove` takes all chains, and lets each kind meet all sorts of trouble;
  // here each of the first notice's meets one.
  const kinds = candidatesOf(policy).filter(({ chain }) => chain.length === 1);

  test('every kind of candidate comes to an end in order, and so does one whom something befalls', () => {
    for (const [index, candidate] of kinds.entries()) {
      const trouble = policy === shippedPolicies[0] ? bounded[index] : undefined;
      const bounds = trouble ? { ...nothing, [trouble]: usualBounds[trouble] } : nothing;
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
