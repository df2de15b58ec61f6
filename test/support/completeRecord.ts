import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { keep, takeIn } from '../../api/documents/storage.js';
import { hashOf } from '../../records/application/eventHash.js';
import { registerCampaignAct } from '../../records/campaign/campaignIntakes.js';
import { ensureCampaignState } from '../../records/campaign/campaignState.js';
import { recordCampaignEvent } from '../../records/campaign/recordCampaignEvent.js';
import { proposeSanction } from '../../records/conferral/sanctionRegister.js';
import { addSanction } from '../../records/conferral/sanctions.js';
import { addDocument } from '../../records/dossier/addDocument.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { dossierHash } from '../../records/dossier/dossierHash.js';
import { freezeDossier } from '../../records/dossier/dossiers.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import { decideCampaign, dueOnCampaign, isCampaignRefusal } from '../../rules/campaign/decideCampaign.js';
import { campaignId, type Office } from './office.js';
import type { TestApi } from './testApi.js';

/**
 * Gives a conferred application a file, a frozen form and a proposed revocation, a unit a sanction, and the campaign a
 * date that passed and a meeting: a row in every table the record is checked by.
 */
export async function completeRecord(api: TestApi, office: Office, id: string): Promise<void> {
  await addPapers(api, office, id);
  await addSanctions(api, office, id);
  await passDate(api);
  await holdMeeting(api, office);
}

async function addPapers({ db, deps }: TestApi, office: Office, id: string): Promise<void> {
  const uploadedAt = await deps.clock();
  const arrived = await takeIn(deps.dataDir, Readable.from([Buffer.from('%PDF-1.4 a certificate of education')]));
  const { applicantId } = await db.application.findUniqueOrThrow({ where: { id } });
  await keep(deps, personOwner(applicantId), arrived);
  const document: StoredDocument = {
    id: randomUUID(),
    applicationId: id,
    kind: 'work_summary',
    year: null,
    fileName: '学历证书.pdf',
    mediaType: 'application/pdf',
    size: arrived.size,
    sha256: arrived.sha256,
    uploadedBy: office.ids.applicant,
    uploadedAt,
  };
  await addDocument(db, document);
  const frozen = { dossier: {}, documents: [document] };
  const hash = await dossierHash(db, applicantId, frozen);
  await freezeDossier(db, { applicationId: id, applicantId, hash, frozen, at: uploadedAt });
}

async function addSanctions({ db, deps }: TestApi, office: Office, id: string): Promise<void> {
  const { applicantId } = await db.application.findUniqueOrThrow({ where: { id } });
  await proposeSanction(db, {
    subject: 'person',
    responsible: [],
    personId: applicantId,
    unitId: null,
    ground: 'fraud',
    basis: '处理决定〔2024〕1号',
    clause: '通知 三、其他事宜（一）',
    decidedOn: '2024-12-01',
    startsOn: '2024-12-01',
    expiresOn: '2029-11-30',
    campaignId,
    applicationId: id,
    revokes: true,
    reason: '材料不实',
    by: office.ids.office,
    at: await deps.clock(),
  });
  const sanction = { basis: '决定', decidedOn: '2024-01-01', clause: '通知 五', expiresOn: '2027-01-01' } as const;
  await addSanction(db, { ...sanction, subject: 'unit', unitId: 'unit-2' });
}

/** Records the next date of the campaign that has passed. */
export async function passDate(api: TestApi) {
  const transition = dueOnCampaign(await campaignFacts(api), await api.deps.clock());
  if (!transition) throw new Error('no date of the campaign has passed');
  await recordCampaignEvent(api.db, { campaignId, transition, notify: false });
  return transition;
}

async function holdMeeting(api: TestApi, office: Office): Promise<void> {
  const words = { reason: '年度评审的一段话' };
  const facts = await campaignFacts(api);
  const act = {
    key: 'meeting',
    event: 'hold_meeting',
    actor: { role: 'office', personId: office.ids.office, scope: campaignId },
    receivedAt: await api.deps.clock(),
    expectedSeq: null,
    data: { meetingId: randomUUID(), committee: facts.schedule.committees[0] ?? '' },
    freeTextHash: hashOf(words),
  } as const;
  await registerCampaignAct(api.db, campaignId, { act, policyVersion: 1, bodyHash: hashOf(words), freeText: words });
  const held = decideCampaign(facts, { ...act, schedule: facts.schedule });
  if (isCampaignRefusal(held)) throw new Error(held.message);
  await recordCampaignEvent(api.db, { campaignId, transition: held, notify: false });
}

async function campaignFacts(api: TestApi) {
  const state = await ensureCampaignState(api.db, campaignId);
  if (!state) throw new Error('no campaign');
  return state.facts;
}
