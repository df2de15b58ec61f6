import type { Request } from 'express';
import { sessionOf } from '../../../api/accounts/sessions.js';
import type { Database } from '../../../records/database.js';

/** A database whose queries wait until the test answers them. */
function slowDatabase() {
  const answers: ((rows: readonly object[]) => void)[] = [];
  const query = () =>
    new Promise((resolve) => {
      answers.push((rows) => resolve({ rows }));
    });
  return { db: { pool: { query } } as unknown as Database, answers };
}

const url = 'http://127.0.0.1';
const withToken = (letter: string) =>
  ({ headers: { cookie: `pingshen.session=${letter.repeat(43)}` } }) as unknown as Request;
const soon = () => new Promise((resolve) => setImmediate(resolve));
const row = { id: 's', personId: 'p', factorProvenAt: null, unseen: false, bindings: [] };

test('requests of a session that are there at one moment share a read; one that comes later has its own', async () => {
  const { db, answers } = slowDatabase();
  const together = [1, 2, 3].map(() => sessionOf(db, url, withToken('a')));
  expect(answers).toHaveLength(0);
  await soon();
  await soon();
  expect(answers).toHaveLength(1);
  // The first read is under way, and the session may have ended since it began.
  const later = sessionOf(db, url, withToken('a'));
  const another = sessionOf(db, url, withToken('b'));
  await soon();
  await soon();
  expect(answers).toHaveLength(3);
  answers[0]?.([row]);
  answers[1]?.([]);
  answers[2]?.([{ ...row, id: 'other' }]);
  expect((await Promise.all(together)).map((one) => one?.id)).toEqual(['s', 's', 's']);
  expect(await later).toBeNull();
  expect((await another)?.id).toBe('other');
});

test('a read that fails fails for those that share it, and not for the next', async () => {
  let reads = 0;
  const query = async () => {
    reads += 1;
    if (reads === 1) throw new Error('no connection');
    return { rows: [row] };
  };
  const db = { pool: { query } } as unknown as Database;
  const together = await Promise.allSettled([1, 2].map(() => sessionOf(db, url, withToken('a'))));
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await sessionOf(db, url, withToken('a')))?.id).toBe('s');
});
