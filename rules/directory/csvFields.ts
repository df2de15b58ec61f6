/**
 * Fields of a CSV text (RFC 4180), a list for each line, empty ones too; null when its quotes do not pair. Between fields stands
 * whichever of comma, tab, semicolon and bar is in most of the first lines: banks begin with a title.
 *
 * @param most lines to read at most; one more is returned when there are more
 */
export function csvFields(text: string, most = Number.POSITIVE_INFINITY): string[][] | null {
  const body = text.replace(/^\uFEFF/, '');
  const between = separatorOf(body);
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${between}\\r\\n]*))([${between}]|\\r\\n|\\r|\\n|$)`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < body.length && rows.length <= most) {
    const match = field.exec(body);
    if (!match) return null;
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === between && field.lastIndex < body.length) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function separatorOf(body: string): string {
  const lines = body.slice(0, 20_000).split(/[\r\n]+/, 40);
  const uses = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  // Of those used alike it is the first: the order is stable.
  return [',', '\t', ';', '|'].toSorted((one, other) => uses(other) - uses(one))[0] ?? ',';
}
