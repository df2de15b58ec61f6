import { ApplicationFailure, Context } from '@temporalio/activity';
import { findApplication } from '../records/application/applications.js';
import { hashOf } from '../records/application/eventHash.js';
import { registerAct } from '../records/application/intakes.js';
import { pinnedPolicy } from '../records/application/pinnedPolicy.js';
import { amendmentToApply, type PolicyAmendment, recordFanOutDone } from '../records/campaign/policyAmendments.js';
import { policyVersion } from '../records/campaign/policyVersions.js';
import { runningBefore } from '../records/campaign/runningInCampaign.js';
import { amendment, amendmentFor } from '../rules/policy/amendedTo.js';
import type { AmendAnswer, AmendPart } from './campaignActivities.js';
import type { DispatchedAct, FanOutOptions } from './fanOut.js';

const partSize = 100;

/**
 * Carries an approved amendment to the next running applications: an act of each, registered at the instant of the
 * approval under the version's key, so that whoever did a part before did it once.
 */
export async function amendPart(options: FanOutOptions, part: AmendPart): Promise<AmendAnswer> {
  const { database } = options;
  const { campaignId, after, clockOffset } = part;
  const carried = await amendmentToApply(database, campaignId);
  if (carried === null || carried.decidedAt === null) return { after: null, moved: part.moved, refused: part.refused };
  const openedBefore = carried.decidedAt;
  const ids = await runningBefore(database, { campaignId, openedBefore, after, limit: partSize });
  const counts = { moved: part.moved, refused: part.refused };
  for (const id of ids) {
    const outcome = await amendOne(options, carried, id, clockOffset);
    counts[outcome] += 1;
    Context.current().heartbeat();
  }
  if (ids.length === partSize) return { after: ids.at(-1) ?? null, ...counts };
  const at = Context.current().info.currentAttemptScheduledTimestampMs + clockOffset;
  await recordFanOutDone(database, { id: carried.id, ...counts, at });
  return { after: null, ...counts };
}

async function amendOne(
  { database, dispatch }: FanOutOptions,
  { campaignId, baseVersion, decidedAt, id: amendmentId }: PolicyAmendment,
  id: string,
  clockOffset: number,
): Promise<Exclude<DispatchedAct, 'unknown'>> {
  const application = await findApplication(database, id);
  if (!application) throw ApplicationFailure.nonRetryable(`no application ${id}`);
  const version = baseVersion + 1;
  const [present, next] = await Promise.all([
    pinnedPolicy(database, application),
    policyVersion(database, { campaignId, version }),
  ]);
  const actor = { role: 'timer', personId: `amendment-${amendmentId}`, scope: null } as const;
  const same = {
    key: `amend-${version}`,
    event: amendment,
    actor,
    expectedSeq: null,
    data: amendmentFor(present, next),
    freeTextHash: null,
  };
  // An act that came after the approval and was carried before it stands; the amendment comes after it.
  for (let receivedAt = Math.max(decidedAt ?? 0, application.facts.lastAt ?? 0); ; ) {
    const given = { applicationId: id, act: { ...same, receivedAt }, freeText: null, bodyHash: hashOf({ version }) };
    const registered = await registerAct(database, given);
    if (registered.kind === 'closed') {
      receivedAt = registered.until;
      continue;
    }
    const { outcome } = registered.intake;
    if (outcome !== null) return outcome === 'done' ? 'moved' : 'refused';
    const dispatched = await dispatch(application, registered.intake, clockOffset);
    if (dispatched === 'unknown') throw ApplicationFailure.retryable(`${id} has not answered yet`);
    return dispatched;
  }
}
