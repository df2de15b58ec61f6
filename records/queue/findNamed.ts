import type { Database } from '../database.js';

/** More units than this are read in the order of the queue, where some of them come soon. */
const fewUnits = 50;
/**
 * More people than this likewise. One by one they cost in proportion to their number, in the order of the queue to how rare they
 * are; both cost the same where their number is about the root of six times all people. That is as of the last ANALYZE.
 */
const fewPeople = `(SELECT greatest(200, sqrt(6 * greatest(reltuples, 0)))::int FROM pg_class WHERE oid = 'users'::regclass)`;

/** The people or the units that a part of a name means: which, or that they are many. */
export interface NamedBy {
  readonly kind: 'person' | 'unit';
  /** Null: more than a few, to be found by their keys while the queue is read. */
  readonly subjects: readonly string[] | null;
}

/** Whom a part of a name means, as it is searched. */
export interface Named {
  readonly text: string;
  /** Without those of whom there are none. */
  readonly by: readonly NamedBy[];
}

// No more keys are read than twice as many: a name may have several that begin alike. Who has more than that is one of many.
const find = {
  name: 'find_named',
  text: `
    SELECT searched_text($1) AS text, kind, CASE WHEN keys <= 2 * few AND cardinality(subjects) <= few THEN subjects END AS subjects
    FROM (VALUES ('person', ${fewPeople}), ('unit', ${fewUnits})) AS kinds(kind, few) CROSS JOIN LATERAL (
      SELECT count(*) AS keys, array_agg(DISTINCT subject) AS subjects FROM (
        SELECT subject FROM search_keys
        WHERE search_keys.kind = kinds.kind AND key ~>=~ searched_text($1) AND key ~<~ (searched_text($1) || chr(1114111))
        LIMIT 2 * few + 1
      ) AS first_keys
    ) AS found
    WHERE keys > 0`,
};

/**
 * Whom a part of a name means: people and units whose name, or whose name's pinyin initials, contain it. Width, case,
 * accents, spaces and middle dots do not count.
 */
export async function findNamed({ pool }: Pick<Database, 'pool'>, part: string): Promise<Named> {
  const { rows } = await pool.query<NamedBy & { readonly text: string }>({ ...find, values: [part] });
  return { text: rows[0]?.text ?? '', by: rows.map(({ kind, subjects }) => ({ kind, subjects })) };
}
