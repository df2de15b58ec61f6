import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { evidenceOfName } from '../../../../rules/dossier/evidenceName.js';
import { aboutAYear } from './evidenceOf.js';

/** What a file is to be; null where nobody knows yet. */
export interface Assignment {
  readonly kind: DocumentKind | null;
  readonly year: number | null;
}
/** What the person said of files that they gave together. */
export interface Said extends Assignment {
  /** They were given to this kind and no other. */
  readonly isSure?: boolean;
  /** what they may be */
  readonly kinds: readonly DocumentKind[];
  /** how many there are */
  readonly together: number;
}

/** Whether it is known what a file is. */
export const isAssigned = ({ kind, year }: Assignment): boolean =>
  kind !== null && (year !== null || !aboutAYear.includes(kind));

/**
 * What a file is by what the person said and by its name, and whether it may be sent at once. What was given to a kind may;
 * files whose names say something else, and several that a year is asked of, wait until a person has looked.
 */
export function assignmentOf(fileName: string, said: Said): Assignment & { readonly isReady: boolean } {
  const { isSure = false, kinds, together } = said;
  const named = evidenceOfName(fileName, kinds);
  const kind = isSure ? said.kind : (named.kind ?? said.kind);
  const hasYear = kind !== null && aboutAYear.includes(kind);
  const year = (isSure ? (said.year ?? named.year) : (named.year ?? said.year)) ?? null;
  const assignment = { kind, year: hasYear ? year : null };
  const isClear = isSure || (kind === said.kind && !(hasYear && together > 1));
  return { ...assignment, isReady: isClear && isAssigned(assignment) };
}
