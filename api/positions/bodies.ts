import { z } from 'zod';
import { positionRoles, positionStates } from '../../rules/campaign/positions.js';
import { level } from '../http/campaignCodes.js';
import { line, paragraph } from '../http/text.js';
import { at } from '../openapi/parts.js';

const count = z.int().min(0).max(10_000);
const state = z.enum(Object.keys(positionStates) as [keyof typeof positionStates]);
const positionRole = z.enum(positionRoles);

export const PositionsQuery = z.strictObject({
  unit: line(64).optional(),
  level: level.optional(),
  state: state.optional(),
  cursor: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const HistoryQuery = z.strictObject({ unit: line(64), level });

export const StatedBody = z.strictObject({
  unitId: line(64),
  level,
  approved: count.meta({ description: '核准岗位数' }),
  occupied: count.meta({ description: '已聘人数，不含本次推荐的人员' }),
  reason: paragraph(500).optional().meta({ description: '办事机构填报时须写明理由' }),
});
export const ConfirmationBody = z.strictObject({
  unitId: line(64),
  level,
  seq: z.int().min(1).meta({ description: '所确认的填报序号' }),
});

export const PositionsAnswer = z
  .object({
    unitId: z.string(),
    unitName: z.string(),
    level,
    approved: count.nullable(),
    occupied: count.nullable(),
    vacant: count.nullable(),
    held: count.meta({ description: '已推荐、仍在办理或已取得资格的人数' }),
    state,
    seq: z.int().nullable(),
    confirmed: z.boolean(),
    role: positionRole.nullable(),
    at: at.nullable(),
  })
  .meta({ id: 'UnitPositions' });
export const PositionListAnswer = z.object({ items: z.array(PositionsAnswer), next: z.string().nullable() });
export const PositionHistoryAnswer = z.object({
  items: z.array(
    z
      .object({
        seq: z.int(),
        approved: count,
        occupied: count,
        confirms: z.boolean(),
        reason: z.string().nullable(),
        personName: z.string().nullable(),
        role: positionRole,
        at,
      })
      .meta({ id: 'PositionEntry' }),
  ),
});
