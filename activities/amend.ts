import { ApplicationFailure, Context } from '@temporalio/activity';
import pMap from 'p-map';
import { findApplication } from '../records/application/applications.js';
import { hashOf } from '../records/application/eventHash.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import { registerWhenOpen } from '../records/application/registerWhenOpen.js';
import { amendKey, countAmended } from '../records/campaign/amendedCount.js';
import { keptPolicyVersion } from '../records/campaign/keptPolicyVersion.js';
import { amendmentToApply, noteAmended, type PolicyAmendment } from '../records/campaign/policyAmendments.js';
import { runningBefore } from '../records/campaign/runningInCampaign.js';
import { amendment, amendmentFor } from '../rules/policy/amendedTo.js';
import type { AmendAnswer, AmendPart } from './campaignActivities.js';
import { concurrency, type FanOutOptions, partSize, recordOrDispatch } from './fanOut.js';

/**
 * Applies an approved amendment to the next running applications: one act each, registered at the instant of the
 * approval under a key of the version, so that a repeated part applies it once. On an application whose record does not hold
 * it is only registered.
 */
export async function amendPart(options: FanOutOptions, part: AmendPart): Promise<AmendAnswer> {
  const { database } = options;
  const { campaignId, after, clockOffset } = part;
  const approved = await amendmentToApply(database, campaignId);
  if (approved === null || approved.decidedAt === null) return { after: null };
  const openedBefore = approved.decidedAt;
  const ids = await runningBefore(database, { campaignId, openedBefore, after, limit: partSize });
  const registered = await pMap(
    ids,
    async (id) => {
      Context.current().heartbeat();
      return await registerAmendment(options, approved, id);
    },
    { concurrency },
  );
  await recordOrDispatch(options, { id: `amend-${approved.id}-${after ?? ''}`, clockOffset }, registered);
  if (ids.length === partSize) return { after: ids.at(-1) ?? null };
  const counts = await countAmended(database, { campaignId, version: approved.baseVersion + 1 });
  const at = Context.current().info.currentAttemptScheduledTimestampMs + clockOffset;
  await noteAmended(database, { id: approved.id, ...counts, at });
  return { after: null };
}

async function registerAmendment(
  { database }: FanOutOptions,
  { campaignId, baseVersion, decidedAt, id: amendmentId }: PolicyAmendment,
  applicationId: string,
) {
  const application = await findApplication(database, applicationId);
  if (!application) throw ApplicationFailure.nonRetryable(`no application ${applicationId}`);
  const version = baseVersion + 1;
  const [present, next] = await Promise.all([
    pinnedPolicy(database, application),
    keptPolicyVersion(database, { campaignId, version }),
  ]);
  const act = {
    key: amendKey(version),
    event: amendment,
    actor: { role: 'timer', personId: `amendment-${amendmentId}`, scope: null },
    expectedSeq: null,
    data: amendmentFor(present, next, application.facts),
    freeTextHash: null,
  } as const;
  // An act that was received after the approval and recorded before the amendment keeps its place: the amendment follows.
  const receivedAt = Math.max(decidedAt ?? 0, application.facts.lastAt ?? 0);
  const registration = { applicationId, act, freeText: null, bodyHash: hashOf({ version }) };
  const { intake } = await registerWhenOpen(database, registration, receivedAt, () => receivedAt);
  return { application, intake };
}
