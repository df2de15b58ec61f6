import { z } from 'zod';
import type { LabelOf } from './codeLabels.js';
import { columnLabel } from './columnLabels.js';
import type { CellValue } from './safeCell.js';
import { type ColumnKind, type SheetColumn, widthOf } from './sheet.js';

/** A column of a list: where within an item its value is. */
export interface ListColumn extends SheetColumn {
  readonly path: readonly string[];
  /** The codes it may hold; none: it holds something else. */
  readonly codes: readonly string[];
}

type Schema = z.core.JSONSchema.JSONSchema;

/**
 * The columns of a list by the schema of its answer, so that a list without items has them too; null: it answers no list.
 * Of several lists at one address it is the one that `body` is.
 */
export function columnsOf(answer: unknown, body?: unknown): readonly ListColumn[] | null {
  if (answer instanceof z.ZodUnion)
    return columnsOf(answer.options.find((option) => (option as z.ZodType).safeParse(body).success));
  if (!isListAnswer(answer)) return null;
  const whole = z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' });
  const defs = (whole.$defs ?? {}) as Readonly<Record<string, Schema>>;
  const items = resolved((resolved(whole, defs).properties?.items ?? {}) as Schema, defs);
  if (typeof items.items !== 'object') return null;
  const columns = columnsIn(items.items as Schema, [], defs);
  return [...new Map(columns.map((column) => [column.path.join('.'), column])).values()];
}

/** Whether a list is, or may be, what a route answers. */
export const answersList = (answer: unknown): boolean =>
  answer instanceof z.ZodUnion ? answer.options.some(answersList) : isListAnswer(answer);

const isListAnswer = (answer: unknown): answer is z.ZodObject =>
  answer instanceof z.ZodObject && 'items' in answer.shape;

const resolved = (schema: Schema, defs: Readonly<Record<string, Schema>>): Schema =>
  schema.$ref === undefined ? schema : resolved(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, defs);

/** What only a page needs: what its reader may do now, lists a page draws itself by, and the policy of an amendment. */
const leftOut = new Set([
  'actions',
  'codes',
  'eventsLeftOut',
  'statuses',
  'ownUnits',
  'newerCalendar',
  'calendarNews',
  'policy',
  'eventLabels',
  'resolutions',
  'told',
]);

/** Beside these, a code is for programs. */
const besideCode = ['name', 'detail', 'resolution', 'outcome'];

/** What stands in a column by its label already, or in English. */
function isLeftOut(field: string, beside: object): boolean {
  if (leftOut.has(field) || `${field}Label` in beside || /[a-z]En$/.test(field)) return true;
  return field === 'code' ? besideCode.some((one) => one in beside) : field === 'event' && 'label' in beside;
}

function columnsIn(schema: Schema, path: readonly string[], defs: Readonly<Record<string, Schema>>): ListColumn[] {
  const { anyOf, oneOf, allOf, properties } = resolved(schema, defs);
  const choices = ((anyOf ?? oneOf ?? allOf) as Schema[] | undefined)?.filter(({ type }) => type !== 'null');
  if (choices !== undefined) return choices.flatMap((choice) => columnsIn(choice, path, defs));
  if (properties === undefined || 'zh' in properties) return [columnOf(resolved(schema, defs), path)];
  return Object.entries(properties).flatMap(([field, inner]) =>
    isLeftOut(field, properties) ? [] : columnsIn(inner as Schema, [...path, field], defs),
  );
}

function columnOf(schema: Schema, path: readonly string[]): ListColumn {
  const label = headOf(path);
  const kind = kindOf(schema);
  const inner = schema.type === 'array' ? (schema.items as Schema) : schema;
  const codes = (inner?.enum ?? (inner?.const === undefined ? [] : [inner.const])).filter(
    (code) => typeof code === 'string',
  );
  return { path, label, kind, width: widthOf(label, kind), codes };
}

function kindOf({ type, format }: Schema): ColumnKind {
  if (format === 'date-time') return 'instant';
  if (format === 'date') return 'date';
  return type === 'number' || type === 'integer' ? 'number' : 'text';
}

function headOf(path: readonly string[]): string {
  return columnLabel(path.join('.')) ?? path.map((field) => columnLabel(field) ?? field).join('·');
}

/** An item of a list as a row. */
export function rowOf(item: unknown, columns: readonly ListColumn[], labelOf: LabelOf): readonly CellValue[] {
  return columns.map(({ path }) => cellOf(valueAt(item, path), path.at(-1) ?? '', labelOf));
}

function valueAt(item: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, field) => (isObject(value) ? value[field] : undefined), item);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown, column: string, labelOf: LabelOf): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map((one) => cellOf(one, column, labelOf)).join('、');
  if (isObject(value)) return partsOf(value, labelOf);
  return labelOf(column, String(value));
}

/** An object within a cell: its words and numbers, the headings of what is true of it, and no ids. */
function partsOf(value: Readonly<Record<string, unknown>>, labelOf: LabelOf): string {
  // Labels come in two languages; a file for the office is in Chinese.
  if (typeof value.zh === 'string') return value.zh;
  const parts = Object.entries(value).flatMap(([field, inner]) => {
    if (isLeftOut(field, value) || /^(id|\w+Id)$/.test(field)) return [];
    const cell = cellOf(inner, field, labelOf);
    if (cell === null || cell === '' || cell === '否') return [];
    return [cell === '是' ? headOf([field]) : cell];
  });
  return parts.join(' ');
}
