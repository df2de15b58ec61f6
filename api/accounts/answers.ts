import { z } from 'zod';
import { accountRequestKinds } from '../../rules/access/accountRequests.js';
import { languages } from '../../rules/people/membership.js';
import { at, label, letterKind, role } from '../openapi/parts.js';

export const MeAnswer = z.object({
  personId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.enum(languages).nullable().meta({ description: '保存的语言，登录时采用；空：未保存' }),
  passwordChangeDue: z.boolean().meta({ description: '须先更改初始密码，角色才生效' }),
  missingStep: z
    .enum(['code', 'password', 'enrolment'])
    .nullable()
    .meta({ description: '登录还缺哪一步：验证码、更改初始密码、设置动态验证码；之后角色才生效' }),
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

export const AccountAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    passwordChangeDue: z.boolean(),
    signOnBound: z.boolean().meta({ description: '已与统一认证的一个用户绑定' }),
    roles: z.array(
      z.object({
        id: z.uuid(),
        role,
        unitId: z.string().nullable(),
        departmentId: z.string().nullable(),
        campaignId: z.string().nullable(),
        scopeName: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Account' });
export const AccountsAnswer = z.object({ items: z.array(AccountAnswer), next: z.string().nullable() });
export const GrantedAnswer = AccountAnswer.extend({
  pending: z.boolean().meta({ description: '角色须另一位运维人员确认后生效' }),
}).meta({ id: 'GrantedAccount' });
export const AccountRequestsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        kind: z.enum(accountRequestKinds),
        personId: z.string(),
        personName: z.string(),
        role: role.nullable(),
        campaignId: z.string().nullable(),
        campaignTitle: z.string().nullable(),
        reason: z.string().nullable().meta({ description: '清除个人信息的理由' }),
        requestedBy: z.string(),
        requestedByName: z.string().nullable(),
        requestedAt: at,
        mayConfirm: z.boolean().meta({ description: '不能确认自己提出的，也不能办理自己的' }),
        mayRefuse: z.boolean(),
      })
      .meta({ id: 'AccountRequest' }),
  ),
});
