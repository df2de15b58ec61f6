import type { PaperInput } from '../../documents/paper/application/input.js';
import { postingTable } from '../../documents/paper/application/postingTable.js';
import type { Paper } from '../../documents/paper/paper.js';
import { applicationPage } from '../../records/application/applicationPage.js';
import type { Application } from '../../records/application/applicationRow.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { noteDone, type PaperBatch } from '../../records/papers/paperBatches.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { maskedDossier } from '../../rules/dossier/maskedIdentity.js';
import { isPaperKind, type PaperName, paperKinds } from '../../rules/papers/paperKinds.js';
import type { Caller } from '../accounts/caller.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { applicationPaper } from './applicationPaper.js';
import { paperInput } from './paperInput.js';
import { printableApplication } from './readable.js';
import { type Entry, namePart } from './sendZip.js';

/** What each application of a batch prints: the paper itself; of one table for several persons, Annex 1. */
export const printedFor = (kind: string): PaperName => (isPaperKind(kind) ? kind : 'posting');

/** The papers of a batch one after another, as the caller may print them now; then a text that says which are missing, and why. */
export async function* batchEntries(services: Services, caller: Caller, batch: PaperBatch): AsyncGenerator<Entry> {
  const missing: string[] = [];
  const name = printedFor(batch.kind);
  for (const [index, id] of batch.applicationIds.entries()) {
    const made = await entryOf(services, caller, { id, name }).catch((thrown: unknown) => {
      // What is wrong with one leaves the others as they are.
      if (!(thrown instanceof Problem)) throw thrown;
      return thrown;
    });
    await noteDone(services.db, { id: batch.id, done: index + 1 });
    if (made instanceof Problem)
      missing.push(`${(await lookUpApplication(services.db, id))?.number ?? id}：${made.message}`);
    else yield made;
  }
  if (missing.length > 0) yield { name: '未打印.txt', content: Buffer.from(`\uFEFF${missing.join('\r\n')}\r\n`) };
}

async function entryOf(
  services: Services,
  caller: Caller,
  { id, name }: { readonly id: string; readonly name: PaperName },
): Promise<Entry> {
  const { application } = await printableApplication(services, caller, { id, name });
  const content = await applicationPaper(services, { application, caller, name });
  const page = await applicationPage(services.db, id);
  const person = namePart(page?.applicantName ?? '');
  return { name: `${application.number} ${person} ${paperKinds[name].zh}.pdf`, content };
}

/** Annex 1 of several persons, from their records as they are now. The unit prints it, which sees ID numbers masked. */
export async function postingTableOf(
  services: Parameters<typeof paperInput>[0],
  campaignId: string,
  applications: readonly Application[],
): Promise<Paper> {
  const campaign = await findCampaign(services.db, campaignId);
  if (!campaign) throw new Error(`no campaign ${campaignId}`);
  const people: PaperInput[] = [];
  const masked = (dossier: Dossier) => maskedDossier(dossier);
  for (const application of applications) people.push(await paperInput(services, application, masked));
  return postingTable({ campaignId, policy: campaign.policy }, people);
}
