import { randomUUID } from 'node:crypto';
import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignFileKind } from '../../rules/campaign/campaignFiles.js';
import type { Database } from '../database.js';
import type { CampaignFile as Row } from '../generated/client.js';
import type { Owner } from '../sealed/dataKeys.js';
import { instantFrom, stored } from '../timestamps.js';

/** Where a file belongs: to a campaign, or to a draft of one. */
export type FilePlace = { readonly campaignId: string } | { readonly draftId: string };

/** The notice or an annex as a file; its content lies outside the database, encrypted for its owner. */
export interface CampaignFile {
  readonly id: string;
  readonly kind: CampaignFileKind;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly owner: Owner;
  /** Whether it was taken over from an earlier campaign. */
  readonly isTakenOver: boolean;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
  /** The later version; null: it is the latest. */
  readonly replacedBy: string | null;
}

/** Under whose key the content of a file lies. */
export const campaignFileOwner = (contentId: string): Owner => `campaign-file:${contentId}`;

/** Neither withdrawn nor removed; an older version of another counts. */
const shown = { OR: [{ removedAt: null }, { NOT: { replacedBy: null } }] };
const inOrder = [{ uploadedAt: 'asc' as const }, { id: 'asc' as const }];

/** The files of a campaign or draft in the order in which they came, older versions included, without withdrawn ones. */
export async function campaignFilesOf(database: Database, place: FilePlace): Promise<readonly CampaignFile[]> {
  const rows = await database.campaignFile.findMany({ where: { ...place, ...shown }, orderBy: inOrder });
  return rows.map(fileOf);
}

/** One of them, or null. */
export async function findCampaignFile(database: Database, place: FilePlace, id: string): Promise<CampaignFile | null> {
  const row = await database.campaignFile.findFirst({ where: { ...place, ...shown, id } });
  return row && fileOf(row);
}

/** How many files a campaign or draft has had, withdrawn and replaced ones included. */
export async function countCampaignFiles(database: Database, place: FilePlace): Promise<number> {
  return await database.campaignFile.count({ where: place });
}

type Uploaded = Omit<CampaignFile, 'owner' | 'isTakenOver' | 'replacedBy'>;

/** Adds an uploaded file, in place of another where `replaces` names one. False: that one has been replaced or withdrawn. */
export async function addCampaignFile(
  database: Database,
  place: FilePlace,
  { uploadedAt, ...file }: Uploaded,
  replaces: string | null,
): Promise<boolean> {
  const data = { ...place, ...file, contentId: file.id, uploadedAt: stored(uploadedAt) };
  return await database.$transaction(async (transaction) => {
    if (replaces !== null) {
      const { count } = await transaction.campaignFile.updateMany({
        where: { ...place, id: replaces, removedAt: null },
        data: { replacedBy: file.id, removedAt: data.uploadedAt, removedBy: file.uploadedBy },
      });
      if (count === 0) return false;
    }
    await transaction.campaignFile.create({ data });
    return true;
  });
}

/** Withdraws a file: nobody is shown it any more. False: it has been replaced or withdrawn. */
export async function withdrawCampaignFile(
  database: Database,
  place: FilePlace,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<boolean> {
  const { count } = await database.campaignFile.updateMany({
    where: { ...place, id, removedAt: null },
    data: { removedAt: stored(at), removedBy: by },
  });
  return count === 1;
}

/** Takes the present files of a campaign over into a draft of another; their content stays where it is. */
export async function takeOverFiles(database: Database, campaignId: string, draftId: string): Promise<void> {
  const rows = await database.campaignFile.findMany({ where: { campaignId, removedAt: null }, orderBy: inOrder });
  const data = rows.map((row) => ({ ...row, id: randomUUID(), campaignId: null, draftId }));
  await database.campaignFile.createMany({ data });
}

function fileOf({ contentId, kind, uploadedAt, ...row }: Row): CampaignFile {
  const { id, fileName, mediaType, size, sha256, uploadedBy, replacedBy } = row;
  const file = { id, fileName, mediaType, size, sha256, uploadedBy, replacedBy };
  return {
    ...file,
    kind: kind as CampaignFileKind,
    owner: campaignFileOwner(contentId),
    isTakenOver: contentId !== id,
    uploadedAt: instantFrom(uploadedAt),
  };
}
