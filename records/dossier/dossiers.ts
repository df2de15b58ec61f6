import type { Instant } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { asJson } from '../application/projection.js';
import type { Database } from '../database.js';
import { noteFrozenForm } from '../proof/noteRow.js';
import { openDossier, type SealedDossier, sealDossier } from '../sealed/sealedDossier.js';
import { instantFrom, stored } from '../timestamps.js';
import type { StoredDocument } from './documents.js';

/** The form as it is being filled in. */
export interface DossierDraft {
  readonly dossier: Dossier;
  readonly version: number;
  readonly updatedAt: Instant;
}

/** The form and its documents as they were submitted. */
export interface FrozenDossier {
  readonly dossier: Dossier;
  readonly documents: readonly StoredDocument[];
}

/** The draft, or null when there is no such application; it is empty when the applicant's data were erased. */
export async function findDossier(database: Database, applicationId: string): Promise<DossierDraft | null> {
  const row = await database.dossier.findUnique({ where: { applicationId } });
  if (!row) return null;
  const dossier = (await openDossier(database.vault, applicationId, row.draft as SealedDossier)) ?? {};
  return { dossier, version: row.version, updatedAt: instantFrom(row.updatedAt) };
}

/** Stores a submitted version under its hash; the same again changes nothing. */
export async function freezeDossier(
  database: Database,
  freeze: {
    readonly applicationId: string;
    readonly applicantId: string;
    readonly hash: string;
    readonly frozen: FrozenDossier;
    readonly at: Instant;
  },
): Promise<void> {
  const { applicationId, hash, frozen, at } = freeze;
  const dossier = await sealDossier(database.vault, freeze, frozen.dossier);
  const data = [{ applicationId, hash, frozen: asJson({ ...frozen, dossier }), frozenAt: stored(at) }];
  await database.$transaction([
    database.dossierVersion.createMany({ data, skipDuplicates: true }),
    noteFrozenForm(database, applicationId, hash),
  ]);
}

/** The submitted version of a hash; null: there is none, or the applicant's data were erased. */
export async function findFrozenDossier(
  database: Database,
  { applicationId, hash }: { readonly applicationId: string; readonly hash: string },
): Promise<FrozenDossier | null> {
  const row = await database.dossierVersion.findUnique({ where: { applicationId_hash: { applicationId, hash } } });
  return row && (await openFrozen(database, applicationId, row.frozen as unknown as SealedVersion));
}

/** A submitted version as it is stored. */
export interface SealedVersion {
  readonly dossier: SealedDossier;
  readonly documents: readonly StoredDocument[];
}

/** A submitted version, or null when the applicant's data were erased. */
export async function openFrozen(
  { vault }: Pick<Database, 'vault'>,
  applicationId: string,
  { dossier: sealed, documents }: SealedVersion,
): Promise<FrozenDossier | null> {
  const dossier = await openDossier(vault, applicationId, sealed);
  return dossier && { dossier, documents };
}
