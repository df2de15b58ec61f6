import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { parsePolicy } from '../api/policy/parsePolicy.js';
import { candidatesOf, describe } from '../prover/candidates.js';
import { properties, unusedGuards, unusedRows } from '../prover/findings.js';
import type { Proof } from '../prover/proof.js';
import { proveSideBySide, type Task } from '../prover/proveSideBySide.js';
import type { Progress } from '../prover/search.js';
import { linesOf } from '../prover/story.js';
import { provedPolicies } from '../prover/switched.js';
import { quickBounds, together, usualBounds } from '../prover/visited.js';
import type { Policy } from '../rules/policy/policy.js';
import { everyRound } from '../rules/policy/rounds.js';

const { values } = parseArgs({
  options: {
    policy: { type: 'string' },
    notice: { type: 'string' },
    stories: { type: 'string' },
    quick: { type: 'boolean', default: false },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});

function chosen(): readonly Policy[] {
  if (values.policy !== undefined) return [parsePolicy(readFileSync(values.policy, 'utf8'))];
  if (values.notice === undefined) return provedPolicies;
  const found = provedPolicies.filter(({ id }) => id === values.notice);
  if (found.length === 0) throw new Error(`没有这份通知 / no such notice: ${values.notice}`);
  return found;
}

const policies = chosen();
const bounds = values.quick ? quickBounds : usualBounds;
// A later round has dates of its own.
const kindsOf = new Map(policies.flatMap(everyRound).map((policy) => [policy, candidatesOf(policy).length]));
// Those that take longest first.
const tasks = [...kindsOf].toSorted(([, one], [, other]) => other - one).map(([policy]) => ({ policy, bounds }));
const kinds = [...kindsOf.values()].reduce((sum, number) => sum + number, 0);
console.log(
  `${policies.length} 份通知、${kinds} 类申报人、${properties.length + 3} 项性质 / ` +
    `${policies.length} notices, ${kinds} kinds of candidate, ${properties.length + 3} properties`,
);
console.log(`每条路径的上限 / bounds of a path: ${JSON.stringify({ ...bounds, together })}`);

const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
const proofs: Proof[] = [];
const told = ({ states, steps, tried }: Progress) =>
  `状态 / states ${states}，步 / steps ${steps}，尝试 / acts tried ${tried}`;
const tell = ({ policy }: Task, progress: Progress) => console.log(`${seconds()} s  ${policy.id}  ${told(progress)} …`);
await proveSideBySide(tasks, { processes: Number(values.processes), tell }, ({ policy }, { proof, memory, work }) => {
  proofs.push(proof);
  const found = proof.counterexamples.length > 0 ? `  ✗ ${proof.counterexamples.length}` : '';
  console.log(
    `${seconds()} s  ${proofs.length}/${tasks.length}  ${policy.id}: ${proof.kinds} 类 / kinds，${told(proof)}，计算 / of work ${work} s，${memory} MB${found}`,
  );
});

const sum = (of: (proof: Proof) => number) => proofs.reduce((total, proof) => total + of(proof), 0);
const rows = new Set(proofs.flatMap((proof) => proof.rows));
const refusing = new Set(proofs.flatMap((proof) => proof.guards));
const whole = values.policy === undefined && values.notice === undefined && !values.quick;
const idleRows = whole ? unusedRows(rows) : [];
const idleGuards = whole ? unusedGuards(refusing) : [];

// The same complaint of many candidates is told once.
const complaints = new Map(
  proofs.flatMap(({ counterexamples }) => counterexamples).map((one) => [`${one.property}: ${one.what}`, one]),
);
for (const [complaint, { story }] of complaints) {
  console.log(`\n✗ ${complaint}\n  ${story.policy}: ${describe(story.candidate)}`);
  for (const line of linesOf(story, 'en')) console.log(`  ${line}`);
}
if (values.stories !== undefined) {
  writeFileSync(
    values.stories,
    `${JSON.stringify(
      [...complaints.values()].map(({ story }) => story),
      null,
      2,
    )}\n`,
  );
}
for (const row of idleRows) console.log(`✗ no_row_unused: ${row}`);
for (const guard of idleGuards) console.log(`✗ no_guard_unused: ${guard}`);
const wrong = complaints.size + idleRows.length + idleGuards.length;
console.log(
  `\n${told({ states: sum(({ states }) => states), steps: sum(({ steps }) => steps), tried: sum(({ tried }) => tried) })}，` +
    `${seconds()} s`,
);
console.log(wrong === 0 ? '✓ 未发现反例 / nothing found' : `✗ ${wrong}`);
process.exitCode = wrong === 0 ? 0 : 1;
