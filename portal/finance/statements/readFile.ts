import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Arrangement, findArrangement } from '../../../rules/statements/headings.js';
import { type StatementLayoutName, statementLayouts } from '../../../rules/statements/layouts.js';
import { mostStatementLines } from '../../../rules/statements/verdicts.js';
import { readTable } from '../../components/tables/readTable.js';

/** A file that was chosen, with what its headings say. */
export interface ChosenFile {
  readonly name: string;
  readonly hash: string;
  readonly rows: readonly (readonly string[])[];
  /** Null: no layout fits. */
  readonly found: (Arrangement & { readonly layout: StatementLayoutName }) | null;
}

/** Titles, totals and empty lines that it may have beside its lines. */
const otherRows = 10_000;

/** Reads a file in the browser. @throws UnreadableTable */
export async function readFile(file: File): Promise<ChosenFile> {
  const rows = await readTable(file, mostStatementLines + otherRows);
  const hash = bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())));
  return { name: file.name.slice(-200), hash, rows, found: findArrangement(rows, statementLayouts) };
}
