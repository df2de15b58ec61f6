import { randomBytes, randomUUID } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { wakeMail } from '../../engine/wakeMail.js';
import { membersOf } from '../../records/committee/committeeMembers.js';
import { noteFoundConflicts } from '../../records/committee/conflicts.js';
import {
  commitDraw,
  completeDraw,
  type Draw,
  findDraw,
  freezeDraw,
  listDraws,
  sealedSeedOf,
  voidDraw,
} from '../../records/committee/draws.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { commitmentOf } from '../../rules/committee/draw/commitment.js';
import { draw as compute } from '../../rules/committee/draw/draw.js';
import { type DrawAct, decideDraw } from '../../rules/committee/draw/drawLaw.js';
import { supplementOf } from '../../rules/committee/draw/supplement.js';
import { supplementProblem } from '../../rules/committee/seats.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem, problemOf } from '../http/problem.js';
import { createSealer } from '../http/sealing.js';
import { line, paragraph } from '../http/text.js';
import { getCommittee } from './campaignCommittee.js';
import { drawBody, drawFile, publicDraw } from './drawBody.js';
import { drawPlan, refusePlan } from './drawPlan.js';

/** Of a committee as a whole; or, with a specialty, for seats of it that no alternate is left for. */
export const NewDraw = z.strictObject({
  committee: line(64),
  specialty: line(64).optional().meta({ description: '补充抽取：席位空缺且无候补的专业' }),
});
/** How many members; by specialty when the office wants it so, by the sizes of the pool otherwise. */
export const DrawSize = z.strictObject({
  size: z.int().min(1).max(199),
  quotas: z.record(line(64), z.int().min(0).max(199)).nullable().default(null),
});
export const DrawVoid = z.strictObject({ reason: paragraph(500) });

const most = 200;
const faster = () =>
  new Problem('stale_page', {
    zh: '这次抽取刚有变化，请刷新后再办理。',
    en: 'This draw has just changed; please reload the page first.',
  });
type At = { id: string; drawId: string };

/**
 * `/api/campaigns/{id}/draws`: the hash of a seed nobody knows is published, the pool is frozen, then the seed is shown
 * and the committee drawn by it. The seed is kept sealed until then, so that nobody can fit a pool to it.
 */
export function drawRoutes(deps: Pick<Deps, 'db' | 'clock' | 'dataDir' | 'engine' | 'logger'>): Router {
  const { db, clock, dataDir } = deps;
  const router = Router({ mergeParams: true });
  const sealer = createSealer(dataDir);

  router.get<'/', { id: string }>('/', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor'], campaign.id);
    const draws = await listDraws(db, { campaignId: campaign.id, limit: most });
    sendCacheable(request, response, { items: draws.map(drawBody) });
  });

  router.post<'/', { id: string }>('/', async (request, response) => {
    const { campaign, caller } = await officeOf(request.params.id, response);
    const { committee, specialty = null } = NewDraw.parse(request.body);
    getCommittee(campaign.policy, committee);
    if (specialty !== null) await seatsMissing(campaign.id, committee, specialty, 1);
    const [id, seed] = [randomUUID(), randomBytes(32).toString('hex')];
    const sealedSeed = await sealer.seal(seed, `draw ${id}`);
    const commitment = {
      id,
      committee,
      specialty,
      sealedSeed,
      seedHash: commitmentOf(seed),
      committedBy: caller.personId,
    };
    const draw = await commitDraw(db, { ...commitment, campaignId: campaign.id, at: await clock() }).catch(
      (error: unknown) => {
        const there = {
          zh: '这个评审委员会已有一次抽取，请继续办理或先作废。',
          en: 'This committee has a draw already; please go on with it, or declare it void first.',
        };
        throw isAlreadyThere(error) ? new Problem('already_there', there, { field: 'committee' }) : error;
      },
    );
    response.status(201).json(drawBody(draw));
  });

  router.post<'/:drawId/freeze', At>('/:drawId/freeze', async (request, response) => {
    const { campaign } = await officeOf(request.params.id, response);
    const { id: campaignId, policy } = campaign;
    const { id, committee: code, specialty } = await ready(request.params, 'freeze');
    const committee = getCommittee(policy, code);
    const { size, quotas } = DrawSize.parse(request.body);
    const at = await clock();
    await noteFoundConflicts(db, { campaignId, specialties: committee.specialties, at });
    const whole = await drawPlan(db, { campaignId, policy, committee, size, quotas, on: localDateOf(at) });
    const plan =
      specialty === null
        ? whole
        : supplementOf(whole, { specialty, size, placed: await seatsMissing(campaignId, code, specialty, size) });
    refusePlan(plan, policy, committee);
    if (!(await freezeDraw(db, { id, plan, at }))) throw faster();
    await send(response, request.params);
  });

  router.post<'/:drawId/draw', At>('/:drawId/draw', async (request, response) => {
    await officeOf(request.params.id, response);
    const { id, plan } = await ready(request.params, 'draw');
    const sealed = await sealedSeedOf(db, id);
    if (sealed === null || plan === null) throw faster();
    const seed = await sealer.unseal(sealed, `draw ${id}`);
    if (!(await completeDraw(db, { id, seed, result: compute(plan, seed), at: await clock() }))) throw faster();
    wakeMail(deps);
    await send(response, request.params);
  });

  router.post<'/:drawId/void', At>('/:drawId/void', async (request, response) => {
    await officeOf(request.params.id, response);
    const { id } = await ready(request.params, 'void');
    const { reason } = DrawVoid.parse(request.body);
    if (!(await voidDraw(db, { id, reason }))) throw faster();
    await send(response, request.params);
  });

  router.get<'/:drawId/file', At>('/:drawId/file', async (request, response) => {
    requireRole(callerOf(response), ['office', 'supervisor'], request.params.id);
    const draw = await getDraw(request.params);
    const file = drawFile(draw);
    if (file === null)
      throw new Problem('event_not_allowed', {
        zh: '抽取之后才能导出。',
        en: 'A draw can be exported once it has taken place.',
      });
    response.set('Content-Disposition', `attachment; filename="draw-${draw.id}.json"`).json(file);
  });
  return router;

  async function officeOf(campaignId: string, response: Parameters<typeof callerOf>[0]) {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, campaignId);
    requireRole(caller, ['office'], campaign.id);
    return { campaign, caller };
  }

  async function getDraw({ id, drawId }: At): Promise<Draw> {
    const draw = isUuid(drawId) ? await findDraw(db, id, drawId) : null;
    if (!draw) throw new Problem('not_found', { zh: '没有这次抽取。', en: 'There is no such draw.' });
    return draw;
  }

  /** Everybody who has a place, where so many seats of a specialty are empty. @throws Problem where they are not */
  async function seatsMissing(campaignId: string, committee: string, specialty: string, size: number) {
    const members = await membersOf(db, { campaignId, committee });
    const problem = supplementProblem(members, specialty, size);
    if (problem) throw problemOf(problem);
    return new Set(members.map(({ expertId }) => expertId));
  }

  /** The draw, if it is the turn of an act. */
  async function ready(at: At, act: DrawAct): Promise<Draw> {
    const draw = await getDraw(at);
    const decided = decideDraw(draw.state, act);
    if ('code' in decided) throw problemOf(decided);
    return draw;
  }

  async function send(response: Parameters<RequestHandler>[1], at: At): Promise<void> {
    response.json(drawBody(await getDraw(at)));
  }
}

/** `GET /api/draws`: what is published of every draw, to anybody, without signing in. */
export function publicDrawsRoute({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store');
    response.json({ items: (await listDraws(db, { limit: most })).map(publicDraw) });
  };
}
