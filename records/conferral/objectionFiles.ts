import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { enqueueNotifications } from '../mail/enqueueNotifications.js';
import { openContact, sealContact } from '../sealed/sealedContact.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';
import type { Investigator } from './investigators.js';

/** A file sent in with an objection; its content lies outside the database under its sha256. */
export interface ObjectionEvidence {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: Instant;
}

/** What is stored about an objection outside the law, for supervisor and office only. */
export interface ObjectionFile {
  readonly objectionId: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly receivedAt: Instant;
  readonly investigatorId: string | null;
  readonly investigatorName: string | null;
  readonly dueOn: LocalDate | null;
  readonly assignedAt: Instant | null;
  readonly evidence: readonly ObjectionEvidence[];
}

export interface ObjectionFileKey {
  readonly applicationId: string;
  readonly objectionId: string;
}

/** Stores who objects before the objection is registered, so that no objector can be lost. */
export async function openObjectionFile(
  database: Database,
  {
    at,
    ...file
  }: ObjectionFileKey & {
    readonly name: string;
    readonly contact: string;
    readonly receiptHash: string;
    readonly at: Instant;
  },
): Promise<void> {
  const contact = await sealContact(database.vault, file, file.contact);
  await database.objectionFile.create({ data: { ...file, contact, receivedAt: stored(at) } });
}

/** Issues a new receipt when the same objection is sent once more. False: the objector is another one. */
export async function renewReceipt(
  database: Database,
  {
    receiptHash,
    ...same
  }: ObjectionFileKey & { readonly name: string; readonly contact: string; readonly receiptHash: string },
): Promise<boolean> {
  const { applicationId, objectionId, name, contact } = same;
  const where = { applicationId, objectionId, name };
  const row = await database.objectionFile.findFirst({ where, select: { contact: true } });
  if (row?.contact == null || (await openContact(database.vault, row.contact)) !== contact) return false;
  return (await database.objectionFile.updateMany({ where, data: { receiptHash } })).count === 1;
}

/** Deletes what is stored about the objector when the law refuses the objection. */
export async function forgetObjectionFile(database: Database, fileKey: ObjectionFileKey): Promise<void> {
  await database.objectionFile.deleteMany({ where: fileKey });
}

/** The hash of the objector's receipt, or null. */
export async function receiptHashOf(database: Database, fileKey: ObjectionFileKey): Promise<string | null> {
  const where = { applicationId_objectionId: fileKey };
  return (await database.objectionFile.findUnique({ where, select: { receiptHash: true } }))?.receiptHash ?? null;
}

/** The objection files of an application. */
export async function objectionFilesOf(database: Database, applicationId: string): Promise<readonly ObjectionFile[]> {
  const rows = await database.objectionFile.findMany({
    where: { applicationId },
    include: { evidence: { orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] } },
  });
  const ids = rows.flatMap(({ investigatorId }) => investigatorId ?? []);
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const contactOf = async (sealed: string | null) => sealed && (await openContact(database.vault, sealed));
  const contacts = await Promise.all(rows.map(({ contact }) => contactOf(contact)));
  return rows.map(({ receivedAt, dueOn, assignedAt, evidence, investigatorId, ...row }, index) => ({
    objectionId: row.objectionId,
    name: row.name,
    contact: contacts[index] ?? null,
    investigatorId,
    investigatorName: investigatorId === null ? null : (names.get(investigatorId) ?? null),
    receivedAt: instantFrom(receivedAt),
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    assignedAt: instantOrNull(assignedAt),
    evidence: evidence.map(({ id, fileName, mediaType, size, sha256, uploadedAt }) => ({
      id,
      fileName,
      mediaType,
      size,
      sha256,
      uploadedAt: instantFrom(uploadedAt),
    })),
  }));
}

/** Assigns an investigator with a last day and writes to them; a later assignment replaces the earlier one. */
export async function assignInvestigator(
  database: Database,
  given: ObjectionFileKey & {
    readonly campaignId: string;
    readonly raisedAt: Instant;
    readonly investigatorId: string;
    /** The role in which they investigate. */
    readonly role: Investigator['role'];
    readonly dueOn: LocalDate;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { applicationId, objectionId, campaignId, raisedAt, investigatorId, role, dueOn, by, at } = given;
  const fileKey = { applicationId, objectionId };
  const assigned = { investigatorId, dueOn: new Date(dueOn), assignedBy: by, assignedAt: stored(at) };
  const kind = 'investigator_assigned';
  // The same assignment once more sends no second letter.
  const key = `${kind}:${applicationId}.${objectionId}.${investigatorId}.${dueOn}`;
  const letter = { kind, role, scope: investigatorId, personal: true, campaignId, key } as const;
  await database.$transaction(async (transaction) => {
    await transaction.objectionFile.upsert({
      where: { applicationId_objectionId: fileKey },
      create: { ...fileKey, receivedAt: stored(raisedAt), ...assigned },
      update: assigned,
    });
    await enqueueNotifications(transaction, [{ ...letter, detail: { at, applicationId, dueOn } }]);
  });
}
