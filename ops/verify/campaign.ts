import type { PublicKey } from '../../config/signingKeys.js';
import { firstHash } from '../../records/application/eventHash.js';
import { campaignEventHash } from '../../records/campaign/recordCampaignEvent.js';
import type { SignedHeads } from '../../records/proof/signedHeads.js';
import { lawVersion } from '../../rules/application/lawVersion.js';
import type { CampaignFacts, CampaignTransition } from '../../rules/campaign/campaignFacts.js';
import { newCampaign, scheduleOf } from '../../rules/campaign/campaignSchedule.js';
import { decideCampaign, evolveCampaign, isCampaignRefusal } from '../../rules/campaign/decideCampaign.js';
import { canonical } from '../../rules/canonical.js';
import { headsFault, stateOf } from '../../worker/proof/signHeads.js';
import { type Certificate, certificateDifference, certificateLabel } from './certificateOf.js';
import { type ExportedApplication, replay, replayChecks, type Version } from './replay.js';
import { difference, differs, type Verdict } from './verdict.js';

/** The export of a campaign. */
export interface CampaignFile {
  readonly campaignId: string;
  readonly title: string;
  readonly policies: readonly Version[];
  readonly events: readonly (CampaignTransition & { readonly prevHash: string; readonly hash: string })[];
  readonly applications: readonly ExportedApplication[];
  readonly certificates: readonly Certificate[];
  readonly heads: readonly SignedHeads[];
}

const campaignLabel =
  '年度评审的各步依规则办理，日程与政策一致 / the campaign went by the law, on the schedule of its policy';
const headsLabel = '已签名的链头都在其链上 / every signed head is part of its chain';

/** Judges a whole campaign again and compares: its own steps, each application, the certificates, the signed heads. */
export function verifyCampaign(file: CampaignFile, keys: readonly PublicKey[]): Verdict {
  const wrongStep = campaignDifference(file);
  if (wrongStep) return differs(difference(campaignLabel, wrongStep));
  const agreed: string[] = [campaignLabel];
  const unknown = new Set(file.events.map(({ law }) => law).filter((law) => law !== lawVersion));
  for (const application of file.applications) {
    const replayed = replay(application, file.policies);
    if ('check' in replayed) return differs(difference(replayChecks[replayed.check], replayed), agreed);
    for (const law of replayed.unknown) unknown.add(law);
  }
  agreed.push(...Object.values(replayChecks));
  const wrongCertificate = certificatesDifference(file);
  if (wrongCertificate) return differs(difference(certificateLabel, wrongCertificate), agreed);
  agreed.push(certificateLabel);
  const wrongHead = headsDifference(file, keys);
  if (wrongHead) return differs(difference(headsLabel, wrongHead), agreed);
  agreed.push(headsLabel);
  return { about: aboutOf(file), agreed, unknown: unknownLaw(unknown), difference: null };
}

/** What a verifier says of a version of the law it does not know: chain and hashes were checked, the decision was not. */
export function unknownLaw(versions: ReadonlySet<number>): readonly string[] {
  return [...versions].map(
    (version) =>
      `不认识规则版本${version}：只核对了哈希，未重新判断 / the law's version ${version} is not known here: hashes were checked, decisions were not`,
  );
}

interface Difference {
  readonly at: string;
  readonly stated: string;
  readonly expected: string;
}

function campaignDifference({ campaignId, policies, events }: CampaignFile): Difference | null {
  const schedules = policies.map(({ policy, calendar }) => canonical(scheduleOf(policy, calendar)));
  let before = firstHash;
  let facts: CampaignFacts | null = null;
  for (const [index, { prevHash, hash, ...transition }] of events.entries()) {
    const { schedule } = transition.changes;
    const at = `${transition.seq} ${transition.event}`;
    const expected = campaignEventHash(campaignId, transition, before);
    if (transition.seq !== index + 1) return { at, stated: String(transition.seq), expected: String(index + 1) };
    if (prevHash !== before || hash !== expected) return { at, stated: hash, expected };
    if (!schedule || !schedules.includes(canonical(schedule))) {
      return { at, stated: canonical(schedule ?? null), expected: 'scheduleOf(policy)' };
    }
    facts ??= newCampaign(campaignId, schedule, transition.from === 'announced');
    if (transition.law === lawVersion) {
      const { key, event, actor, at: receivedAt, data, freeTextHash } = transition;
      const act = { key, event, actor, receivedAt, expectedSeq: null, data, freeTextHash, schedule };
      const decided = decideCampaign(facts, act);
      if (isCampaignRefusal(decided)) return { at, stated: event, expected: `${decided.code} ${decided.message}` };
      if (canonical(decided) !== canonical(transition))
        return { at, stated: canonical(transition), expected: canonical(decided) };
    }
    facts = evolveCampaign(facts, transition);
    before = hash;
  }
  return null;
}

function certificatesDifference({ applications, certificates, campaignId }: CampaignFile): Difference | null {
  const ids = new Set(applications.map(({ opening }) => opening.applicationId));
  const stray = certificates.find(({ applicationId }) => !ids.has(applicationId));
  if (stray) return { at: stray.number, stated: stray.applicationId, expected: campaignId };
  const ordinals = certificates.map(({ ordinal }) => ordinal).sort((one, other) => one - other);
  const missing = ordinals.findIndex((ordinal, index) => ordinal !== index + 1);
  if (missing >= 0) return { at: 'certificates', stated: String(ordinals[missing]), expected: String(missing + 1) };
  for (const application of applications) {
    const { applicationId, campaignId: of } = application.opening;
    if (of !== campaignId) return { at: applicationId, stated: of, expected: campaignId };
    const found = certificateDifference(
      certificates.find((certificate) => certificate.applicationId === applicationId),
      application,
    );
    if (found) return found;
  }
  return null;
}

function headsDifference(
  { heads, applications, events, campaignId }: CampaignFile,
  keys: readonly PublicKey[],
): Difference | null {
  const fault = headsFault(heads, keys);
  if (fault !== null) return { at: `heads · ${fault}`, stated: '?', expected: 'signature' };
  const signed = stateOf(heads);
  const chains = new Map(applications.map(({ opening, events: own }) => [`application ${opening.applicationId}`, own]));
  for (const [at, chain] of [...chains, [`campaign ${campaignId}`, events] as const]) {
    const [, , seq = 0, hash = ''] = signed.get(at) ?? [];
    const there = seq === 0 ? null : chain[seq - 1]?.hash;
    if (there !== null && there !== hash) return { at: `${at} · ${seq}`, stated: there ?? '∅', expected: hash };
  }
  return null;
}

function aboutOf({ title, campaignId, applications, certificates, heads }: CampaignFile): readonly string[] {
  const events = applications.reduce((sum, application) => sum + application.events.length, 0);
  return [
    `${title} · ${campaignId}`,
    `申报${applications.length}份，事件${events}项，证书${certificates.length}份，签名的链头${heads.length}次 / applications: ${applications.length}, events: ${events}, certificates: ${certificates.length}, signed heads: ${heads.length}`,
  ];
}
