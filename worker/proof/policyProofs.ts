import { setTimeout } from 'node:timers/promises';
import { properties } from '../../prover/findings.js';
import type { Proof } from '../../prover/proof.js';
import { proveSideBySide } from '../../prover/proveSideBySide.js';
import { type Bounds, quickBounds } from '../../prover/visited.js';
import { keepProof, policiesInPreparation, proofOf } from '../../records/campaign/policyProofs.js';
import { withAdvisoryLock } from '../../records/withAdvisoryLock.js';
import type { Policy } from '../../rules/policy/policy.js';
import { everyRound } from '../../rules/policy/rounds.js';
import type { CheckDeps } from './checkRecords.js';

type Deps = Pick<CheckDeps, 'db' | 'clock' | 'logger'>;

const anEnd = { zh: '每份申报都有终点', en: 'Every application comes to an end' };

/** Searches the states under a policy in a process of its own, and keeps what came of it. */
export async function provePolicy(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  policy: Policy,
  { bounds = quickBounds, signal }: { readonly bounds?: Bounds; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const proofs: Proof[] = [];
  const run = signal ? { processes: 1, signal } : { processes: 1 };
  const tasks = everyRound(policy).map((round) => ({ policy: round, bounds }));
  await proveSideBySide(tasks, run, (_task, { proof }) => proofs.push(proof));
  // Several complaints about one property are told once.
  const failures = new Map(
    proofs
      .flatMap(({ counterexamples }) => counterexamples)
      .map(({ property, story }) => {
        const says = properties.find(({ name }) => name === property)?.says ?? anEnd;
        const told = story.steps.map(({ at, note }) => ({
          zh: `${at.slice(0, 16).replace('T', ' ')} ${note.zh}`,
          en: `${at.slice(0, 16).replace('T', ' ')} ${note.en}`,
        }));
        return [property, { says, story: told }] as const;
      }),
  );
  const sum = (of: 'kinds' | 'states') => proofs.reduce((total, proof) => total + proof[of], 0);
  const [kinds, states] = [sum('kinds'), sum('states')];
  await keepProof(db, policy, { kinds, states, failures: [...failures.values()] }, await clock());
}

/**
 * Searches the states under the policy of each campaign in preparation, before it is announced. Every worker process does
 * this; an advisory lock lets one work at a time.
 */
export function startPolicyProofs(deps: Deps, { interval = 10_000 }: { readonly interval?: number } = {}) {
  const ending = new AbortController();
  const round = async () => {
    for (const policy of await policiesInPreparation(deps.db)) {
      if (!ending.signal.aborted && (await proofOf(deps.db, policy)) === null) {
        await provePolicy(deps, policy, { signal: ending.signal });
      }
    }
  };
  const run = async () => {
    while (!ending.signal.aborted) {
      await withAdvisoryLock(deps.db, 'policy-proofs', round).catch((error: unknown) => {
        if (!ending.signal.aborted) deps.logger.error({ err: error }, 'a policy could not be searched');
      });
      await setTimeout(interval, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const working = run();
  return {
    stop: async () => {
      ending.abort();
      await working;
    },
  };
}
