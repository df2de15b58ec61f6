import { z } from 'zod';
import {
  application,
  campaignEvent,
  count,
  heldApplication,
  instant,
  policyVersion,
  sha256,
  signature,
  text,
} from './parts.js';

const certificate = z.strictObject({
  applicationId: z.uuid(),
  ordinal: z.int().min(1),
  number: text,
  conferredOn: z.iso.date(),
});
const head = z.tuple([text, text, count, sha256]);
const signedHeads = z.strictObject({
  format: z.literal('pingshen-heads/1'),
  ordinal: z.int().min(1),
  at: instant,
  reason: text,
  heads: count,
  root: sha256,
  moved: z.array(head),
  previous: sha256,
  signature,
});

/** The export of a campaign. */
export const CampaignFile = z.strictObject({
  format: z.literal('pingshen-campaign/1'),
  campaignId: text,
  title: text,
  exportedAt: instant,
  policies: z.array(policyVersion).min(1),
  events: z.array(campaignEvent),
  applications: z.array(application),
  certificates: z.array(certificate),
  heads: z.array(signedHeads),
});

/** The export of one certificate. */
export const CertificateFile = z.strictObject({
  format: z.literal('pingshen-certificate/1'),
  exportedAt: instant,
  name: text,
  unitName: text,
  campaignTitle: text,
  certificate,
  revokedOn: z.iso.date().nullable(),
  policies: z.array(policyVersion).min(1),
  application: heldApplication,
});

/** The record of one application without a title, as it is in the archive of its dossier. */
export const ApplicationFile = z.strictObject({
  format: z.literal('pingshen-application/1'),
  exportedAt: instant,
  campaignTitle: text,
  policies: z.array(policyVersion).min(1),
  application: heldApplication,
});
