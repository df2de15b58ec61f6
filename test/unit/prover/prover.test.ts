import { readFileSync } from 'node:fs';
import { Findings } from '../../../prover/findings.js';
import { type Proof, prove, subjectOf } from '../../../prover/proof.js';
import { linesOf, playAgain, type Story } from '../../../prover/story.js';
import { provedPolicies } from '../../../prover/switched.js';
import { type Bounds, bounded } from '../../../prover/visited.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';

const nothing: Bounds = { pauses: 0, extensions: 0, amendments: 0, objections: 0, absences: 0 };

/** What a proof found, as a story to read. */
const told = ({ counterexamples }: Proof) =>
  counterexamples.map(({ property, what, story }) => [`${property}: ${what}`, ...linesOf(story, 'en')].join('\n'));

test.each(provedPolicies.map((policy) => [policy.id, policy] as const))(
  'under %s every kind of candidate comes to an end in order',
  (_id, policy) => {
    expect(told(prove(subjectOf(policy, nothing)))).toEqual([]);
  },
);

// `npm run prove` lets everything befall an application under every notice; here one thing does once, under the first.
test.each(bounded)('so do those whom %s befall', (trouble) => {
  expect(told(prove(subjectOf(aksu2024, { ...nothing, [trouble]: 1 })))).toEqual([]);
});

const stories = JSON.parse(readFileSync(new URL('./stories.json', import.meta.url), 'utf8')) as readonly Story[];

test('what once broke a property no longer does', () => {
  for (const story of stories) {
    const policy = provedPolicies.find(({ id }) => id === story.policy);
    if (!policy) throw new Error(`no such notice: ${story.policy}`);
    const findings = new Findings();
    playAgain(story, subjectOf(policy), findings);
    expect(findings.counterexamples.map(({ property, what }) => `${property}: ${what}`)).toEqual([]);
  }
});
