import type { Draw } from '../../records/committee/draws.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type DrawFile, drawFileFormat } from '../../rules/committee/draw/drawFile.js';
import { drawActsIn } from '../../rules/committee/draw/drawLaw.js';
import { quotasOf } from '../../rules/committee/draw/quotas.js';

/** What everybody may know of a draw: that it was committed to, when, and the seed once it is drawn. No expert. */
export function publicDraw({ id, campaignId, committee, specialty, state, seedHash, seed, ...draw }: Draw) {
  return {
    id,
    campaignId,
    committee,
    specialty,
    state,
    seedHash,
    seed,
    committedAt: isoInBeijing(draw.committedAt),
    frozenAt: draw.frozenAt === null ? null : isoInBeijing(draw.frozenAt),
    drawnAt: draw.drawnAt === null ? null : isoInBeijing(draw.drawnAt),
    voidedReason: draw.voidedReason,
  };
}

/** What the office and the supervisor see of it. */
export function drawBody(draw: Draw) {
  const { plan, result, state } = draw;
  return {
    ...publicDraw(draw),
    size: plan?.size ?? null,
    alternates: plan?.alternates ?? null,
    pool: plan === null ? null : quotasOf(plan),
    conflicted: plan?.experts.filter(({ conflicted }) => conflicted).length ?? null,
    drawnConflicted: result && [...result.members, ...result.alternates].filter(({ conflicted }) => conflicted).length,
    acts: drawActsIn(state),
  };
}

/** The file that anybody can check offline, or null while there is nothing to check. */
export function drawFile(draw: Draw): DrawFile | null {
  const { seedHash, seed, plan, result, committedAt, frozenAt, drawnAt } = draw;
  if (seed === null || plan === null || result === null || frozenAt === null || drawnAt === null) return null;
  return {
    format: drawFileFormat,
    seedHash,
    committedAt: isoInBeijing(committedAt),
    frozenAt: isoInBeijing(frozenAt),
    drawnAt: isoInBeijing(drawnAt),
    plan,
    seed,
    result,
  };
}
