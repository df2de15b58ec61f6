import { z } from 'zod';
import { intakeOutcomes } from '../../rules/application/intakeOutcomes.js';
import { events, repairs } from '../../rules/application/lifecycle.js';
import { at, status } from '../openapi/parts.js';
import { ProblemAnswer } from '../openapi/problemAnswer.js';

export const ReceiptAnswer = z
  .object({ status, seq: z.int(), key: z.string(), receivedAt: at })
  .meta({ id: 'Receipt', description: '收件时间以 receivedAt 为准' });
export const PendingAnswer = z
  .object({
    status: z.null(),
    seq: z.null(),
    key: z.string(),
    receivedAt: at,
    detail: z.string(),
    detailEn: z.string(),
  })
  .meta({ id: 'PendingReceipt' });
export const OutcomeAnswer = z
  .object({
    key: z.string(),
    event: z.enum([...events, ...repairs]),
    receivedAt: at,
    outcome: z.enum(['pending', ...intakeOutcomes]),
    answer: z.object({ status, seq: z.int() }).nullable(),
    problem: ProblemAnswer.nullable(),
  })
  .meta({ id: 'ActOutcome' });
