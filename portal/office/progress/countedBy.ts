import { isConferred } from '../../../rules/application/isConferred.js';

/** One cell of a campaign's statistics. */
export interface Cell {
  readonly level: string;
  readonly specialty: string;
  readonly employerKind: string;
  readonly track: string;
  readonly status: string;
  readonly count: number;
  readonly corrected: number;
}
interface Row {
  readonly key: string;
  readonly count: number;
  readonly corrected: number;
  readonly conferred: number;
}

/** Cells added up by one property, largest first; with null, all of them in one row under an empty key. */
export function countedBy(
  cells: readonly Cell[],
  part: 'status' | 'level' | 'specialty' | 'employerKind' | 'track' | null,
): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const cell of cells) {
    const key = part === null ? '' : cell[part];
    const before = rows.get(key) ?? { key, count: 0, corrected: 0, conferred: 0 };
    rows.set(key, {
      key,
      count: before.count + cell.count,
      corrected: before.corrected + cell.corrected,
      conferred: before.conferred + (isConferred(cell.status) ? cell.count : 0),
    });
  }
  return [...rows.values()].toSorted((one, other) => other.count - one.count);
}
