import fc from 'fast-check';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Document {
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> } }
        >
      >
    >
  >;
}

/** Text that has upset servers before. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\u202e',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    "' OR 1=1--",
    '<svg/onload=1>',
  ),
  fc.constantFrom(
    '9999-12-31',
    '2024-02-30',
    '2024-08-12T10:00:00+08:00',
    '-1',
    '1e999',
    '阿克苏',
    '𬭛',
    '65290119900307123X',
  ),
);
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), anyText, fc.double(), fc.maxSafeInteger());

/** A body as the reference describes it, in which anything may be anything. */
export function anyBodyOf(
  document: Document,
  { method, path }: { readonly method: string; readonly path: string },
): fc.Arbitrary<unknown> {
  const schema = document.paths[path]?.[method]?.requestBody?.content['application/json']?.schema;
  return schema === undefined ? anything : anyOf(document, schema, 0);
}

function anyOf(document: Document, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const valid = validOf(document, schema, depth);
  return fc.oneof({ weight: 5, arbitrary: valid }, { weight: 1, arbitrary: anything });
}

function validOf(document: Document, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return anything;
  const among = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (schema.$ref)
    return anyOf(document, document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth + 1);
  if (among) return fc.oneof(...among.map((one) => anyOf(document, one, depth + 1)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, one]) => [
        name,
        anyOf(document, one, depth + 1),
      ]);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }
    case 'array':
      return fc.array(anyOf(document, schema.items ?? {}, depth + 1), { maxLength: 4 });
    case 'integer':
      return fc.integer();
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    default:
      return schema.format === 'date-time' ? fc.constant('2024-08-12T10:00:00+08:00') : anyText;
  }
}
