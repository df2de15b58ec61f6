import { z } from 'zod';
import { at, label, letterKind, role } from './parts.js';

export const MeAnswer = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  passwordChangeDue: z.boolean().meta({ description: '须先更改初始密码，角色才生效' }),
  roles: z.array(
    z.object({
      role,
      scope: z.string().nullable(),
      scopeName: z.string().nullable().meta({ description: '所限单位、部门或年度评审的名称' }),
      zh: z.string(),
      en: z.string(),
    }),
  ),
});

export const NotificationsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.string(),
        at,
        kind: letterKind,
        kindLabel: label,
        role,
        subject: z.string(),
        text: z.string(),
        applicationId: z.uuid().nullable(),
        path: z.string().meta({ description: '门户中办理的页面' }),
        read: z.boolean(),
      })
      .meta({ id: 'Notification' }),
  ),
  unread: z.int().meta({ description: '至多数到100' }),
  next: z.string().nullable(),
});
export const UnreadAnswer = NotificationsAnswer.pick({ unread: true });
