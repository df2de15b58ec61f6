import type { Statements } from '../database.js';

/** Whose data a key encrypts: a person's, those of an objector without an account, or a file of a campaign. */
export type Owner = `person:${string}` | `objection:${string}` | `campaign-file:${string}` | `statement:${string}`;

/** A data key under the master key `wrappedBy`; `wrapped` is null once it was erased. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: string | null;
  readonly wrappedBy: string;
}

const columns = 'id, wrapped, wrapped_by AS "wrappedBy"';

/** The key of an owner that new data is encrypted with, or null when there is none yet. */
export async function findKeyOf(statements: Statements, owner: Owner): Promise<WrappedKey | null> {
  const { rows } = await statements.query<WrappedKey>({
    name: 'data_key_of',
    text: `SELECT ${columns} FROM data_keys WHERE owner = $1 AND erased_at IS NULL`,
    values: [owner],
  });
  return rows[0] ?? null;
}

/** The key of an id, erased ones included, or null. */
export async function findKey(statements: Statements, id: string): Promise<WrappedKey | null> {
  const { rows } = await statements.query<WrappedKey>({
    name: 'data_key',
    text: `SELECT ${columns} FROM data_keys WHERE id = $1::uuid`,
    values: [id],
  });
  return rows[0] ?? null;
}

/** Adds a key; of several processes that add one for the same owner the first counts. */
export async function addKey(
  statements: Statements,
  { id, owner, wrapped, wrappedBy }: WrappedKey & { readonly owner: Owner },
): Promise<void> {
  await statements.query({
    name: 'add_data_key',
    text: `INSERT INTO data_keys (id, owner, wrapped, wrapped_by) VALUES ($1::uuid, $2, $3, $4)
           ON CONFLICT (owner) WHERE erased_at IS NULL DO NOTHING`,
    values: [id, owner, wrapped, wrappedBy],
  });
}

/**
 * Erases the keys of an owner: what was encrypted with them cannot be read again. With them go the hashes by which the
 * owner's ID number, certificates and pictures are found. Returns how many keys there were.
 */
export async function eraseKeys(
  statements: Statements,
  { owner, basis }: { readonly owner: Owner; readonly basis: string },
): Promise<number> {
  const { rows } = await statements.query<{ count: number }>(
    `WITH erased AS (
       UPDATE data_keys SET wrapped = NULL, erased_at = clock_timestamp(), erased_basis = $2
       WHERE owner = $1 AND erased_at IS NULL RETURNING id
     ), forgotten AS (
       UPDATE dossiers SET id_number_hash = NULL FROM applications
       WHERE applications.id = dossiers.application_id AND 'person:' || applications.applicant_id = $1
         AND id_number_hash IS NOT NULL
     ), certificates AS (
       DELETE FROM certificate_hashes USING applications
       WHERE applications.id = certificate_hashes.application_id AND 'person:' || applications.applicant_id = $1
     ), prints AS (
       DELETE FROM document_prints USING documents JOIN applications ON applications.id = documents.application_id
       WHERE documents.id = document_prints.document_id AND 'person:' || applications.applicant_id = $1
     )
     SELECT count(*)::int AS count FROM erased`,
    [owner, basis],
  );
  return rows[0]?.count ?? 0;
}

/** Some keys that are wrapped by another master key than this one, at most `limit`. */
export async function keysNotWrappedBy(
  statements: Statements,
  { current, limit }: { readonly current: string; readonly limit: number },
): Promise<readonly WrappedKey[]> {
  const { rows } = await statements.query<WrappedKey>(
    `SELECT ${columns} FROM data_keys WHERE wrapped_by <> $1 AND erased_at IS NULL ORDER BY id LIMIT $2`,
    [current, limit],
  );
  return rows;
}

/** Stores a key as wrapped anew, unless it was erased or rewrapped meanwhile. */
export async function rewrapKey(
  statements: Statements,
  before: WrappedKey,
  after: Pick<WrappedKey, 'wrappedBy' | 'wrapped'>,
): Promise<void> {
  await statements.query(
    'UPDATE data_keys SET wrapped = $3, wrapped_by = $4 WHERE id = $1::uuid AND wrapped = $2 AND erased_at IS NULL',
    [before.id, before.wrapped, after.wrapped, after.wrappedBy],
  );
}
