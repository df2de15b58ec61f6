import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { drawPlanProblems } from './drawPlanProblems.js';
import type { DrawnExpert, DrawPlan, DrawResult, PooledExpert } from './plan.js';
import { quotasOf } from './quotas.js';
import { type RandomNumbers, randomNumbers } from './randomNumbers.js';

/**
 * Draws a committee: for each specialty its members, then its alternates in order. Plan and seed determine the result;
 * the order of the experts in the plan does not matter. A conflicted expert is drawn only when the specialty has too few
 * others, and is marked.
 *
 * @param plan one without problems: see `drawPlanProblems`
 * @param seed 32 bytes in hex
 * @throws when the plan cannot be drawn from
 */
export function draw(plan: DrawPlan, seed: string): DrawResult {
  const [problem] = drawPlanProblems(plan);
  if (problem) throw new Error(`cannot be drawn: ${problem.kind}`);
  const groups = quotasOf(plan).map(({ specialty, members, alternates }) => {
    const pool = plan.experts.filter((expert) => expert.specialty === specialty);
    const drawn = drawFrom(pool, members + alternates, randomNumbers(seed, specialty));
    return { members: drawn.slice(0, members), alternates: drawn.slice(members) };
  });
  return {
    members: numbered(groups.flatMap(({ members }) => members)),
    // In rounds: the first of each specialty before the second of any.
    alternates: numbered(inTurn(groups.map(({ alternates }) => alternates))),
  };
}

function drawFrom(pool: readonly PooledExpert[], count: number, next: RandomNumbers): readonly PooledExpert[] {
  const ordered = pool
    .map((expert) => ({ expert, place: placeOf(expert) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const free = ordered.filter(({ expert }) => !expert.conflicted);
  const conflicted = ordered.filter(({ expert }) => expert.conflicted);
  const first = shuffled(free, count, next);
  return [...first, ...shuffled(conflicted, count - first.length, next)].map(({ expert }) => expert);
}

/** The order of experts before the shuffle, by a value that nobody chose. */
function placeOf({ id }: PooledExpert): string {
  return bytesToHex(sha256(utf8ToBytes(id)));
}

/** The first `count` of a fair shuffle (Fisher–Yates), or all when there are fewer. */
function shuffled<T>(items: readonly T[], count: number, next: RandomNumbers): T[] {
  const left = [...items];
  const taken: T[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(next(left.length), 1));
  return taken;
}

function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}

function numbered(experts: readonly PooledExpert[]): readonly DrawnExpert[] {
  return experts.map(({ id: expertId, specialty, conflicted }, index) => ({
    expertId,
    specialty,
    ordinal: index + 1,
    conflicted,
  }));
}
