/**
 * Fields of a CSV text (RFC 4180), a list for each line, empty ones too; null when its quotes do not pair. Between fields stands
 * a comma; a tab or a semicolon where the first line has no comma.
 *
 * @param most lines to read at most; one more is returned when there are more
 */
export function csvFields(text: string, most = Number.POSITIVE_INFINITY): string[][] | null {
  const body = text.replace(/^\uFEFF/, '');
  const between = separatorOf(/^[^\r\n]*/.exec(body)?.[0] ?? '');
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${between}\\r\\n]*))(${between}|\\r\\n|\\r|\\n|$)`, 'y');
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

function separatorOf(heading: string): string {
  return [',', '\t', ';'].find((separator) => heading.includes(separator)) ?? ',';
}
