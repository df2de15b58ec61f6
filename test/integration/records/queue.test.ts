import fc from 'fast-check';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { placeOf } from '../../../records/keyset.js';
import { findNamed } from '../../../records/queue/findNamed.js';
import { listApplications, type QueueFilter, type QueueItem, type Scope } from '../../../records/queue/queue.js';
import { countApplications } from '../../../records/queue/queueCounts.js';
import { isFinal, type Status, statuses } from '../../../rules/application/lifecycle.js';
import type { Level } from '../../../rules/campaign/codes.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { finalize, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;

beforeAll(async () => {
  own = await createDatabase('queue');
  database = openDatabase(own.url);
  await finalize(database);
  const places = statuses.flatMap((status) => ['unit-1', 'unit-2', 'unit-1'].map((unitId) => ({ status, unitId })));
  for (const { status, unitId } of places) await snapshot(database, status, { unitId });
  await database.pool.query("UPDATE applications SET needs_attention = true WHERE status IN ('payment', 'defense')");
  const pending = { deadline: 'payment_due', due: Date.parse('2024-10-01T00:00:00Z'), requestedBy: 'office-1' };
  await database.pool.query(
    `UPDATE applications SET facts = jsonb_set(facts, '{pendingExtension}', $1) WHERE status IN ('payment', 'correction')`,
    [JSON.stringify(pending)],
  );
  await database.pool.query(
    `UPDATE applications SET facts = jsonb_set(facts, '{pendingPause}', $1) WHERE status IN ('payment', 'unit_review', 'lapsed')`,
    [JSON.stringify({ until: '2024-10-01', requestedBy: 'supervisor-1' })],
  );
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
});

async function everyPage(filter: QueueFilter): Promise<QueueItem[]> {
  const { items, next } = await listApplications(database, filter);
  if (next === null) return [...items];
  expect(items).toHaveLength(filter.limit);
  return [...items, ...(await everyPage({ ...filter, after: placeOf(next) ?? undefined }))];
}

const scope = fc.constantFrom<Scope>(
  { kind: 'unit', id: 'unit-1' },
  { kind: 'unit', id: 'unit-2' },
  { kind: 'department', id: 'department-1' },
  { kind: 'campaign', id: 'aksu-2024' },
  { kind: 'all' },
);
const filters = fc.record(
  {
    scopes: fc.uniqueArray(scope, { minLength: 1, maxLength: 3 }),
    statuses: fc.uniqueArray(fc.constantFrom<Status>(...statuses), { minLength: 1, maxLength: 5 }),
    unitId: fc.constantFrom('unit-1', 'unit-2'),
    dueBefore: fc.constantFrom(Date.parse('2024-08-30T10:00:01Z'), Date.parse('2024-09-01T00:00:00Z')),
    needsAttention: fc.boolean(),
    extensionPending: fc.boolean(),
    pausePending: fc.boolean(),
    q: fc.constantFrom('张', '三', 'zS', '李', '%', 'UNIT-2', '机 械', '2机', 'jxc'),
    level: fc.constantFrom<Level>('mid', 'deputy_senior'),
    limit: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: ['scopes', 'limit'] },
);

/** The filter with whom its search means. */
async function searched<T extends { readonly q?: string }>({ q, ...filter }: T) {
  return { ...filter, ...(q === undefined ? {} : { named: await findNamed(database, q) }) };
}

/** 张三 of unit-1机械厂 or unit-2机械厂. */
function matches(q: string, { unit_id: unit }: Pick<Row, 'unit_id'>): boolean {
  const text = q.replace(' ', '').toLowerCase();
  return ['张三', 'zs', `${unit}机械厂`, `${unit}jxc`].some((form) => form.includes(text));
}

interface Row {
  id: string;
  unit_id: string;
  department_id: string | null;
  status: Status;
  due: Date | null;
  needs_attention: boolean;
  facts: { readonly pendingExtension: object | null; readonly pendingPause: object | null };
  level: Level;
}

function isIn(row: Row, each: Scope): boolean {
  switch (each.kind) {
    case 'unit':
      return row.unit_id === each.id;
    case 'department':
      return row.department_id === each.id;
    default:
      return true;
  }
}

test('page by page, with any filter, everything comes once and in order: earliest due first, none last', async () => {
  const { rows } = await database.pool.query<Row>('SELECT * FROM applications');
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const expected = rows
        .filter((row) => filter.scopes.some((each) => isIn(row, each)))
        .filter((row) => filter.statuses?.includes(row.status) ?? true)
        .filter((row) => filter.unitId === undefined || row.unit_id === filter.unitId)
        .filter((row) => filter.dueBefore === undefined || (row.due?.getTime() ?? Infinity) < filter.dueBefore)
        .filter((row) => filter.needsAttention === undefined || row.needs_attention === filter.needsAttention)
        .filter((row) => !filter.extensionPending || row.facts.pendingExtension !== null)
        .filter((row) => !filter.pausePending || (row.facts.pendingPause !== null && !isFinal(row.status)))
        .filter((row) => filter.level === undefined || row.level === filter.level)
        .filter((row) => filter.q === undefined || matches(filter.q, row))
        .map(({ id, due }) => ({ id, due: due?.getTime() ?? Infinity }))
        .toSorted((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due - b.due));
      const listed = await everyPage(await searched(filter));
      expect(listed.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    }),
    { numRuns: 60 },
  );
});

test('what a part of a name means comes in the order of the queue, with more of one unit than a page holds', async () => {
  const scopes = [{ kind: 'all' }] as const;
  const expected = await everyPage({ scopes, unitId: 'unit-2', limit: 60 });
  expect(expected.length).toBeGreaterThan(6);
  expect(await everyPage(await searched({ scopes, q: '2机', limit: 3 }))).toEqual(expected);
});

test('is counted by status as it is listed, each application once', async () => {
  const now = Date.parse('2024-09-20T10:00:00Z');
  await fc.assert(
    fc.asyncProperty(filters, async (asked) => {
      const filter = await searched(asked);
      const counted = await countApplications(database, filter, now);
      const listed = await everyPage({ ...filter, limit: 60 });
      for (const { status, count, pastDue } of counted) {
        const own = listed.filter((item) => item.status === status);
        expect(count).toBe(own.length);
        expect(pastDue).toBe(own.filter(({ due }) => due !== null && due <= now).length);
      }
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);
    }),
    { numRuns: 40 },
  );
});

test('a line says whose application it is and in which unit', async () => {
  const { items } = await listApplications(database, { scopes: [{ kind: 'unit', id: 'unit-2' }], limit: 1 });
  expect(items[0]).toMatchObject({ applicantName: '张三', unitName: 'unit-2机械厂', unitId: 'unit-2' });
});

test('who may see nothing gets nothing', async () => {
  expect(await listApplications(database, { scopes: [], limit: 10 })).toEqual({ items: [], next: null });
});

test.each(['', 'x', Buffer.from('1,2').toString('base64url'), Buffer.from("1,' OR 1=1").toString('base64url')])(
  'a cursor that is none of ours is recognised: %j',
  (cursor) => expect(placeOf(cursor)).toBeNull(),
);
