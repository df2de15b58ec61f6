import type { Database } from '../database.js';

/** More than this are read in the order of the queue, where some of them come soon. */
const few = 200;

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

const find = {
  name: 'find_named',
  text: `
    SELECT searched_text($1) AS text, kind, ARRAY(
      SELECT DISTINCT subject FROM search_keys
      WHERE search_keys.kind = kinds.kind AND key ~>=~ searched_text($1) AND key ~<~ (searched_text($1) || chr(1114111))
      LIMIT ${few + 1}) AS subjects
    FROM (VALUES ('person'), ('unit')) AS kinds(kind)`,
};

/**
 * Whom a part of a name means: people and units whose name, or whose name's pinyin initials, contain it. Width, case,
 * accents, spaces and middle dots do not count.
 */
export async function findNamed({ pool }: Pick<Database, 'pool'>, part: string): Promise<Named> {
  type Row = { readonly text: string; readonly kind: NamedBy['kind']; readonly subjects: readonly string[] };
  const { rows } = await pool.query<Row>({ ...find, values: [part] });
  const found = rows.filter(({ subjects }) => subjects.length > 0);
  return {
    text: rows[0]?.text ?? '',
    by: found.map(({ kind, subjects }) => ({ kind, subjects: subjects.length > few ? null : subjects })),
  };
}
