import { canonical } from '../../canonical.js';
import { commitmentOf, seedPattern } from './commitment.js';
import { draw } from './draw.js';
import { drawPlanProblems } from './drawPlanProblems.js';
import type { DrawPlan, DrawResult } from './plan.js';
import { poolHashOf } from './poolHash.js';

export const drawFileFormat = 'pingshen-draw/1';

/**
 * A draw as it is exported, without a name in it: what was published when, what was frozen, the seed and what came out.
 * Instants are ISO 8601 in Beijing time.
 */
export interface DrawFile {
  readonly format: typeof drawFileFormat;
  readonly drawId: string;
  readonly campaignId: string;
  readonly committee: string;
  /** Of a supplementary draw; null: the whole committee. */
  readonly specialty: string | null;
  readonly seedHash: string;
  readonly committedAt: string;
  readonly frozenAt: string;
  readonly drawnAt: string;
  /** The hash of the plan, published and signed as it was frozen: see `frozenText`. */
  readonly poolHash: string;
  readonly frozenSignature: { readonly algorithm: 'Ed25519'; readonly keyId: string; readonly value: string };
  readonly plan: DrawPlan;
  readonly seed: string;
  readonly result: DrawResult;
}

/** The checks, in order. */
export const drawChecks = ['format', 'order', 'pool', 'commitment', 'plan', 'members', 'alternates'] as const;
export type DrawCheck = (typeof drawChecks)[number];

/** The first thing that is not as it must be, with where in the file, or null when everything agrees. */
export interface DrawDifference {
  readonly check: DrawCheck;
  readonly at: string;
  readonly stated: string;
  readonly expected: string;
}

/** Recomputes a draw from the file alone. @param file parsed JSON of any shape */
export function checkDraw(file: unknown): DrawDifference | null {
  const malformed = (at: string): DrawDifference => ({ check: 'format', at, stated: '?', expected: drawFileFormat });
  if (!isDrawFile(file)) return malformed('format');
  const { seedHash, seed, committedAt, frozenAt, drawnAt, plan, result } = file;
  if (!seedPattern.test(seed)) return malformed('seed');
  if (Date.parse(committedAt) > Date.parse(frozenAt) || Date.parse(frozenAt) > Date.parse(drawnAt)) {
    const expected = 'committedAt ≤ frozenAt ≤ drawnAt';
    return { check: 'order', at: 'frozenAt', stated: `${committedAt}, ${frozenAt}, ${drawnAt}`, expected };
  }
  const poolHash = poolHashOf(plan);
  if (poolHash !== file.poolHash) return { check: 'pool', at: 'poolHash', stated: file.poolHash, expected: poolHash };
  const own = canonical([plan.campaignId, plan.committee]);
  const stated = canonical([file.campaignId, file.committee]);
  if (own !== stated) return { check: 'pool', at: 'committee', stated, expected: own };
  const commitment = commitmentOf(seed);
  if (commitment !== seedHash) return { check: 'commitment', at: 'seedHash', stated: seedHash, expected: commitment };
  const [problem] = drawPlanProblems(plan);
  if (problem) return { check: 'plan', at: 'plan', stated: canonical(problem), expected: '∅' };
  const expected = draw(plan, seed);
  return firstDifference('members', result, expected) ?? firstDifference('alternates', result, expected);
}

function firstDifference(
  check: 'members' | 'alternates',
  stated: DrawResult,
  expected: DrawResult,
): DrawDifference | null {
  const longest = Math.max(stated[check].length, expected[check].length);
  for (let index = 0; index < longest; index += 1) {
    const reported = canonical(stated[check][index] ?? null);
    const found = canonical(expected[check][index] ?? null);
    if (reported !== found) return { check, at: `result.${check}[${index}]`, stated: reported, expected: found };
  }
  return null;
}

function isDrawFile(file: unknown): file is DrawFile {
  if (!isRecord(file) || file.format !== drawFileFormat) return false;
  const { plan, result } = file;
  const texts = [file.seedHash, file.seed, file.poolHash, file.committedAt, file.frozenAt, file.drawnAt];
  if (!texts.every((text) => typeof text === 'string')) return false;
  return isPlan(plan) && isRecord(result) && Array.isArray(result.members) && Array.isArray(result.alternates);
}

function isPlan(plan: unknown): plan is DrawPlan {
  if (!isRecord(plan)) return false;
  const { size, minimum, odd, alternates, quotas, specialties, experts } = plan;
  const counts = [size, minimum, alternates, ...(isRecord(quotas) ? Object.values(quotas) : [])];
  if (!counts.every((count) => Number.isSafeInteger(count) && (count as number) >= 0)) return false;
  if (typeof odd !== 'boolean' || (quotas !== null && !isRecord(quotas))) return false;
  if (!Array.isArray(specialties) || !specialties.every((one) => typeof one === 'string')) return false;
  return Array.isArray(experts) && experts.every(isPooled);
}

function isPooled(expert: unknown): boolean {
  if (!isRecord(expert)) return false;
  const { id, specialty, conflicted } = expert;
  return typeof id === 'string' && typeof specialty === 'string' && typeof conflicted === 'boolean';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
