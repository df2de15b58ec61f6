import { importColumns } from '../../rules/directory/importColumns.js';
import type { ImportKind } from '../../rules/directory/importKinds.js';
import { type FieldError, labelsOf, Problem } from '../http/problem.js';

/**
 * The field of each column of a table, by its heading in Chinese or English; empty for a column that is not read.
 *
 * @throws Problem `body_invalid` that names every column that is missing or stands there twice
 */
export function columnsOfHeading(kind: ImportKind, heading: readonly string[]): readonly string[] {
  const texts = heading.map((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s*＊]/g, '')
      .toLowerCase(),
  );
  const columns = importColumns[kind];
  const fields = texts.map(
    (text) => columns.find(({ zh, en }) => text === zh || text === en.replace(/\s/g, '').toLowerCase())?.field ?? '',
  );
  const errors = columns.flatMap(({ field, zh, en, required }): FieldError[] => {
    const count = fields.filter((one) => one === field).length;
    if (count > 1)
      return [
        { field: 'heading', message: `“${zh}”这一列有${count}个。`, messageEn: `There are ${count} columns “${en}”.` },
      ];
    if (count === 0 && required)
      return [{ field: 'heading', message: `缺少一列“${zh}”。`, messageEn: `A column is missing: “${en}”.` }];
    return [];
  });
  const [first] = errors;
  if (first) throw new Problem('body_invalid', labelsOf(first), { errors, field: 'heading' });
  return fields;
}
