import type { Instant } from '../../rules/calendar/instant.js';
import type { RowOutcome } from '../../rules/directory/importKinds.js';
import type { Statements } from '../database.js';
import type { Vault } from '../sealed/vault.js';

/** A row of a table, as it is to be registered or undone. */
export interface ImportedRow<Entry> {
  readonly line: number;
  /** As it was registered when the table was read; null: it was not. */
  readonly before: Entry | null;
  readonly after: Entry;
}

/** What became of a row; `after` where registering it settled ids. */
export interface RowResult<Entry> {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly after?: Entry;
}

/** Who registers, when and how. */
export interface ImportWork {
  readonly statements: Statements;
  readonly vault: Vault;
  readonly by: string;
  readonly at: Instant;
  readonly address: string | null;
  /** Whether invitations are sent; otherwise their links are printed. */
  readonly letters: boolean;
}

/** How the rows of one kind of table are registered and undone, many at once, within a transaction. */
export interface Register<Entry> {
  apply(work: ImportWork, rows: readonly ImportedRow<Entry>[]): Promise<readonly RowResult<Entry>[]>;
  undo(work: ImportWork, rows: readonly ImportedRow<Entry>[]): Promise<readonly RowResult<Entry>[]>;
}
