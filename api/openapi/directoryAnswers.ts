import { z } from 'zod';
import { queueKinds } from '../../engine/engineQueues.js';
import { campaignStates } from '../../rules/campaign/campaignStates.js';
import { NewDepartment, NewUnit } from '../organisations/routes.js';
import { CalendarNewsAnswer } from './campaignAnswers.js';
import { at, role } from './parts.js';

const next = z.string().nullable();
export const UnitsAnswer = z.object({
  items: z.array(NewUnit.extend({ chainNames: z.array(z.string()) }).meta({ id: 'Unit' })),
  next,
});
export const DepartmentsAnswer = z.object({ items: z.array(NewDepartment), next });

export const AccountAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    passwordChangeDue: z.boolean(),
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
export const AccountsAnswer = z.object({ items: z.array(AccountAnswer), next });
export const InvitedAnswer = AccountAnswer.extend({
  firstPassword: z.string().meta({ description: '只显示这一次；首次登录后须更改' }),
}).meta({ id: 'InvitedAccount' });

export const HealthAnswer = z
  .object({
    now: at,
    engine: z.object({
      reachable: z.boolean(),
      queues: z.array(
        z.object({
          name: z.string(),
          kind: z.enum(queueKinds),
          workers: z.int(),
          lastSeen: at.nullable(),
        }),
      ),
    }),
    intakes: z.object({ waiting: z.int(), oldest: at.nullable() }),
    outbox: z.object({ pending: z.int(), parked: z.int() }),
    needsAttention: z.int(),
    campaigns: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        state: z.enum(campaignStates),
        policyVersion: z.int(),
        calendarVersion: z.string(),
        officialYears: z.array(z.int()),
        newerCalendar: z.union([CalendarNewsAnswer, z.null()]),
      }),
    ),
  })
  .meta({ id: 'Health' });
