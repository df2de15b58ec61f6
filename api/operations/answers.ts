import { z } from 'zod';
import { events, repairs } from '../../rules/application/lifecycle.js';
import { unsentStates } from '../../rules/notifications/letterStates.js';
import { at, label, letterKind, role } from '../openapi/parts.js';

export const OutboxAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        applicationId: z.uuid().nullable(),
        number: z.string().nullable().meta({ description: '申报编号' }),
        campaignId: z.string().nullable(),
        campaignTitle: z.string().nullable(),
        kind: letterKind,
        kindLabel: label,
        role,
        state: z.enum(unsentStates),
        at: at.nullable().meta({ description: '所告知的事项发生的时间' }),
        attempts: z.int(),
        nextAttemptAt: at.nullable(),
        lastError: z.string().nullable(),
      })
      .meta({ id: 'WaitingLetter' }),
  ),
});
export const LetterRepairAnswer = z.object({ id: z.string(), repair: z.enum(repairs) });
export const IntakesAnswer = z.object({
  items: z.array(
    z
      .object({
        applicationId: z.uuid(),
        number: z.string().meta({ description: '申报编号' }),
        key: z.string(),
        event: z.enum(events),
        label,
        receivedAt: at,
      })
      .meta({ id: 'WaitingAct' }),
  ),
});
export const RetriedAnswer = z.object({
  retried: z.int().meta({ description: '已重新执行的步骤' }),
  left: z.int().meta({ description: '没有成功的步骤' }),
});
export const RebuiltAnswer = z.object({
  remedy: z
    .enum(['restarted', 'stopped'])
    .meta({ description: 'restarted：已按登记簿重新开始；stopped：登记簿已办结，流程已停止' }),
});
export const ParkedAnswer = z.object({
  items: z.array(
    z
      .object({
        applicationId: z.uuid(),
        number: z.string().meta({ description: '申报编号' }),
        steps: z
          .array(z.object({ step: z.string(), description: z.string() }))
          .nullable()
          .meta({ description: 'null：流程没有答复' }),
      })
      .meta({ id: 'ParkedSteps' }),
  ),
});
