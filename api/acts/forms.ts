import { randomUUID } from 'node:crypto';
import type { ActFreeText } from '../../records/application/actFreeText.js';
import type { Application } from '../../records/application/applicationRow.js';
import { hashOf } from '../../records/application/eventHash.js';
import type { Database } from '../../records/database.js';
import { sealContact } from '../../records/sealed/sealedContact.js';
import type { FormName, Forms } from '../../rules/application/act.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { attachedByUnit, decisionOf, postingOf, unitSanctionedUntil } from './attachments.js';
import type { Body } from './bodies.js';
import { minutesOf, specialtyOf } from './meeting.js';
import { panelScoresOf } from './panelScores.js';
import { resubmissionOf, submissionOf } from './submission.js';

/** What is known when an act is prepared. */
export interface Circumstances {
  readonly db: Database;
  readonly application: Application;
  readonly key: string;
  readonly now: Instant;
}

/** What goes to the engine, and what people wrote, which stays in the database. */
export interface Prepared<F extends FormName> {
  readonly data: Forms[F];
  readonly freeText: ActFreeText | null;
  /** Of a submission or correction: whose it is, by ID number; null where the form has none. */
  readonly idNumberHash?: string | null;
}
type Prepare<F extends FormName> = (body: Body<F>, at: Circumstances) => Prepared<F> | Promise<Prepared<F>>;

/** The free text without absent parts; null when nothing is left, so that the law sees that there is none. */
export function description(freeText: Readonly<Record<string, unknown>>): ActFreeText | null {
  const given = Object.fromEntries(Object.entries(freeText).filter(([, value]) => value !== undefined));
  return Object.keys(given).length ? given : null;
}

/** A short id derived from a text: it reveals nothing of it, and the same text has the same id. */
function nameOf(what: unknown): string {
  return hashOf(what).slice(0, 16);
}

/** The id in the facts of an objection registered under a key. */
export const objectionIdOf = (key: string): string => nameOf({ objection: key });

/** Splits each form into what the engine may know and what must stay in the database. */
export const forms: { readonly [F in FormName]: Prepare<F> } = {
  nothing: () => ({ data: {}, freeText: null }),
  freeText: ({ reason }) => ({ data: {}, freeText: description({ reason }) }),
  submission: async (_body, at) => ({ ...(await submissionOf(at)), freeText: null }),
  resubmission: async ({ answers }, at) => ({
    ...(await resubmissionOf(
      answers.map(({ defect }) => defect),
      at,
    )),
    freeText: answers.length ? { answers } : null,
  }),
  defects: ({ reason, defects }) => {
    const named = defects.map((defect) => ({ id: nameOf(defect), ...defect }));
    return {
      data: { defects: [...new Set(named.map(({ id }) => id))] },
      freeText: description({ reason, ...(named.length ? { defects: named } : {}) }),
    };
  },
  attachments: async ({ reason, decidedOn, decisionNumber, leader }, at) => ({
    data: {
      attached: await attachedByUnit(at),
      unitSanctionedUntil: await unitSanctionedUntil(at),
      decision: decidedOn === undefined || leader === undefined ? null : { decidedOn },
    },
    freeText: description({ reason, decisionNumber, leader }),
  }),
  declination: async ({ reason }, at) => ({
    data: { unitSanctionedUntil: await unitSanctionedUntil(at) },
    freeText: description({ reason }),
  }),
  objection: async (
    { reason, name, contact, unreachable = false },
    { db, application: { id: applicationId }, key },
  ) => {
    const objectionId = objectionIdOf(key);
    // Who objects is no reason: without one nothing was said, and the law refuses.
    const data = unreachable ? ({ objectionId, unreachable } as const) : { objectionId };
    if (reason === undefined) return { data, freeText: null };
    const sealed = contact && (await sealContact(db.vault, { applicationId, objectionId }, contact));
    return { data, freeText: description({ reason, name, contact: sealed }) };
  },
  objectionOutcome: ({ reason, objectionId, outcome }) => ({
    data: { objectionId, outcome },
    freeText: description({ reason }),
  }),
  posting: async (_body, at) => ({ data: await postingOf(at), freeText: null }),
  payment: ({ amount, channel, voucher, paidOn }) => ({
    data: { amount, channel, voucherHash: hashOf(voucher), ...(paidOn === undefined ? {} : { paidOn }) },
    freeText: { voucher },
  }),
  originals: ({ received }) => ({ data: { received }, freeText: null }),
  appointment: ({ at, place, reason }, { application }) => {
    const was = application.facts.defenseAt;
    return { data: was === null ? { at } : { at, was }, freeText: description({ place, reason }) };
  },
  callOff: ({ reason, place }, { application: { facts } }) => ({
    data: { was: facts.defenseAt },
    // Where it was to be is no reason: without one nothing was said, and the law refuses.
    freeText: reason === undefined ? null : description({ reason, place }),
  }),
  scores: async (_body, at) => ({ data: { ...(await panelScoresOf(at)), salt: randomUUID() }, freeText: null }),
  meeting: async ({ tally, metOn, reason }, at) => ({
    data: { tally, metOn, minutes: await minutesOf(at), specialty: await specialtyOf(at) },
    freeText: description({ reason }),
  }),
  entrustment: ({ sentOn, sentTo, number, reason }) => ({
    data: { sentOn },
    freeText: description({ sentTo, number, reason }),
  }),
  entrustedResult: async ({ passed, decidedOn, decidedBy, number, reason }, at) => ({
    data: { passed, decidedOn, ...(await decisionOf(at)) },
    freeText: description({ decidedBy, number, reason }),
  }),
  extension: ({ reason, deadline, due }) => ({ data: { deadline, due }, freeText: description({ reason }) }),
  pause: ({ reason, until }) => ({ data: { until }, freeText: description({ reason }) }),
  step: ({ reason, step }) => ({ data: { step }, freeText: description({ reason }) }),
  sanction: ({ sanctionId }) => ({ data: { sanctionId }, freeText: null }),
  amendment: ({ version }) => ({ data: { version }, freeText: null }),
};
