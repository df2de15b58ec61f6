import type { Application } from '../../records/application/applicationRow.js';
import { slotsOf } from '../../records/originals/counterSlots.js';
import { changePlan, findPlan, type OriginalsPlan } from '../../records/originals/originalsPlans.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { bookingRefusal, changeRefusal, planRefusal, postRefusal } from '../../rules/originals/originalsPlans.js';
import type { Refusal } from '../../rules/refusal.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import { visibleApplication } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { labelsOf, Problem, problemOf } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { PlanAnswer, PlanBody } from './originalsBodies.js';

const tag = '原件';
const path = `${own}/originals-plan`;
type Arrival = Parameters<typeof visibleApplication>[0];

/** The caller's own application. @throws Problem `not_found`, or `not_permitted` for everybody else's */
async function ownApplication(arrival: Arrival, services: Pick<Deps, 'db'>): Promise<Application> {
  const { application } = await visibleApplication(arrival, services);
  if (application.applicantId === arrival.caller.personId) return application;
  throw new Problem('not_permitted', {
    zh: '只有申报人本人可以预约或登记邮寄。',
    en: 'Only the applicant books a slot or states a parcel.',
  });
}

const missingSlot = () => new Problem('not_found', { zh: '没有这个时段。', en: 'There is no such slot.' });

/** How an applicant hands in the originals: at a slot of the counter, or by post. */
export const originalsPlanRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '我的原件：预约或邮寄，以及可以预约的时段',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    answers: { 200: PlanAnswer },
    handle: async ({ subject: application }, services) => await answerOf(services, application),
  }),
  defineRoute({
    method: 'put',
    path,
    tag,
    summary: '预约、改约现场递交时段，或登记邮寄的快递单号',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    body: PlanBody,
    answers: { 200: PlanAnswer },
    handle: async ({ subject: application, body }, services) => {
      const { db, clock } = services;
      const { id: applicationId, campaignId } = application;
      const now = await clock();
      const { facts, policy } = await snapshotAt(db, application, now);
      const { kind, ...planned } = body;
      const refusal = await changePlan(db, { applicationId, campaignId, at: now }, planned, ({ current, slot }) => {
        const refused = planRefusal(facts, policy) ?? changeRefusal(current?.slot ?? null, now, policy);
        if (refused) return refused;
        if (kind === 'post') return postRefusal(body.sentOn, now, policy);
        if (slot === null) throw missingSlot();
        return bookingRefusal(slot, facts, { policy, now });
      });
      if (refusal) throw problemOf(refusal);
      return await answerOf(services, application);
    },
  }),
  defineRoute({
    method: 'delete',
    path,
    tag,
    summary: '取消预约或邮寄登记',
    roles: 'signed in',
    among: ['applicant'],
    subject: ownApplication,
    answers: { 204: null },
    handle: async ({ subject: application }, { db, clock }) => {
      const { id: applicationId, campaignId } = application;
      const now = await clock();
      const { policy } = await snapshotAt(db, application, now);
      const refusal = await changePlan(db, { applicationId, campaignId, at: now }, null, ({ current }) =>
        changeRefusal(current?.slot ?? null, now, policy),
      );
      if (refusal) throw problemOf(refusal);
    },
  }),
];

async function answerOf({ db, clock }: Pick<Deps, 'db' | 'clock'>, application: Application) {
  const now = await clock();
  const { facts, policy } = await snapshotAt(db, application, now);
  const [plan, slots] = await Promise.all([
    findPlan(db, application.id),
    slotsOf(db, { campaignId: application.campaignId, after: now }),
  ]);
  const refusal = planRefusal(facts, policy);
  const bookable = refusal ? [] : slots.filter((slot) => bookingRefusal(slot, facts, { policy, now }) === null);
  return {
    plan: plan && planView(plan),
    free: bookable.map(({ id, startsAt, endsAt, capacity, booked }) => ({
      id,
      startsAt: isoInBeijing(startsAt),
      endsAt: isoInBeijing(endsAt),
      left: capacity - booked,
    })),
    refusal: refusal && refusalView(refusal),
    fixed: plan && refusalView(changeRefusal(plan.slot, now, policy)),
  };
}

function planView({ kind, slot, parcel, createdAt }: OriginalsPlan) {
  return {
    kind,
    startsAt: slot && isoInBeijing(slot.startsAt),
    endsAt: slot && isoInBeijing(slot.endsAt),
    slotCancelled: slot?.cancelled ?? false,
    parcel,
    createdAt: isoInBeijing(createdAt),
  };
}

function refusalView(refusal: Refusal | null) {
  if (refusal === null) return null;
  const { zh: detail, en: detailEn } = labelsOf(refusal);
  return { code: refusal.code, detail, detailEn };
}
