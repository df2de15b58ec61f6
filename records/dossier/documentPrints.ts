import type { Database, Statements } from '../database.js';
import type { Owner } from '../sealed/dataKeys.js';
import type { Vault } from '../sealed/vault.js';
import { anotherPerson } from './certificateHashes.js';

/** Bits of one part of a perceptual hash: its 64 bits have four, and the index finds those that have one in common. */
const bitsOfPart = 16;

/** What a picture looks like. */
export interface Print {
  /** Its perceptual hash: 64 characters, each 0 or 1. Pictures that are laid out alike have nearly the same. */
  readonly hash: string;
  /** A small copy in grey; in the database encrypted with its owner's key. */
  readonly detail: Buffer;
}

const about = (documentId: string) => `picture/${documentId}`;

/** The print of a document to store, its copy encrypted. */
export async function sealPrint(vault: Vault, owner: Owner, documentId: string, print: Print): Promise<Print> {
  return { ...print, detail: await vault.seal(owner, print.detail, about(documentId)) };
}

/** The print of a document for another one with the same file; null: it has none. */
export async function copiedPrint(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  owner: Owner,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Print | null> {
  const { rows } = await pool.query<Print>({
    name: 'print_of',
    text: 'SELECT print::text AS hash, detail FROM document_prints WHERE document_id = $1::uuid',
    values: [from],
  });
  const [print] = rows;
  const detail = print && (await vault.open(print.detail, about(from)));
  return print && detail ? await sealPrint(vault, owner, to, { ...print, detail }) : null;
}

/** Stores what a picture looks like, as `sealPrint` gives it. */
export async function addPrint(statements: Statements, documentId: string, { hash, detail }: Print): Promise<void> {
  const parts = [0, 1, 2, 3].map((part) => {
    const bits = hash.slice(part * bitsOfPart, (part + 1) * bitsOfPart);
    return part * 2 ** bitsOfPart + Number.parseInt(bits, 2);
  });
  await statements.query({
    name: 'add_print',
    text: 'INSERT INTO document_prints (document_id, print, parts, detail) VALUES ($1::uuid, $2::bit(64), $3::int[], $4)',
    values: [documentId, hash, parts, detail],
  });
}

/** A document, and another that is the same file or is laid out alike. */
export interface PairOfFiles {
  readonly documentId: string;
  readonly other: { readonly id: string; readonly applicationId: string };
  /** The small copies of both pictures, to compare closely; null: they are the same file. */
  readonly details: readonly [Buffer, Buffer] | null;
}

/** Bits in which hashes may differ at most: the index finds no more for certain. */
const mostBits = 3;
/** Pictures that are laid out alike and are compared closely, for each document. */
const mostCompared = 8;

const text = `WITH own AS (
    SELECT id, application_id, sha256, print, parts, detail
    FROM documents LEFT JOIN document_prints ON document_id = id WHERE id = ANY ($1::uuid[])
  ), pairs AS (
    SELECT own.id, own.application_id, other.id AS other_id, other.application_id AS other_application,
      NULL::bytea AS detail, NULL::bytea AS other_detail, -1 AS bits
    FROM own JOIN documents AS other ON other.sha256 = own.sha256
    WHERE other.id <> own.id AND other.removed_at IS NULL
    UNION ALL
    SELECT own.id, own.application_id, other.id, other.application_id, own.detail, near.detail,
      bit_count(near.print # own.print)::int
    FROM own JOIN document_prints AS near ON near.parts && own.parts AND near.document_id <> own.id
      JOIN documents AS other ON other.id = near.document_id
    WHERE bit_count(near.print # own.print) <= ${mostBits} AND other.removed_at IS NULL AND other.sha256 <> own.sha256
  ), placed AS (
    SELECT *, row_number() OVER (PARTITION BY id, other_application = application_id ORDER BY bits, other_id) AS place
    FROM pairs
    WHERE other_application = application_id OR ${anotherPerson('pairs.application_id', 'pairs.other_application')}
  )
  SELECT id AS "documentId", other_id AS "otherId", other_application AS "otherApplication", detail,
    other_detail AS "otherDetail"
  FROM placed WHERE place <= ${mostCompared} ORDER BY id, other_application = application_id, place`;

/** For documents of one application, others of it and of other people that may be the same; the likeliest first. */
export async function pairsOfFiles(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  documentIds: readonly string[],
): Promise<readonly PairOfFiles[]> {
  if (documentIds.length === 0) return [];
  const { rows } = await pool.query<{
    documentId: string;
    otherId: string;
    otherApplication: string;
    detail: Buffer | null;
    otherDetail: Buffer | null;
  }>({ name: 'pairs_of_files', text, values: [documentIds] });
  const opened = rows.map(async ({ documentId, otherId, otherApplication, detail, otherDetail }) => {
    const pair = { documentId, other: { id: otherId, applicationId: otherApplication } };
    if (detail === null || otherDetail === null) return { ...pair, details: null };
    const [one, another] = await Promise.all([
      vault.open(detail, about(documentId)),
      vault.open(otherDetail, about(otherId)),
    ]);
    return one && another ? { ...pair, details: [one, another] as const } : null;
  });
  return (await Promise.all(opened)).flatMap((pair) => pair ?? []);
}
