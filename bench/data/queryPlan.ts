import type { Database } from '../../records/database.js';

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
}
interface Explained {
  readonly Plan: Node;
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
}
interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** A summary of a query plan. */
export interface ShortPlan {
  /** the reads of tables and indexes, and the sorts, innermost first */
  readonly steps: string;
  readonly buffers: number;
  readonly planning: number;
  readonly execution: number;
  readonly whole: unknown;
}

/** Runs `work`, which makes one query, and explains that statement with the same values. */
export async function planOf(database: Database, work: () => Promise<unknown>): Promise<ShortPlan> {
  const { text, values } = await statementOf(database, work);
  const { rows } = await database.pool.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
  const [explained] = rows[0]['QUERY PLAN'] as [Explained];
  return {
    steps: stepsOf(explained.Plan).join(' → '),
    buffers: explained.Plan['Shared Hit Blocks'] + explained.Plan['Shared Read Blocks'],
    planning: explained['Planning Time'],
    execution: explained['Execution Time'],
    whole: explained,
  };
}

/** The statement as it reaches the pool. */
async function statementOf({ pool }: Database, work: () => Promise<unknown>): Promise<Statement> {
  const query = pool.query;
  let seen: Statement | undefined;
  pool.query = ((...given: unknown[]) => {
    seen = given[0] as Statement;
    return Reflect.apply(query, pool, given);
  }) as typeof query;
  try {
    await work();
  } finally {
    pool.query = query;
  }
  if (seen === undefined) throw new Error('the work made no query');
  return seen;
}

function stepsOf(node: Node): string[] {
  const below = (node.Plans ?? []).flatMap(stepsOf);
  const where = node['Index Name'] ?? node['Relation Name'];
  const reported = where !== undefined || /Sort|Hash|Unique|Merge/.test(node['Node Type']);
  const rows = `${node['Actual Rows'] * node['Actual Loops']} rows`;
  return reported ? [...below, `${node['Node Type']}${where === undefined ? '' : ` ${where}`} (${rows})`] : below;
}
