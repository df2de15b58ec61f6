import { type Basis, cite, clauseLabels } from '../rules/policy/clauses.js';
import type { Policy } from '../rules/policy/policy.js';

const general: readonly Basis[] = [
  'national',
  'extension',
  'tolling',
  'amendment',
  'plan_filed',
  'results_filed',
  'lifting',
];
/** Rules of the product about what arrives. */
const ofTheProduct = ['收件时间规则', '运维规则'];

function clausesIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clause' && typeof inner === 'string' ? [inner] : clausesIn(inner),
  );
}

const known = new WeakMap<Policy, Map<string, boolean>>();

/** Whether a citation names only what this policy cites itself, a general rule, or that the notice has no such clause. */
export function cites(policy: Policy, citation: string): boolean {
  const judged = known.get(policy) ?? new Map<string, boolean>();
  known.set(policy, judged);
  const before = judged.get(citation);
  if (before !== undefined) return before;
  const bases: readonly Basis[] = [...(Object.keys(clauseLabels) as (keyof typeof clauseLabels)[]), ...general];
  const own = [...ofTheProduct, ...clausesIn(policy), ...bases.map((basis) => cite(policy, basis))];
  // Several are joined, a document that repeats is named once: each part ends some citation.
  const result =
    citation === ''
      ? false
      : own.includes(citation) || citation.split('、').every((part) => own.some((one) => one.endsWith(part)));
  judged.set(citation, result);
  return result;
}
