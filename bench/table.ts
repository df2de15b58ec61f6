export type Cell = string | number;

/** A Markdown table; numeric columns are aligned to the right. */
export interface Table {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Formats a number with about three significant digits. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2);
}

/** Whether a figure meets its target: `✓ ≤ 15`. */
export function verdict(value: number, comparison: '≤' | '≥', bound: number): string {
  const kept = comparison === '≤' ? value <= bound : value >= bound;
  return `${kept ? '✓' : '✗'} ${comparison} ${formatNumber(bound)}`;
}

/** Renders the table as Markdown. */
export function markdown({ caption, header, rows }: Table): string {
  const isNumber = (column: number) => rows.some((row) => typeof row[column] === 'number');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${caption}**`,
    '',
    line(header),
    line(header.map((_, column) => (isNumber(column) ? '--:' : '---'))),
    ...rows.map((row) => line(row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell)))),
  ].join('\n');
}
