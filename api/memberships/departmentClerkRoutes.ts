import { z } from 'zod';
import { clerksOfDepartment } from '../../records/memberships/clerks.js';
import { defineRoute } from '../http/defineRoute.js';
import { paragraph } from '../http/text.js';
import { endClerk } from './endClerk.js';
import { ownDepartment } from './ownUnit.js';

const path = '/api/departments/{id}/clerks';
const clerks = { tag: '设立', roles: 'signed in', among: ['department'], subject: ownDepartment } as const;

/** A department sees to its clerks; it invites them as a unit does its own. */
export const departmentClerkRoutes = [
  defineRoute({
    ...clerks,
    method: 'get',
    path,
    summary: '本部门的经办人（主管部门）',
    answers: {
      200: z.object({
        items: z.array(z.object({ personId: z.string(), name: z.string() }).meta({ id: 'DepartmentClerk' })),
        next: z.null(),
      }),
    },
    handle: async ({ subject: departmentId }, { db }) => {
      return { items: [...(await clerksOfDepartment(db, departmentId))], next: null };
    },
  }),
  defineRoute({
    ...clerks,
    method: 'post',
    path: `${path}/{personId}/end`,
    summary: '登记经办人不再经办；待办留给本部门其他经办人，最后一名不能取消（主管部门）',
    freshFactor: true,
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 204: null },
    handle: async ({ subject: departmentId, caller, params: { personId }, body: { reason } }, { db }) =>
      await endClerk(db, { personId, of: { departmentId }, by: caller.personId, reason }),
  }),
];
