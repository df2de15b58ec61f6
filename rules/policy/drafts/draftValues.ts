import { fieldsByPath } from '../fieldsByPath.js';
import type { Policy } from '../policy.js';
import { draftPaths } from './draftPaths.js';

/**
 * A policy that is being written: whatever stands at each path so far, `filing.committee`. What is absent is not written
 * yet, or, where a notice may leave it out, left out.
 */
export type DraftValues = Readonly<Record<string, unknown>>;

/** The parts of a policy, complete or not, by path; anything a policy does not have is dropped. */
export function draftOf(policy: unknown): DraftValues {
  const values = draftPaths.map((path) => [path, at(policy, path.split('.'))] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null));
}

function at(part: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return part;
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
  return at((part as Readonly<Record<string, unknown>>)[name], rest);
}

/** The first version of a policy with the values of a draft; null where a notice may leave a value out, absent otherwise. */
export function policyOfDraft(values: DraftValues): { readonly [Part in keyof Policy]?: unknown } {
  const policy: Record<string, unknown> = { version: 1 };
  for (const path of draftPaths) {
    const value = Object.hasOwn(values, path) ? values[path] : fieldsByPath[path]?.optional ? null : undefined;
    place(policy, path.split('.'), value);
  }
  return policy;
}

function place(part: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value !== undefined) part[name] = value;
    return;
  }
  const inner = (part[name] ?? {}) as Record<string, unknown>;
  part[name] = inner;
  place(inner, rest, value);
}

/** The basis of a draft that amends a campaign, by the campaign and the version of its policy that the draft began with. */
export function amendmentBasis(campaignId: string, version: number): string {
  return `amendment:${campaignId}:${version}`;
}

/** What a draft amends, by its basis; null: it is for a new campaign. */
export function amendedBy(basis: string): { readonly campaignId: string; readonly version: number } | null {
  const [kind, campaignId = '', version] = basis.split(':');
  return kind === 'amendment' ? { campaignId, version: Number(version) } : null;
}
