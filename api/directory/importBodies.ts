import { z } from 'zod';
import {
  deliveries,
  importKinds,
  mostImportRows,
  rowOutcomes,
  rowsSentAtOnce,
  rowVerdicts,
} from '../../rules/directory/importKinds.js';
import { line } from '../http/text.js';
import { at } from '../openapi/parts.js';

const keysOf = <Key extends string>(labels: Readonly<Record<Key, unknown>>) => Object.keys(labels) as [Key, ...Key[]];
const verdict = z.enum(keysOf(rowVerdicts));
const outcome = z.enum(keysOf(rowOutcomes));
const delivery = z.enum(keysOf(deliveries));
export const kind = z.enum(keysOf(importKinds));

/** A table to be sent: what it registers, and its heading. */
export const NewImport = z.strictObject({
  kind,
  campaignId: z.string().max(64).optional().meta({ description: '年度评审：评审专家须填，其他不填' }),
  fileName: line(200),
  heading: z.array(z.string().max(100)).min(1).max(60),
});
/** Rows of a table as they stand in the file, without the heading. */
export const SentRows = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        line: z
          .int()
          .min(1)
          .max(mostImportRows * 2)
          .meta({ description: '文件中的行号，表头也算一行' }),
        cells: z.array(z.string().max(500)).max(60),
      }),
    )
    .min(1)
    .max(rowsSentAtOnce),
});
export const ApplyBody = z.strictObject({ delivery: delivery.default('letters') });
export const ImportsQuery = z.strictObject({
  campaignId: z
    .string()
    .max(64)
    .optional()
    .meta({ description: '其评审专家的；不填：运维为全系统的，办事机构为其年度评审的' }),
});
export const RowsQuery = z.strictObject({
  verdict: verdict.optional(),
  outcome: outcome.optional(),
  cursor: z.coerce.number().int().min(0).default(0),
});

export const ImportAnswer = z
  .object({
    id: z.uuid(),
    kind,
    campaignId: z.string().nullable(),
    fileName: z.string(),
    columns: z.array(z.string()).meta({ description: '每列的字段；空：不读的列' }),
    delivery: delivery.nullable(),
    madeByName: z.string().nullable(),
    madeAt: at,
    appliedAt: at.nullable(),
    undoneAt: at.nullable(),
    verdicts: z.partialRecord(verdict, z.int()),
    outcomes: z.partialRecord(outcome, z.int()),
    toApply: z.int().meta({ description: '尚未登记的新增与修改' }),
    toUndo: z.int().meta({ description: '已登记、可撤销的' }),
  })
  .meta({ id: 'DirectoryImport' });
const entry = z.record(z.string(), z.unknown()).nullable();
export const RowsAnswer = z.object({
  items: z.array(
    z
      .object({
        line: z.int(),
        verdict,
        outcome: outcome.nullable(),
        faults: z.array(z.object({ field: z.string(), message: z.string(), messageEn: z.string() })),
        before: entry,
        after: entry,
      })
      .meta({ id: 'DirectoryImportRow' }),
  ),
  next: z.string().nullable(),
});
export const SheetsAnswer = z.object({
  items: z.array(
    z
      .object({
        scopeName: z.string().nullable(),
        name: z.string(),
        contact: z.string(),
        link: z.string(),
        expiresAt: at,
      })
      .meta({ id: 'PrintedInvitation' }),
  ),
});
