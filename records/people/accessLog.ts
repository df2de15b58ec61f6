import { type AccessKind, type ReadingKind, readingKinds } from '../../rules/access/accessKinds.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database, Statements } from '../database.js';
import { cursorOf, type KeysetPlace } from '../keyset.js';

/** One entry before it is written: ids and an address, and the reason somebody typed in. */
export interface Access {
  readonly kind: AccessKind;
  /** Who; null: an address nobody is signed in from. */
  readonly personId: string | null;
  /** In which roles towards the subject; of a role given or taken, that role. */
  readonly roles?: readonly Role[];
  /** Whose data, account or role; null: of somebody without an account. */
  readonly subjectId: string | null;
  readonly campaignId?: string | null;
  readonly applicationId?: string | null;
  /** What exactly: the hash of a version of the form, the id of a file. */
  readonly object?: string | null;
  readonly address?: string | null;
  readonly reason?: string | null;
}

type Pool = { readonly pool: Statements };

/**
 * Writes an entry to the access log. A reading or a failure that is the same in everything, the address and the reason
 * included, is written once in ten minutes: each entry stands for the ten-minute period of the clock that it lies in, so
 * none is without one. It rejects when nothing could be written; the caller then shows nothing.
 */
export async function addAccess({ pool }: Pool, { subjectId, ...access }: Access): Promise<void> {
  await addAccesses({ pool }, access, [subjectId]);
}

/** The same for several people at once, an entry each. */
export async function addAccesses(
  { pool }: Pool,
  access: Omit<Access, 'subjectId'>,
  subjectIds: readonly (string | null)[],
): Promise<void> {
  const { kind, personId, roles = [], campaignId = null, applicationId = null } = access;
  const { object = null, address = null, reason = null } = access;
  await pool.query({
    name: 'add_access',
    text: `INSERT INTO access_log (kind, person_id, roles, subject_id, campaign_id, application_id, object, address, reason)
           SELECT $1, $2, $3, subject, $5, $6, $7, $8, $9 FROM unnest($4::text[]) AS subject ON CONFLICT DO NOTHING`,
    values: [kind, personId, roles, subjectIds, campaignId, applicationId, object, address, reason],
  });
}

/** An entry as it is read, with the names people have now. */
export interface AccessEntry {
  readonly id: string;
  readonly at: Instant;
  readonly kind: AccessKind;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly roles: readonly Role[];
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly applicationId: string | null;
  readonly object: string | null;
  readonly address: string | null;
  readonly reason: string | null;
}

export interface AccessFilter {
  /** What happened in these campaigns and in none; absent: everything. */
  readonly campaignIds?: readonly string[] | undefined;
  readonly kind?: AccessKind | undefined;
  /** Part of the name, or the id, of who acted or whose data it was. */
  readonly q?: string | undefined;
  readonly address?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly after?: KeysetPlace | undefined;
  readonly limit: number;
}

type Row = Omit<AccessEntry, 'at'> & { readonly at: Date };
interface Page {
  readonly items: readonly AccessEntry[];
  readonly next: string | null;
}

const select = `SELECT a.id, a.at, a.kind, a.person_id AS "personId", p.name AS "personName", a.roles,
    a.subject_id AS "subjectId", s.name AS "subjectName", a.application_id AS "applicationId", a.object, a.address, a.reason
  FROM access_log a LEFT JOIN users p ON p.id = a.person_id LEFT JOIN users s ON s.id = a.subject_id`;

/** A page of the access log, the latest first. */
export async function listAccesses({ pool }: Pick<Database, 'pool'>, filter: AccessFilter): Promise<Page> {
  const { campaignIds = null, kind = null, q = null, address = null, from = null, until = null, after, limit } = filter;
  const { rows } = await pool.query<Row>({
    text: `${select}
      WHERE ($1::text[] IS NULL OR a.campaign_id IS NULL OR a.campaign_id = ANY($1))
        AND ($2::text IS NULL OR a.kind = $2)
        AND ($3::text IS NULL OR $3 IN (a.person_id, a.subject_id, a.application_id::text)
          OR strpos(p.name, $3) > 0 OR strpos(s.name, $3) > 0)
        AND ($4::text IS NULL OR a.address = $4)
        AND ($5::timestamptz IS NULL OR a.at >= $5) AND ($6::timestamptz IS NULL OR a.at < $6)
        AND ($7::timestamptz IS NULL OR (a.at, a.id) < ($7, $8::uuid))
      ORDER BY a.at DESC, a.id DESC LIMIT $9`,
    values: [
      campaignIds,
      kind,
      q,
      address,
      dateOrNull(from),
      dateOrNull(until),
      dateOrNull(after?.at ?? null),
      after?.id ?? null,
      limit + 1,
    ],
  });
  return pageOf(rows, limit);
}

/** A page of the readings of one person's data by others, the latest first. */
export async function readingsOf(
  { pool }: Pick<Database, 'pool'>,
  personId: string,
  { after, limit }: { readonly after?: KeysetPlace | undefined; readonly limit: number },
): Promise<Page> {
  const kinds: readonly ReadingKind[] = readingKinds;
  const { rows } = await pool.query<Row>({
    name: 'readings_of',
    text: `${select}
      WHERE a.subject_id = $1 AND a.person_id IS DISTINCT FROM $1 AND a.kind = ANY($2)
        AND ($3::timestamptz IS NULL OR (a.at, a.id) < ($3, $4::uuid))
      ORDER BY a.at DESC, a.id DESC LIMIT $5`,
    values: [personId, kinds, dateOrNull(after?.at ?? null), after?.id ?? null, limit + 1],
  });
  return pageOf(rows, limit);
}

const dateOrNull = (instant: Instant | null) => (instant === null ? null : new Date(instant));

function pageOf(rows: readonly Row[], limit: number): Page {
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.getTime() }));
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf({ at: last.at, id: last.id }) : null };
}
