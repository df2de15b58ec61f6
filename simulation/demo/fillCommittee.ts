import { createHash } from 'node:crypto';
import { drawPlan } from '../../api/committee/drawPlan.js';
import { createSealer } from '../../api/http/sealing.js';
import { createSigner } from '../../config/signingKeys.js';
import { idOf } from '../../ops/imports/idOf.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { addExperts, inPool } from '../../records/committee/addExperts.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { noteFoundConflicts } from '../../records/committee/conflicts.js';
import { isDeputyFinal, nameDeputy } from '../../records/committee/deputies.js';
import { commitDraw, completeDraw, findDraw, freezeDraw, sealedSeedOf } from '../../records/committee/draws.js';
import { answerInvitation, designateChair } from '../../records/committee/invitations.js';
import type { Database } from '../../records/database.js';
import { addDays, day, hour, type Instant, isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { commitmentOf } from '../../rules/committee/draw/commitment.js';
import { draw } from '../../rules/committee/draw/draw.js';
import type { DrawPlan } from '../../rules/committee/draw/plan.js';
import { frozenText, poolHashOf } from '../../rules/committee/draw/poolHash.js';
import { endOfTerm } from '../../rules/committee/experts.js';
import { isSeated } from '../../rules/committee/seats.js';
import { minimumMembers } from '../../rules/policy/committees.js';
import { poolExperts } from './poolExperts.js';
import { emailOf, personIdOf } from './staff.js';

interface DemoTarget {
  readonly db: Database;
  readonly dataDir: string;
  readonly now: Instant;
}

/**
 * Creates the demo's expert pool and first committee, drawn two days ago. Every member has accepted, except the expert
 * whose account is listed: that account finds the invitation. Each step skips what an earlier attempt has done.
 */
export async function fillCommittee({ db, dataDir, now }: DemoTarget, campaign: Campaign): Promise<void> {
  const { id: campaignId, policy } = campaign;
  const [committee] = policy.reviewCommittee.committees.value;
  if (!committee) return;
  await fillPool(db, campaign, now);
  const id = idOf(campaignId, 'draw', committee.code);
  const [committedAt, frozenAt] = [now - 3 * day, now - 2 * day];
  const size = minimumMembers(committee, policy.reviewCommittee);
  const wanted = { campaignId, policy, committee, size, quotas: null, on: localDateOf(frozenAt) };
  const listed = await expertIds(db, campaignId);
  const known = await findDraw(db, campaignId, id);
  const plan = known?.plan ?? (await drawPlan(db, wanted));
  const sealer = createSealer(dataDir);
  const sealed = await sealedSeedOf(db, id);
  const kept = known?.seed ?? (sealed && (await sealer.unseal(sealed, `draw ${id}`)));
  const seed = kept || seedThatSeats(plan, [...listed.values()], campaignId);
  if (known === null) {
    const commitment = { seedHash: commitmentOf(seed), sealedSeed: await sealer.seal(seed, `draw ${id}`) };
    const by = { committedBy: personIdOf(campaignId, 'office'), at: committedAt };
    await commitDraw(db, { id, campaignId, committee: committee.code, ...commitment, ...by });
  }
  await noteFoundConflicts(db, { campaignId, specialties: committee.specialties, at: frozenAt });
  const frozen = { drawId: id, seedHash: commitmentOf(seed), poolHash: poolHashOf(plan) };
  const instants = { committedAt: isoInBeijing(committedAt), frozenAt: isoInBeijing(frozenAt) };
  const signature = await createSigner(dataDir).sign(frozenText({ ...frozen, ...instants }));
  await freezeDraw(db, { id, plan, at: frozenAt, signature });
  await completeDraw(db, { id, seed, result: draw(plan, seed), at: frozenAt + hour });
  await answerAll(db, { campaignId, committee: committee.code, listed, at: now - day });
}

async function fillPool(db: Database, { id, policy }: Campaign, now: Instant): Promise<void> {
  const experts = poolExperts(policy);
  const present = await inPool(
    db,
    experts.map(({ name }) => emailOf(name)),
  );
  const validFrom = addDays(localDateOf(now), -100);
  const validUntil = endOfTerm(validFrom, policy.reviewCommittee.termYears.value);
  const missing = experts.filter(({ name }) => !present.has(emailOf(name)));
  await addExperts(
    db,
    missing.map(({ name, ...entry }) => ({ ...entry, personId: personIdOf(id, name), validFrom, validUntil })),
  );
}

/** Expert ids by account name, of the listed accounts. */
async function expertIds(db: Database, campaignId: string): Promise<ReadonlyMap<string, string>> {
  const names = ['expert', 'chair'];
  const where = { personId: { in: names.map((name) => personIdOf(campaignId, name)) } };
  const rows = await db.expert.findMany({ where, select: { id: true, personId: true } });
  return new Map(
    names.map((name) => [name, rows.find(({ personId }) => personId === personIdOf(campaignId, name))?.id ?? '']),
  );
}

/**
 * Searches for a seed that seats the listed accounts. Impossible with a real draw, whose seed is committed to in
 * advance.
 */
function seedThatSeats(plan: DrawPlan, wanted: readonly string[], campaignId: string): string {
  for (let attempt = 0; attempt < 10_000; attempt += 1) {
    const seed = createHash('sha256').update(`${campaignId} ${attempt}`).digest('hex');
    const seated = new Set(draw(plan, seed).members.map(({ expertId }) => expertId));
    if (wanted.every((expertId) => seated.has(expertId))) return seed;
  }
  throw new Error('the listed experts are not in the pool');
}

interface Acceptances {
  readonly campaignId: string;
  readonly committee: string;
  readonly listed: ReadonlyMap<string, string>;
  readonly at: Instant;
}

async function answerAll(db: Database, { campaignId, committee, listed, at }: Acceptances): Promise<void> {
  const reply = { campaignId, committee, answer: 'accept', reason: null, at } as const;
  for (const { expertId } of await membersOf(db, { campaignId, committee })) {
    if (expertId !== listed.get('expert')) await answerInvitation(db, { ...reply, expertId });
  }
  await designateChair(db, { campaignId, committee, expertId: listed.get('chair') ?? '', at });
  const others = (await membersOf(db, { campaignId, committee })).filter(
    (member) => isSeated(member) && ![...listed.values()].includes(member.expertId),
  );
  const [deputy] = others;
  if (!deputy || (await isDeputyFinal(db, { campaignId, committee }))) return;
  const namedBy = personIdOf(campaignId, 'office');
  await nameDeputy(db, { campaignId, committee, expertId: deputy.expertId, namedBy, at, reason: null });
}
