import { z } from 'zod';
import { deadlineNames } from '../../rules/deadline.js';
import { events, roles, statuses } from '../../rules/lifecycle.js';

// What the open pages and the portal ask before anybody has signed in.

const words = { zh: z.string(), en: z.string() };
const status = z.enum(statuses);
const role = z.enum(roles);

export const LawAnswer = z
  .object({
    statuses: z.array(
      z.object({
        name: status,
        ...words,
        final: z.boolean(),
        turn: role.nullable(),
        deadlines: z.array(z.enum(deadlineNames)),
        help: z.object(words),
        clause: z.string(),
        main: z.boolean().meta({ description: '在主线上' }),
        order: z.int().meta({ description: '主线上的步骤；不在主线上的，为岔出的那一步' }),
      }),
    ),
    events: z.array(
      z.object({
        status,
        event: z.enum(events),
        ...words,
        who: z.array(role),
        takes: z.string(),
        clause: z.string(),
        deadline: z.enum(deadlineNames).nullable().meta({ description: '到期自动发生的，为该期限' }),
        to: z.array(status),
        finalTo: z.boolean().meta({ description: '可能使申报终结' }),
      }),
    ),
    roles: z.array(z.object({ name: role, ...words })),
    deadlines: z.array(z.object({ name: z.enum(deadlineNames), ...words })),
  })
  .meta({ id: 'Law' });

export const ConfigAnswer = z
  .object({
    now: z.iso.datetime({ offset: true }).meta({ description: '办理所依据的时间，北京时间 +08:00' }),
    temporalUiUrl: z.string().nullable(),
    demo: z
      .array(z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }))
      .nullable()
      .meta({ description: '演示账户；没有演示数据时为空' }),
  })
  .meta({ id: 'Config' });
