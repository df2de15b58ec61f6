import type { BilingualText } from '../bilingualText.js';
import { cite } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import { type Refusal, refuse } from '../refusal.js';
import { type EmployerKind, type Level, labelOfCode } from './codes.js';

/** A unit's positions of one level: how many are approved (核准), and how many of its staff occupy one. */
export interface StatedPositions {
  readonly level: Level;
  readonly approved: number;
  /** Staff appointed to one; nobody whom the unit recommends in this campaign. */
  readonly occupied: number;
}

/** Whether a campaign asks units of this kind for their positions (评聘结合). */
export function asksPositions(
  { positions, positionEmployers }: Pick<Policy, 'positions' | 'positionEmployers'>,
  kind: EmployerKind,
): boolean {
  return positions.value && (positionEmployers?.value.includes(kind) ?? true);
}

/** Positions that nobody occupies: a recommendation holds one of them until its application ends. */
export function vacantPositions({ approved, occupied }: Pick<StatedPositions, 'approved' | 'occupied'>): number {
  return approved - occupied;
}

/** Who states a unit's positions (the unit, or the office in its place) or confirms them (department and office). */
export const positionRoles = ['unit', 'department', 'office'] as const;
export type PositionRole = (typeof positionRoles)[number];

/** How a unit's positions of one level stand, for lists: `exceeded` when more applications hold one than are vacant. */
export const positionStates = {
  not_stated: { zh: '未填报', en: 'Not stated' },
  unconfirmed: { zh: '未确认', en: 'Not confirmed' },
  vacant: { zh: '有空缺', en: 'Vacant' },
  full: { zh: '已满', en: 'Full' },
  exceeded: { zh: '超出空缺', en: 'Exceeded' },
} as const satisfies Record<string, BilingualText>;
export type PositionState = keyof typeof positionStates;

/** How positions stand, by those vacant (null: not stated) and those held. Whether they are confirmed is another matter. */
export function positionState(vacant: number | null, held: number): Exclude<PositionState, 'unconfirmed'> {
  if (vacant === null) return 'not_stated';
  if (held > vacant) return 'exceeded';
  return held === vacant ? 'full' : 'vacant';
}

/** Applications that hold a position of the unit and level: all of them, and those the meeting has passed. */
export interface PositionsHeld {
  readonly held: number;
  readonly passed: number;
}

/**
 * Why positions cannot be stated like this, or null. A unit leaves enough for all it has recommended. The office may go
 * lower, to those the meeting has passed: each further one then needs its decision, because its result is refused.
 */
export function statementRefusal(
  by: PositionRole,
  stated: StatedPositions,
  { held, passed }: PositionsHeld,
  policy: Policy,
): Refusal | null {
  const vacant = vacantPositions(stated);
  const clause = cite(policy, 'positions');
  const { zh, en } = labelOfCode(policy.codes.levels, stated.level);
  if (vacant < 0) {
    return refuse(
      'positions_held',
      clause,
      {
        zh: `${zh}岗位已聘${stated.occupied}人，多于核准数${stated.approved}，请核对。`,
        en: `${en}: ${stated.occupied} positions are occupied, more than the ${stated.approved} approved. Please check the numbers.`,
      },
      { field: 'occupied' },
    );
  }
  const least = by === 'office' ? passed : held;
  if (vacant >= least) return null;
  const message =
    by === 'office'
      ? {
          zh: `${zh}岗位空缺${vacant}个，少于评审已通过的${least}人：其岗位不得取消。`,
          en: `${en}: ${vacant} vacant positions are fewer than the ${least} candidates the meeting has passed. Theirs cannot be withdrawn.`,
        }
      : {
          zh: `${zh}岗位空缺${vacant}个，少于已推荐的${least}人。请先由申报人撤回，或报评委会办事机构决定。`,
          en: `${en}: ${vacant} vacant positions are fewer than the ${least} candidates you have recommended. Have an applicant withdraw first, or ask the committee office to decide.`,
        };
  return refuse('positions_held', clause, message, { field: 'approved' });
}
