import type { VerifiedPaper } from '../../documents/pages/verifyPage.js';
import { applicationPapers } from '../../documents/paper/application/papers.js';
import { campaignPapers } from '../../documents/paper/campaign/campaignPapers.js';
import type { Paper } from '../../documents/paper/paper.js';
import { verificationOf } from '../../documents/paper/verification.js';
import { lookUpApplication } from '../../records/application/lookUpApplication.js';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { type ConferredTitle, titleOf } from '../../records/conferral/certificates.js';
import { findSession } from '../../records/defense/defenseSessions.js';
import { findBatch } from '../../records/papers/paperBatches.js';
import { findPaper, type PrintedPaper } from '../../records/papers/printedPapers.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { maskedDossier } from '../../rules/dossier/maskedIdentity.js';
import {
  type CampaignPaperName,
  campaignPaperKinds,
  isCampaignPaperName,
  namesHolders,
} from '../../rules/papers/campaignPaperKinds.js';
import { type FeePaperName, feePaperKinds, isFeePaperName } from '../../rules/papers/feePaperKinds.js';
import { ownScoreSheet, ownScoreSheetName } from '../../rules/papers/ownScoreSheet.js';
import { postingTable, postingTableName } from '../../rules/papers/paperBatches.js';
import { isPaperKind, isSignedPaper, type PaperName, paperKinds } from '../../rules/papers/paperKinds.js';
import { makeFeeReport } from '../dayClose/makeFeeReport.js';
import { sessionsNow } from '../defense/sessionSnapshot.js';
import type { Services } from '../services.js';
import { postingTableOf } from './batchPapers.js';
import { makeCampaignPaper } from './makeCampaignPaper.js';
import { ownScoreSheetOf } from './ownScoreSheet.js';
import { paperInput } from './paperInput.js';

type Needed = Pick<Services, 'db' | 'clock' | 'dataDir'>;

/** A paper that was printed, as it stands to the record now. */
export interface FoundPaper {
  readonly kind: string;
  /** The applications it is about; none: a whole campaign, a meeting or a session. */
  readonly applicationIds: readonly string[];
  /** The title it certifies; null: none. */
  readonly title: ConferredTitle | null;
  readonly shown: VerifiedPaper;
}

/** The paper of a code, made once more from the record to see whether it still says the same; null: there is none. */
export async function findVerified(services: Needed, code: string): Promise<FoundPaper | null> {
  const printed = await findPaper(services.db, code);
  if (printed === null) return null;
  const { kind, hash, printedAt } = printed;
  const found = isPaperKind(kind)
    ? await ofApplication(services, printed, kind)
    : isCampaignPaperName(kind)
      ? await ofCampaign(services, printed, kind)
      : isFeePaperName(kind)
        ? await ofFees(services, printed, kind)
        : kind === ownScoreSheetName
          ? await ofExpert(services, printed)
          : await ofTable(services, printed);
  if (found === null) return null;
  const { present, applicationIds, title = null, ...about } = found;
  const isPresent = present.some((paper) => verificationOf(kind, paper).hash === hash);
  const revokedOn = title?.revokedOn ?? null;
  return { kind, applicationIds, title, shown: { code, hash, printedAt, ...about, revokedOn, isPresent } };
}

/** What is known of a paper besides its code, and the papers that the record makes now. */
type Remade = Pick<VerifiedPaper, 'label' | 'reference' | 'campaignTitle'> &
  Pick<FoundPaper, 'applicationIds'> & { readonly title?: ConferredTitle | null; readonly present: readonly Paper[] };

async function ofApplication(services: Needed, printed: PrintedPaper, kind: PaperName): Promise<Remade | null> {
  const { db } = services;
  const application = printed.applicationId === null ? null : await lookUpApplication(db, printed.applicationId);
  if (application === null) return null;
  const campaign = await findCampaign(db, application.campaignId);
  const title = isSignedPaper(kind) ? await titleOf(db, application.id) : null;
  // The candidate printed it with the number in full, everybody else with it masked.
  const shown: readonly ((dossier: Dossier) => Dossier)[] = [(dossier) => dossier, maskedDossier];
  return {
    label: paperKinds[kind],
    reference: application.number,
    campaignTitle: campaign?.title ?? '',
    applicationIds: [application.id],
    title,
    present: await Promise.all(
      shown.map(async (as) => applicationPapers[kind](await paperInput(services, application, as))),
    ),
  };
}

async function ofCampaign(services: Needed, printed: PrintedPaper, kind: CampaignPaperName): Promise<Remade | null> {
  const campaign = printed.campaignId === null ? null : await findCampaign(services.db, printed.campaignId);
  if (!campaign) return null;
  const { subjectId } = printed;
  const made = await Promise.all(
    (namesHolders(kind) ? [false, true] : [false]).map((whole) =>
      makeCampaignPaper(services, campaign, { kind, subjectId, whole }),
    ),
  );
  return {
    label: campaignPaperKinds[kind],
    reference: campaign.id,
    campaignTitle: campaign.title,
    applicationIds: [],
    present: made.flatMap((one) => (one === null ? [] : campaignPapers[kind](one.input))),
  };
}

async function ofFees(services: Needed, printed: PrintedPaper, kind: FeePaperName): Promise<Remade | null> {
  const campaign = printed.campaignId === null ? null : await findCampaign(services.db, printed.campaignId);
  if (!campaign) return null;
  const made = await makeFeeReport(services, campaign, { kind, subjectId: printed.subjectId });
  return {
    label: feePaperKinds[kind],
    reference: campaign.id,
    campaignTitle: campaign.title,
    applicationIds: [],
    present: made === null ? [] : [made],
  };
}

/** A score sheet of one of a panel, made again for each of them: the code says nothing of whose it is. */
async function ofExpert({ db }: Needed, { campaignId, subjectId }: PrintedPaper): Promise<Remade | null> {
  const [campaign, session] = await Promise.all([
    campaignId === null ? null : findCampaign(db, campaignId),
    subjectId === null ? null : findSession(db, subjectId),
  ]);
  const [now] = session === null ? [] : await sessionsNow(db, [session]);
  if (!campaign || !now) return null;
  return {
    label: ownScoreSheet,
    reference: campaign.id,
    campaignTitle: campaign.title,
    applicationIds: [],
    present: now.panel.map(({ expertId }) => ownScoreSheetOf(campaign, now, expertId)),
  };
}

/** Annex 1 of several persons, made again of the applications it was made of. */
async function ofTable(services: Needed, { kind, campaignId, subjectId }: PrintedPaper): Promise<Remade | null> {
  const { db } = services;
  if (kind !== postingTableName || campaignId === null || subjectId === null) return null;
  const [campaign, batch] = await Promise.all([findCampaign(db, campaignId), findBatch(db, subjectId)]);
  if (!campaign || batch === null) return null;
  const found = await Promise.all(batch.applicationIds.map((id) => lookUpApplication(db, id)));
  const applications = found.flatMap((one) => one ?? []);
  return {
    label: postingTable,
    reference: campaignId,
    campaignTitle: campaign.title,
    applicationIds: batch.applicationIds,
    present: [await postingTableOf(services, campaignId, applications)],
  };
}
