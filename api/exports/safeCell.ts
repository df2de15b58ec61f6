/** A value as it stands in a cell. */
export type CellValue = string | number | boolean | null;

const formula = /^[=+\-@\t\r]/;

/**
 * A text that no spreadsheet takes for a formula: opening the list must not run what an applicant wrote. Such
 * a text is preceded by an apostrophe; numbers are numbers and stay.
 */
export function safeCell(value: CellValue): CellValue {
  return typeof value === 'string' && formula.test(value) ? `'${value}` : value;
}
