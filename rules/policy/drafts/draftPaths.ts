import { fieldsByPath } from '../fieldsByPath.js';
import { headLabels } from '../policyChanges.js';

/** Paths of a policy's parts that are not values with a clause: `title`, `codes.levels`. */
export const headPaths: readonly string[] = ['id', ...Object.keys(headLabels)];

/** Every path that a draft may have, in the order of the policy: each part of its head and each value. */
export const draftPaths: readonly string[] = [...headPaths, ...Object.keys(fieldsByPath)];

const known = new Set(draftPaths);

/** Whether a draft has something at this path. */
export function isDraftPath(path: string): boolean {
  return known.has(path);
}

/** The path of the draft that a wrong field lies in: `filing.opens` for `filing.opens.value`; null: none. */
export function draftPathOf(field: string): string | null {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.');
    if (known.has(path)) return path;
  }
  return null;
}
