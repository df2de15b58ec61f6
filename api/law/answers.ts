import { z } from 'zod';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { event, label, role, status } from '../openapi/parts.js';

export const LawAnswer = z
  .object({
    statuses: z.array(
      z.object({
        name: status,
        ...label.shape,
        final: z.boolean(),
        turn: role.nullable(),
        deadlines: z.array(z.enum(deadlineNames)),
        help: label,
        clause: label.meta({ description: '依据什么；所在条款由各次评审的通知而定' }),
        main: z.boolean().meta({ description: '在主线上' }),
        order: z.int().meta({ description: '主线上的步骤；不在主线上的，为岔出的那一步' }),
      }),
    ),
    events: z.array(
      z.object({
        status,
        event: event,
        ...label.shape,
        allowedRoles: z.array(role),
        allowedRoleLabels: z.array(label).meta({ description: '由谁办理；由别处决定的，为决定之处' }),
        takes: z.string(),
        clause: label.meta({ description: '依据什么；所在条款由各次评审的通知而定' }),
        deadline: z.enum(deadlineNames).nullable().meta({ description: '到期自动发生的，为该期限' }),
        to: z.array(status),
        finalTo: z.boolean().meta({ description: '可能使申报终结' }),
      }),
    ),
    roles: z.array(z.object({ name: role, ...label.shape })),
    deadlines: z.array(z.object({ name: z.enum(deadlineNames), ...label.shape })),
  })
  .meta({ id: 'Law' });
