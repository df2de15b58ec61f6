import type { Draw } from '../../records/committee/draws.js';
import { type Instant, isoInBeijing } from '../../rules/calendar/instant.js';
import { type DrawFile, drawFileFormat } from '../../rules/committee/draw/drawFile.js';
import { drawActsIn } from '../../rules/committee/draw/drawLaw.js';
import type { DrawPlan } from '../../rules/committee/draw/plan.js';
import { poolHashOf } from '../../rules/committee/draw/poolHash.js';
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
    poolHash: draw.plan && poolHashOf(draw.plan),
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
  const { campaignId, committee, specialty, seed, plan, result, frozenAt, drawnAt, frozenSignature } = draw;
  if (seed === null || plan === null || result === null || frozenAt === null || drawnAt === null) return null;
  if (frozenSignature === null) return null;
  return {
    format: drawFileFormat,
    campaignId,
    committee,
    specialty,
    ...frozenOf(draw, plan, frozenAt),
    frozenSignature,
    drawnAt: isoInBeijing(drawnAt),
    plan,
    seed,
    result,
  };
}

/** What is signed as a pool is frozen: see `frozenText`. */
export function frozenOf({ id, seedHash, committedAt }: Draw, plan: DrawPlan, at: Instant) {
  const instants = { committedAt: isoInBeijing(committedAt), frozenAt: isoInBeijing(at) };
  return { drawId: id, seedHash, ...instants, poolHash: poolHashOf(plan) };
}
