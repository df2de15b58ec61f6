import { canonical } from '../../rules/canonical.js';
import type { Statements } from '../database.js';
import { deleteUnused } from './deleteUnused.js';
import type { ImportedRow, Register, RowResult } from './importedRow.js';

/** The statements that registering entries with an id of their own takes. */
export interface Writes<Entry> {
  /** The entries with these ids, locked. */
  readonly current: (statements: Statements, ids: readonly string[]) => Promise<ReadonlyMap<string, Entry>>;
  /** Adds those that can be added and returns their ids. */
  readonly add: (statements: Statements, entries: readonly Entry[]) => Promise<ReadonlySet<string>>;
  /** Changes those that can be changed and returns their ids. */
  readonly change: (statements: Statements, entries: readonly Entry[]) => Promise<ReadonlySet<string>>;
  /** Deletes the entries with the ids in $1 that nothing refers to, and returns their ids. */
  readonly deletion: string;
}

/** How departments and units are registered: what changed since the table was read stays as it is. */
export function registerById<Entry extends { readonly id: string }>(writes: Writes<Entry>): Register<Entry> {
  const currentOf = async (statements: Statements, rows: readonly ImportedRow<Entry>[]) =>
    await writes.current(
      statements,
      rows.map(({ after }) => after.id),
    );
  const write = async (statements: Statements, rows: readonly ImportedRow<Entry>[], side: 'before' | 'after') => {
    const entries = rows.map((row) => row[side] ?? row.after);
    return entries.length === 0 ? new Set<string>() : await writes.change(statements, entries);
  };
  return {
    async apply({ statements }, rows) {
      const now = await currentOf(statements, rows);
      const already = rows.filter(({ after }) => same(now.get(after.id) ?? null, after));
      const fitting = rows.filter((row) => !already.includes(row) && same(now.get(row.after.id) ?? null, row.before));
      const fresh = fitting.filter(({ before }) => before === null).map(({ after }) => after);
      const added = fresh.length === 0 ? new Set<string>() : await writes.add(statements, fresh);
      const changed = await write(
        statements,
        fitting.filter(({ before }) => before !== null),
        'after',
      );
      return rows.map((row): RowResult<Entry> => {
        const { line, after } = row;
        if (already.includes(row)) return { line, outcome: 'already' };
        return { line, outcome: added.has(after.id) || changed.has(after.id) ? 'applied' : 'moved' };
      });
    },
    async undo({ statements }, rows) {
      const now = await currentOf(statements, rows);
      const fitting = rows.filter(({ after }) => same(now.get(after.id) ?? null, after));
      const changed = await write(
        statements,
        fitting.filter(({ before }) => before !== null),
        'before',
      );
      const added = fitting.filter(({ before }) => before === null).map(({ after }) => after.id);
      const deleted = added.length === 0 ? new Set<string>() : await deleteUnused(statements, writes.deletion, added);
      return rows.map(({ line, after }): RowResult<Entry> => {
        return { line, outcome: changed.has(after.id) || deleted.has(after.id) ? 'undone' : 'kept' };
      });
    },
  };
}

const same = (one: unknown, other: unknown) => canonical(one) === canonical(other);
