import type { Application } from '../../records/application/applicationRow.js';
import { hashOf } from '../../records/application/eventHash.js';
import type { ActWords } from '../../records/application/words.js';
import type { Database } from '../../records/database.js';
import type { FormName, Forms } from '../../rules/application/act.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { attachedByUnit, postingOf } from './attachments.js';
import type { Body } from './bodies.js';
import { specialtyOf } from './meeting.js';
import { resubmissionOf, submissionOf } from './submission.js';

/** What the door knows when it prepares an act. */
export interface Circumstances {
  readonly db: Database;
  readonly application: Application;
  readonly key: string;
  readonly now: Instant;
}

/** What goes to the engine, and what people wrote, which stays in the database. */
export interface Prepared<F extends FormName> {
  readonly data: Forms[F];
  readonly words: ActWords | null;
}
type Prepare<F extends FormName> = (body: Body<F>, at: Circumstances) => Prepared<F> | Promise<Prepared<F>>;

/** Words with what was left out taken away; none at all are null, so that the law sees that nothing was said. */
function said(words: Readonly<Record<string, unknown>>): ActWords | null {
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  return Object.keys(given).length ? given : null;
}

/** A short name for what was said that does not tell it, the same each time it is said. */
function nameOf(what: unknown): string {
  return hashOf(what).slice(0, 16);
}

/** What an objection registered under a key is called in the facts. */
export const objectionIdOf = (key: string): string => nameOf({ objection: key });

/** Splits each form into what the engine may know and what must stay in the database. */
export const forms: { readonly [F in FormName]: Prepare<F> } = {
  nothing: () => ({ data: {}, words: null }),
  words: ({ reason }) => ({ data: {}, words: said({ reason }) }),
  submission: async (_body, at) => ({ data: await submissionOf(at), words: null }),
  resubmission: async ({ answers }, at) => ({
    data: await resubmissionOf(
      answers.map(({ defect }) => defect),
      at,
    ),
    words: answers.length ? { answers } : null,
  }),
  defects: ({ reason, defects }) => {
    const named = defects.map((defect) => ({ id: nameOf(defect), ...defect }));
    return {
      data: { defects: [...new Set(named.map(({ id }) => id))] },
      words: said({ reason, ...(named.length ? { defects: named } : {}) }),
    };
  },
  attachments: async ({ reason }, at) => ({ data: { attached: await attachedByUnit(at) }, words: said({ reason }) }),
  objection: ({ reason, name, contact }, { key }) => ({
    data: { objectionId: objectionIdOf(key) },
    // Who objects is no reason: without one nothing was said, and the law refuses.
    words: reason === undefined ? null : said({ reason, name, contact }),
  }),
  objectionOutcome: ({ reason, objectionId, outcome }) => ({ data: { objectionId, outcome }, words: said({ reason }) }),
  posting: async (_body, at) => ({ data: await postingOf(at), words: null }),
  payment: ({ amount, channel, voucher, paidOn }) => ({
    data: { amount, channel, voucherHash: hashOf(voucher), ...(paidOn === undefined ? {} : { paidOn }) },
    words: { voucher },
  }),
  originals: ({ received }) => ({ data: { received }, words: null }),
  appointment: ({ at, place, reason }, { application }) => {
    const was = application.facts.defenseAt;
    return { data: was === null ? { at } : { at, was }, words: said({ place, reason }) };
  },
  callOff: ({ reason, place }, { application: { facts } }) => ({
    data: { was: facts.defenseAt },
    // Where it was to be is no reason: without one nothing was said, and the law refuses.
    words: reason === undefined ? null : said({ reason, place }),
  }),
  scores: ({ sheets }) => ({ data: { sheets }, words: null }),
  meeting: async ({ tally, metOn, reason }, at) => ({
    data: { tally, metOn, specialty: await specialtyOf(at) },
    words: said({ reason }),
  }),
  extension: ({ reason, deadline, due }) => ({ data: { deadline, due }, words: said({ reason }) }),
  step: ({ reason, step }) => ({ data: { step }, words: said({ reason }) }),
  sanction: ({ sanctionId }) => ({ data: { sanctionId }, words: null }),
  amendment: ({ version }) => ({ data: { version }, words: null }),
};
