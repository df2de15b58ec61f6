import { randomBytes, randomUUID } from 'node:crypto';
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
import type { Database } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { commitmentOf } from '../../rules/committee/draw/commitment.js';
import { draw as compute } from '../../rules/committee/draw/draw.js';
import { type DrawAct, decideDraw } from '../../rules/committee/draw/drawLaw.js';
import { frozenText } from '../../rules/committee/draw/poolHash.js';
import { supplementOf } from '../../rules/committee/draw/supplement.js';
import { supplementProblem } from '../../rules/committee/seats.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath, getCampaign } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { line, paragraph } from '../http/text.js';
import { sendSigned } from '../proof/signedFile.js';
import type { Services } from '../services.js';
import { DrawAnswer, DrawFileAnswer, DrawsAnswer, PublicDrawsAnswer } from './answers.js';
import { getCommittee } from './campaignCommittee.js';
import { drawBody, drawFile, frozenOf, publicDraw } from './drawBody.js';
import { drawPlan, refusePlan } from './drawPlan.js';

/** Of a committee as a whole; or, with a specialty, for seats of it that no alternate is left for. */
const NewDraw = z.strictObject({
  committee: line(64),
  specialty: line(64).optional().meta({ description: '补充抽取：席位空缺且无候补的专业' }),
});
/** How many members; by specialty when the office wants it so, by the sizes of the pool otherwise. */
const DrawSize = z.strictObject({
  size: z.int().min(1).max(199),
  quotas: z.record(line(64), z.int().min(0).max(199)).nullable().default(null),
});

const most = 200;
const changedMeanwhile = () =>
  new Problem('stale_page', {
    zh: '这次抽取刚有变化，请刷新后再办理。',
    en: 'This draw has just changed; please reload the page first.',
  });
type At = { readonly id: string; readonly drawId: string };
const tag = '评委会';
const path = '/api/campaigns/{id}/draws';

/** The draw named in the path, where the law of draws takes this act now. @throws Problem */
const readyFor =
  (act: DrawAct) =>
  async ({ params }: { readonly params: At }, { db }: Services) => {
    const campaign = await getCampaign(db, params.id);
    const draw = await getDraw(db, params);
    const decided = decideDraw(draw.state, act);
    if ('code' in decided) throw problemOf(decided);
    return { campaign, draw };
  };

/**
 * The hash of a seed nobody knows is published, the pool is frozen, then the seed is shown and the committee drawn by it.
 * The seed is kept sealed until then, so that nobody can fit a pool to it.
 */
export const drawRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '随机抽取及其进展（办事机构、监督）',
    roles: ['office', 'supervisor'],
    subject: campaignInPath,
    answers: { 200: DrawsAnswer, 304: null },
    handle: async ({ subject: campaign }, { db }) => ({
      items: (await listDraws(db, { campaignId: campaign.id, limit: most })).map(drawBody),
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '第一步：生成种子并公布其摘要',
    roles: ['office'],
    subject: campaignInPath,
    body: NewDraw,
    answers: { 201: DrawAnswer },
    handle: async ({ subject: campaign, body: { committee, specialty = null }, caller }, { db, clock, sealer }) => {
      getCommittee(campaign.policy, committee);
      if (specialty !== null) await seatsMissing(db, campaign.id, committee, specialty, 1);
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
      return drawBody(draw);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{drawId}/freeze`,
    tag,
    summary: '第二步：冻结专家库',
    roles: ['office'],
    subject: readyFor('freeze'),
    body: DrawSize,
    answers: { 200: DrawAnswer },
    handle: async ({ subject: { campaign, draw }, body: { size, quotas }, params }, { db, clock, recordSigner }) => {
      const { id: campaignId, policy } = campaign;
      const { id, committee: code, specialty } = draw;
      const committee = getCommittee(policy, code);
      const at = await clock();
      await noteFoundConflicts(db, { campaignId, specialties: committee.specialties, at });
      const whole = await drawPlan(db, { campaignId, policy, committee, size, quotas, on: localDateOf(at) });
      const plan =
        specialty === null
          ? whole
          : supplementOf(whole, { specialty, size, placed: await seatsMissing(db, campaignId, code, specialty, size) });
      refusePlan(plan, policy, committee);
      const signature = await recordSigner.sign(frozenText(frozenOf(draw, plan, at)));
      if (!(await freezeDraw(db, { id, plan, at, signature }))) throw changedMeanwhile();
      return drawBody(await getDraw(db, params));
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{drawId}/draw`,
    tag,
    summary: '第三步：公布种子并抽取',
    roles: ['office'],
    subject: readyFor('draw'),
    answers: { 200: DrawAnswer },
    handle: async ({ subject, params }, services) => {
      const { db, clock, sealer } = services;
      const { id, plan } = subject.draw;
      const sealed = await sealedSeedOf(db, id);
      if (sealed === null || plan === null) throw changedMeanwhile();
      const seed = await sealer.unseal(sealed, `draw ${id}`);
      if (!(await completeDraw(db, { id, seed, result: compute(plan, seed), at: await clock() })))
        throw changedMeanwhile();
      wakeMail(services);
      return drawBody(await getDraw(db, params));
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{drawId}/void`,
    tag,
    summary: '抽取之前作废，重新开始',
    roles: ['office'],
    subject: readyFor('void'),
    body: z.strictObject({ reason: paragraph(500) }),
    answers: { 200: DrawAnswer },
    handle: async ({ subject: { draw }, body: { reason }, params }, { db }) => {
      if (!(await voidDraw(db, { id: draw.id, reason }))) throw changedMeanwhile();
      return drawBody(await getDraw(db, params));
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{drawId}/file`,
    tag,
    summary: '导出抽取记录，任何人可离线核验',
    roles: ['office', 'supervisor'],
    answers: { 200: DrawFileAnswer },
    handle: async ({ params, response }, { db, recordSigner }) => {
      const draw = await getDraw(db, params);
      const file = drawFile(draw);
      if (file === null)
        throw new Problem('event_not_allowed', {
          zh: '抽取之后才能导出。',
          en: 'A draw can be exported once it has taken place.',
        });
      await sendSigned(recordSigner, response, `draw-${draw.id}.json`, file);
    },
  }),
  // What is published of every draw.
  defineRoute({
    method: 'get',
    path: '/api/draws',
    tag,
    summary: '已公布的种子摘要与种子，无需登录',
    roles: 'public',
    answers: { 200: PublicDrawsAnswer },
    handle: async ({ response }, { db }) => {
      response.set('Cache-Control', 'no-store');
      return { items: (await listDraws(db, { limit: most })).map(publicDraw) };
    },
  }),
];

async function getDraw(db: Database, { id, drawId }: At): Promise<Draw> {
  const draw = isUuid(drawId) ? await findDraw(db, id, drawId) : null;
  if (!draw) throw new Problem('not_found', { zh: '没有这次抽取。', en: 'There is no such draw.' });
  return draw;
}

/** The experts with a place, where so many seats of a specialty are empty. @throws Problem where they are not */
async function seatsMissing(db: Database, campaignId: string, committee: string, specialty: string, size: number) {
  const members = await membersOf(db, { campaignId, committee });
  const problem = supplementProblem(members, specialty, size);
  if (problem) throw problemOf(problem);
  return new Set(members.map(({ expertId }) => expertId));
}
