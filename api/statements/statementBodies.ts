import { z } from 'zod';
import { feePartLabels } from '../../rules/candidate/fees.js';
import { codesOf } from '../../rules/codesOf.js';
import { type StatementLayoutName, statementLayoutNames } from '../../rules/statements/layouts.js';
import {
  confirmedAtOnce,
  lineOutcomes,
  lineReasons,
  linesSentAtOnce,
  lineVerdicts,
  mostStatementLines,
} from '../../rules/statements/verdicts.js';
import { isStorable, line } from '../http/text.js';
import { at, code, label, sha256 } from '../openapi/parts.js';

const fen = z.int().max(1_000_000_000_000).meta({ description: '分' });
const part = z.enum(codesOf(feePartLabels)).meta({ description: 'review 评审费，defense 答辩费' });
const verdict = z.enum(codesOf(lineVerdicts));
const words = (longest: number) => z.string().max(longest).refine(isStorable);
const booked = z
  .string()
  .regex(/^20\d\d-[01]\d-[0-3]\d(T[0-2]\d:[0-5]\d:[0-5]\d)?$/)
  .meta({ description: '交易时间，银行原文' });
const direction = z.enum(['in', 'out']);
const row = z.int().min(1).max(1_000_000).meta({ description: '文件中的行号' });

export const NewStatement = z.strictObject({
  fileName: line(200),
  fileHash: sha256.meta({ description: '文件的 SHA-256' }),
  layout: z
    .enum([...(statementLayoutNames as [StatementLayoutName, ...StatementLayoutName[]]), 'own'])
    .meta({ description: 'own：各列由财务指定' }),
  lineCount: z.int().min(1).max(mostStatementLines),
});
export const SentLines = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        row,
        booked,
        direction,
        amount: fen.min(1),
        balance: fen.min(-1_000_000_000_000).nullable(),
        account: words(64).nullable(),
        counterparty: words(200),
        remark: words(1_000),
        serial: words(100).nullable(),
      }),
    )
    .min(1)
    .max(linesSentAtOnce),
});
export const LinesQuery = z.strictObject({
  verdict: verdict.optional(),
  cursor: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
});
export const Confirmations = z.strictObject({
  items: z
    .array(z.strictObject({ lineId: z.uuid(), applicationId: z.uuid(), part }))
    .min(1)
    .max(confirmedAtOnce),
});

export const StatementAnswer = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    fileHash: sha256,
    layout: z.string(),
    lineCount: z.int(),
    madeByName: z.string().nullable(),
    madeAt: at,
    recorded: z.int().meta({ description: '首次出现的流水数，其余先前已导入' }),
    received: fen,
    spent: fen,
    confirmed: z.int(),
    confirmedAmount: fen,
  })
  .meta({ id: 'Statement' });
export const StatementsAnswer = z.object({ items: z.array(StatementAnswer), next: z.null() });

const Candidate = z.object({
  applicationId: z.uuid(),
  part,
  number: z.string().meta({ description: '申报编号' }),
  applicantName: z.string(),
  amount: fen,
  due: z.boolean().meta({ description: '现在应缴' }),
});
export const StatementLineAnswer = z
  .object({
    id: z.uuid(),
    row,
    booked: z.string(),
    direction,
    amount: fen,
    balance: fen.nullable(),
    counterparty: z.string(),
    remark: z.string(),
    serial: z.string().nullable(),
    verdict,
    reason: z.enum(codesOf(lineReasons)).nullable(),
    candidates: z.array(Candidate),
    outcome: z.enum(lineOutcomes).nullable(),
    code: code.nullable().meta({ description: '未能确认的原因' }),
  })
  .meta({ id: 'StatementLine' });
export const StatementLinesAnswer = z.object({
  items: z.array(StatementLineAnswer),
  next: z.string().nullable(),
  counts: z.partialRecord(verdict, z.int()),
});
export const ConfirmationsAnswer = z.object({
  items: z.array(
    z.object({
      lineId: z.uuid(),
      outcome: z.enum(['confirmed', 'refused', 'pending']),
      code: code.nullable(),
      why: label.nullable(),
    }),
  ),
});
