import { z } from 'zod';
import { type InvitedRole, invitationStates, invitedRoles } from '../../rules/people/invitations.js';
import { NewPassword } from '../accounts/passwordRules.js';
import { contact } from '../contacts/contactBody.js';
import { requiredIdNumber } from '../dossier/idNumber.js';
import { line } from '../http/text.js';
import { at } from '../openapi/parts.js';

const states = Object.keys(invitationStates) as [keyof typeof invitationStates];
export const token = z.string().regex(/^[\w-]{20}$/);

/** People invited at once to one of these roles, the first where none is named, each with an address or a mobile number. */
export const invitedPeople = (roles: readonly [InvitedRole, ...InvitedRole[]]) =>
  z.strictObject({
    role: z.enum(roles).default(roles[0]).meta({ description: 'unit、department 为经办人' }),
    partTime: z.boolean().default(false),
    people: z
      .array(z.strictObject({ name: line(50), contact }))
      .min(1)
      .max(500),
  });
export const InvitedPeopleAnswer = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      contact: z.string(),
      invited: z.boolean().meta({ description: '否：已是其人员，或已有未接受的邀请，或在名单中重复' }),
    }),
  ),
});
export const SentInvitationsAnswer = z.object({
  items: z.array(
    z
      .object({
        id: z.uuid(),
        name: z.string(),
        contact: z.string(),
        role: z.enum(invitedRoles),
        partTime: z.boolean(),
        state: z.enum(states),
        invitedAt: at,
        expiresAt: at,
      })
      .meta({ id: 'SentInvitation' }),
  ),
  next: z.string().nullable(),
});
export const InvitationAnswer = z
  .object({
    name: z.string(),
    contact: z.string(),
    scopeName: z.string().nullable().meta({ description: '邀请的单位或主管部门；空：为您开设的账户，只须设置密码' }),
    role: z.enum(invitedRoles).nullable(),
    hasAccount: z.boolean().meta({ description: '这个邮箱或手机号已有账户：登录后接受' }),
    needsIdNumber: z.boolean(),
  })
  .meta({ id: 'Invitation' });
export const Acceptance = z.strictObject({
  token,
  newPassword: NewPassword,
  idNumber: requiredIdNumber.optional(),
});
