import { z } from 'zod';
import { type Ruled, sources } from '../../rules/policy/policy.js';
import {
  type FieldKind,
  type FieldOf,
  type FieldTree,
  isField,
  type KindValues,
  type PolicyField,
} from '../../rules/policy/policyFields.js';
import { policyTable } from '../../rules/policy/policyTable.js';
import { unknownCodes } from '../../rules/policy/unknownCodes.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { line, localDate } from '../http/text.js';
import { CodesBody } from './codesBody.js';
import { kindSchemas, region, specialties, year } from './kindSchemas.js';

/** A value with the clause it comes from and whether the office has confirmed it. */
function ruled<Value>(value: z.ZodType<Value>): z.ZodType<Ruled<Value>> {
  return z.strictObject({ value, clause: line(200), source: z.enum(sources), confirmed: z.boolean() });
}

function fieldSchema<Kind extends FieldKind>(field: FieldOf<Kind>): z.ZodType<Ruled<KindValues[Kind]> | null> {
  const schema = ruled(kindSchemas[field.kind](field));
  return field.optional ? schema.nullable() : schema;
}

type SchemaOf<Node> = Node extends { readonly kind: infer Kind extends FieldKind }
  ? z.ZodType<Ruled<KindValues[Kind]> | (Node extends { readonly optional: true } ? null : never)>
  : z.ZodObject<ShapeOf<Node>, z.core.$strict>;
type ShapeOf<Tree> = { -readonly [Name in keyof Tree]: SchemaOf<Tree[Name]> };

/** The schema of each value of a tree of fields, by its name. */
function shapeOf<const Tree extends FieldTree>(tree: Tree): ShapeOf<Tree> {
  const schemaOf = (node: PolicyField | FieldTree) =>
    isField(node) ? fieldSchema(node) : z.strictObject(shapeOf(node));
  return Object.fromEntries(Object.entries(tree).map(([name, node]) => [name, schemaOf(node)])) as ShapeOf<Tree>;
}

/** A policy as the API takes it: what it is about, and every value of `policyTable`. */
export const PolicyBody = z
  .strictObject({
    id: line(64),
    version: z.int().min(1),
    title: line(200),
    committee: line(200),
    year,
    announcedOn: localDate,
    region,
    specialties,
    codes: CodesBody,
    ...shapeOf(policyTable),
  })
  .superRefine((policy, context) => {
    for (const { path, zh, en } of unknownCodes(policy))
      context.addIssue({ code: 'custom', path: [...path], message: bilingualMessage(zh, en) });
  })
  .meta({ id: 'Policy' });
