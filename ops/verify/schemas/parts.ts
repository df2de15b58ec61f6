import { z } from 'zod';
import { events, roles, statuses } from '../../../rules/application/lifecycle.js';

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** An instant in milliseconds. */
export const instant = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);
/** An instant as ISO 8601 with an offset. */
export const iso = z.iso.datetime({ offset: true });
export const text = z.string();
export const count = z.int().min(0);
export const signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string().min(1),
  value: z.string().regex(/^[0-9a-f]{128}$/),
});

/** Any JSON object; what is in it is judged by what it leads to. */
export const json = z.record(z.string(), z.json());
const actor = (role: z.ZodType) => z.strictObject({ role, personId: text, scope: text.nullable() });
const chained = { prevHash: sha256, hash: sha256 };
const entry = {
  seq: z.int().min(1),
  law: z.int().min(1),
  key: text,
  at: instant,
  data: json,
  freeTextHash: sha256.nullable(),
  changes: json,
};

/** A recorded event of an application. */
const applicationEvent = z.strictObject({
  ...entry,
  ...chained,
  event: z.enum(events),
  actor: actor(z.enum(roles)),
  from: z.enum(statuses),
  to: z.enum(statuses),
  deadlines: json,
});
/** The same with the hash of its data, for who may not read them. */
const withheldEvent = applicationEvent.omit({ data: true }).extend({ dataHash: sha256 });

/** A recorded event of a campaign. */
export const campaignEvent = z.strictObject({
  ...entry,
  ...chained,
  event: text,
  actor: actor(text),
  from: text,
  to: text,
});

/** One version of a campaign's policy with its calendar, and since when it is in force. */
export const policyVersion = z.strictObject({
  version: z.int().min(1),
  policy: json,
  calendar: json,
  changedAt: instant,
});

/** An application from its opening on, without a name or a text in it. */
const recorded = {
  openedAt: instant,
  opening: z.strictObject({
    applicationId: z.uuid(),
    number: text,
    campaignId: text,
    applicantId: text,
    unitId: text,
    chain: z.array(text),
    unitRegion: text.nullable(),
    round: text.exactOptional(),
    submissions: z.int().exactOptional(),
    profile: json,
  }),
};
export const application = z.strictObject({ ...recorded, events: z.array(applicationEvent) });

/** The same as its holder has it. */
export const heldApplication = z.strictObject({
  ...recorded,
  events: z.array(z.union([applicationEvent, withheldEvent])),
});
