import { signFile } from '../../../api/proof/signedFile.js';
import type { Signer } from '../../../config/signingKeys.js';
import type { ExportedApplication } from '../../../ops/verify/replay.js';
import type { FileKind } from '../../../ops/verify/verifyFile.js';
import { eventHash, openingHash, openingOf } from '../../../records/application/eventHash.js';
import { campaignEventHash } from '../../../records/campaign/recordCampaignEvent.js';
import { type Head, rootOf, type SignedHeads } from '../../../records/proof/signedHeads.js';
import type { Transition } from '../../../rules/application/act.js';
import { applicationNumber } from '../../../rules/application/applicationNumber.js';
import type { Status } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import type { CampaignTransition } from '../../../rules/campaign/campaignFacts.js';
import { newCampaign, scheduleOf } from '../../../rules/campaign/campaignSchedule.js';
import { dueOnCampaign, evolveCampaign } from '../../../rules/campaign/decideCampaign.js';
import { canonical } from '../../../rules/canonical.js';
import { commitmentOf } from '../../../rules/committee/draw/commitment.js';
import { draw } from '../../../rules/committee/draw/draw.js';
import { drawFileFormat } from '../../../rules/committee/draw/drawFile.js';
import { frozenText, poolHashOf } from '../../../rules/committee/draw/poolHash.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { runStory, stories } from '../../../simulation/story/story.js';
import { signedText } from '../../../worker/proof/signHeads.js';
import { calendar2024, deputySenior } from '../../support/facts.js';
import { planOf } from '../committee/plans.js';

const campaignId = aksu2024.id;
const openedAt = Date.parse('2024-07-22T09:00:00+08:00');
const exportedAt = Date.parse('2024-12-20T09:00:00+08:00');
const policies = [
  {
    version: aksu2024.version,
    policy: aksu2024,
    calendar: calendar2024,
    changedAt: Date.parse('2024-07-15T09:00:00+08:00'),
  },
];
export const seed = '7e'.repeat(32);

/** The events with their hashes, chained anew. */
export function chained(
  opening: ExportedApplication['opening'],
  transitions: readonly Transition[],
): ExportedApplication<Transition> {
  let prevHash = openingHash(opening, openedAt);
  const events = transitions.map((transition) => {
    const hash = eventHash(opening.applicationId, transition, prevHash);
    const event = { ...transition, prevHash, hash };
    prevHash = hash;
    return event;
  });
  return { opening, openedAt, events };
}

/** The record of an application with the past of a story. */
export function applicationOf(status: Status, number: number): ExportedApplication<Transition> {
  const applicationId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const identity = {
    applicationId,
    campaignId,
    applicantId: `applicant-${number}`,
    unitId: 'unit-1',
    profile: deputySenior,
  };
  const facts = openDraft({ ...identity, chain: ['department-1'] }, aksu2024, calendar2024);
  return chained(
    openingOf(facts, applicationNumber('2024-AKSU', number + 1)),
    runStory(facts, stories[status], aksu2024, calendar2024).transitions,
  );
}

function certificateOf({ opening, events }: ExportedApplication) {
  const at = events.at(-1)?.at ?? 0;
  const number = `${campaignId.toUpperCase()}-00001`;
  return { applicationId: opening.applicationId, ordinal: 1, number, conferredOn: localDateOf(at) };
}

/** A campaign whose dates passed, with four applications and one signed line of heads. */
async function campaignFile(signer: Signer) {
  const applications = (['conferred', 'not_passed', 'lapsed', 'payment'] as const).map(applicationOf);
  const schedule = scheduleOf(aksu2024, calendar2024);
  let facts = newCampaign(campaignId, schedule, true);
  let prevHash = '0'.repeat(64);
  const events: (CampaignTransition & { prevHash: string; hash: string })[] = [];
  for (let next = dueOnCampaign(facts, exportedAt); next !== null; next = dueOnCampaign(facts, exportedAt)) {
    const hash = campaignEventHash(campaignId, next, prevHash);
    events.push({ ...next, prevHash, hash });
    facts = evolveCampaign(facts, next);
    prevHash = hash;
  }
  const moved: Head[] = [
    ...applications.map(
      ({ opening, events: own }): Head => ['application', opening.applicationId, own.length, own.at(-1)?.hash ?? ''],
    ),
    ['campaign', campaignId, events.length, prevHash],
  ];
  const line = {
    ...({ format: 'pingshen-heads/1', ordinal: 1, at: exportedAt, reason: 'start', heads: moved.length } as const),
    root: rootOf(moved),
    moved,
    previous: '0'.repeat(64),
  };
  const heads: SignedHeads[] = [{ ...line, signature: await signer.sign(signedText(line)) }];
  const [conferred] = applications;
  const certificates = conferred ? [certificateOf(conferred)] : [];
  const named = { format: 'pingshen-campaign/1', campaignId, title: aksu2024.title, exportedAt };
  return { ...named, policies, events, applications, certificates, heads };
}

function certificateFile() {
  const application = applicationOf('conferred', 0);
  const named = { name: '张三', unitName: '单位一', campaignTitle: aksu2024.title, exportedAt, revokedOn: null };
  return { format: 'pingshen-certificate/1', ...named, certificate: certificateOf(application), policies, application };
}

function applicationFile() {
  const named = { format: 'pingshen-application/1', campaignTitle: aksu2024.title, exportedAt };
  return { ...named, policies, application: applicationOf('not_passed', 0) };
}

/** The plan of the exported draw. */
export const plan = planOf({
  counts: [
    [12, 0],
    [6, 4],
  ],
});

async function drawFile(signer: Signer) {
  const frozen = {
    drawId: '00000000-0000-4000-8000-0000000000aa',
    seedHash: commitmentOf(seed),
    committedAt: '2024-09-12T09:00:00.000+08:00',
    frozenAt: '2024-09-13T09:00:00.000+08:00',
    poolHash: poolHashOf(plan),
  };
  const own = { campaignId: plan.campaignId, committee: plan.committee, specialty: null };
  return {
    format: drawFileFormat,
    ...own,
    ...frozen,
    frozenSignature: await signer.sign(frozenText(frozen)),
    drawnAt: '2024-09-13T09:05:00.000+08:00',
    plan,
    seed,
    result: draw(plan, seed),
  };
}

/** The content of an exported file of a kind. */
export async function contentOf(kind: Exclude<FileKind, 'ballot'>, signer: Signer) {
  return await { application: applicationFile, campaign: campaignFile, certificate: certificateFile, draw: drawFile }[
    kind
  ](signer);
}

/** Content as it is exported: signed, in its only form. */
export async function exportedText(signer: Signer, content: object): Promise<string> {
  return canonical(await signFile(signer, content));
}
