import type { Signature } from '../../config/signingKeys.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { DrawState } from '../../rules/committee/draw/drawLaw.js';
import type { DrawPlan, DrawResult } from '../../rules/committee/draw/plan.js';
import { seatsFilled } from '../../rules/committee/seats.js';
import { asJson } from '../application/projection.js';
import type { Database } from '../database.js';
import type { Draw as Row } from '../generated/client.js';
import { writeInvitations } from '../mail/enqueueNotifications.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';
import { lockPlaces } from './lockPlaces.js';
import { writeMeetingOfSeats } from './meetingOfSeats.js';

/** A draw in its present state. The seed is known only when it is drawn. */
export interface Draw {
  readonly id: string;
  readonly campaignId: string;
  readonly committee: string;
  /** Of a supplementary draw: the specialty whose empty seats it fills. Null: the whole committee is drawn. */
  readonly specialty: string | null;
  readonly state: DrawState;
  readonly seedHash: string;
  readonly seed: string | null;
  readonly plan: DrawPlan | null;
  readonly result: DrawResult | null;
  readonly committedAt: Instant;
  readonly frozenAt: Instant | null;
  readonly drawnAt: Instant | null;
  readonly voidedReason: string | null;
  /** The installation's signature, made as the pool was frozen: see `frozenText`. */
  readonly frozenSignature: Signature | null;
}

/** Stores a commitment and its sealed seed. @throws when this committee has a draw already: see `isAlreadyThere` */
export async function commitDraw(
  database: Database,
  {
    id,
    at,
    ...commitment
  }: {
    readonly id: string;
    readonly campaignId: string;
    readonly committee: string;
    readonly specialty?: string | null;
    readonly seedHash: string;
    readonly sealedSeed: string;
    readonly committedBy: string;
    readonly at: Instant;
  },
): Promise<Draw> {
  return drawOf(
    await database.draw.create({ data: { id, ...commitment, state: 'committed', committedAt: stored(at) } }),
  );
}

/** Draws of one campaign or of all, the latest first. */
export async function listDraws(
  database: Database,
  { campaignId, limit }: { readonly campaignId?: string; readonly limit: number },
): Promise<readonly Draw[]> {
  const where = campaignId === undefined ? {} : { campaignId };
  const rows = await database.draw.findMany({ where, orderBy: [{ committedAt: 'desc' }, { id: 'asc' }], take: limit });
  return rows.map(drawOf);
}

/** The draw, or null. `id` must be a UUID. */
export async function findDraw(database: Database, campaignId: string, id: string): Promise<Draw | null> {
  const row = await database.draw.findUnique({ where: { id, campaignId } });
  return row && drawOf(row);
}

/** The sealed seed of a draw that has not been drawn, or null. */
export async function sealedSeedOf(database: Database, id: string): Promise<string | null> {
  return (await database.draw.findUnique({ where: { id }, select: { sealedSeed: true } }))?.sealedSeed ?? null;
}

/** Freezes the pool. False: it was frozen or voided meanwhile. */
export async function freezeDraw(
  database: Database,
  {
    id,
    plan,
    at,
    signature,
  }: { readonly id: string; readonly plan: DrawPlan; readonly at: Instant; readonly signature: Signature },
): Promise<boolean> {
  const data = { state: 'frozen', pool: asJson(plan), frozenAt: stored(at), frozenSignature: asJson(signature) };
  return (await database.draw.updateMany({ where: { id, frozenAt: null, voidedReason: null }, data })).count === 1;
}

/** Voids a draw before anything was drawn. False: it was drawn or voided meanwhile. */
export async function voidDraw(
  database: Database,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<boolean> {
  const data = { state: 'void', voidedReason: reason };
  return (await database.draw.updateMany({ where: { id, drawnAt: null, voidedReason: null }, data })).count === 1;
}

/**
 * Publishes the seed, stores the result, and gives everybody drawn their place and the role of an expert in this campaign,
 * so that they can answer. One transaction. False: it was drawn or voided meanwhile.
 */
export async function completeDraw(
  database: Database,
  {
    id,
    seed,
    result,
    at,
  }: {
    readonly id: string;
    readonly seed: string;
    readonly result: DrawResult;
    readonly at: Instant;
  },
): Promise<boolean> {
  return await database.$transaction(async (transaction) => {
    const where = { id, drawnAt: null, voidedReason: null, NOT: { frozenAt: null } };
    const drawn = { state: 'drawn', sealedSeed: null, seed, result: asJson(result), drawnAt: stored(at) };
    if ((await transaction.draw.updateMany({ where, data: drawn })).count === 0) return false;
    const { campaignId, committee, specialty: only } = await transaction.draw.findUniqueOrThrow({ where: { id } });
    const before = await lockPlaces(transaction, { campaignId, committee });
    const last = Math.max(0, ...before.filter(({ position }) => position === 'member').map(({ ordinal }) => ordinal));
    const places = [
      ...result.members.map((expert) => ({ ...expert, position: 'member', ordinal: last + expert.ordinal })),
      ...result.alternates.map((expert) => ({ ...expert, position: 'alternate' })),
    ].map(({ expertId, specialty, ordinal, position }) => ({ expertId, specialty, ordinal, position }));
    await transaction.committeeMember.createMany({
      data: places.map((place) => ({ ...place, campaignId, committee, drawId: id })),
    });
    if (only !== null) {
      const filled = seatsFilled(only, before, result.members.length).map(({ expertId }) => expertId);
      const seats = { campaignId, committee, expertId: { in: filled } };
      await transaction.committeeMember.updateMany({ where: seats, data: { invitation: 'replaced' } });
    }
    const ids = places.map(({ expertId }) => expertId);
    await writeInvitations(transaction, { campaignId, committee, expertIds: ids, kind: 'invitation_drawn', at });
    await writeMeetingOfSeats(transaction, { campaignId, committee, expertIds: ids, kind: 'meeting_convened', at });
    const people = await transaction.expert.findMany({ where: { id: { in: ids } }, select: { personId: true } });
    const bindings = people.map(({ personId }) => ({ personId, role: 'expert', campaignId }));
    await transaction.roleBinding.createMany({ data: bindings, skipDuplicates: true });
    return true;
  });
}

function drawOf({ id, campaignId, committee, state, seedHash, seed, pool, result, ...row }: Row): Draw {
  return {
    id,
    campaignId,
    committee,
    specialty: row.specialty,
    seedHash,
    seed,
    state: state as DrawState,
    plan: pool as unknown as DrawPlan | null,
    result: result as unknown as DrawResult | null,
    committedAt: instantFrom(row.committedAt),
    frozenAt: instantOrNull(row.frozenAt),
    drawnAt: instantOrNull(row.drawnAt),
    voidedReason: row.voidedReason,
    frozenSignature: row.frozenSignature as unknown as Signature | null,
  };
}
