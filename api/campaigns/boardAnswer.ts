import { z } from 'zod';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { alarmKinds } from '../../rules/notifications/alarms.js';
import { at, status } from '../openapi/parts.js';

const date = z.iso.date();
const count = z.int();
const Named = z.object({ id: z.uuid(), applicantName: z.string(), unitName: z.string(), status, due: at.nullable() });

export const BoardAnswer = z
  .object({
    asOf: at,
    total: count,
    running: count.meta({ description: '尚未终结的' }),
    counts: z.array(z.object({ status, count, pastDue: count })),
    inflow: z
      .array(z.object({ date, first: count, again: count }))
      .meta({ description: '每日到达评委会：首次、补正后' }),
    deadlines: z
      .array(z.object({ date, name: z.enum(deadlineNames), count }))
      .meta({ description: '今后14天到期的期限，按北京日期和名称' }),
    audits: z.object({
      due: at.nullable().meta({ description: '最晚的审核截止时间；没有审核时间的为 null' }),
      clause: z.string().nullable(),
      late: z.boolean(),
      waiting: count,
      overdue: count,
      items: z.array(Named).meta({ description: '至多50件' }),
    }),
    stalled: z
      .object({
        count,
        items: z.array(
          z.object({
            id: z.uuid(),
            applicantName: z.string(),
            unitName: z.string(),
            overdue: z.array(z.object({ kind: z.enum(alarmKinds), zh: z.string(), en: z.string() })),
          }),
        ),
      })
      .meta({ description: '没有法定期限而逾期未办的：中止超过计划、异议未办结、单位未确认公示等；至多50件' }),
    retiring: count.meta({ description: '评审期间达到法定退休年龄、尚未终结的' }),
    needsAttention: z.object({ count, items: z.array(Named).meta({ description: '至多50件' }) }),
  })
  .meta({ id: 'Board' });
