import { randomUUID } from 'node:crypto';
import { closeAll, type SystemUnderTest } from '../compare/systemUnderTest.js';
import { postgresConditions } from '../stack/machine.js';
import { openPool } from '../stack/pool.js';
import { startDurablePostgres } from '../stack/servers.js';
import { createBareTables, insertBare, recordBare } from './bareRecord.js';

/** The floor: one hand-written transaction an act, in one process, without an engine. Nothing durable can be faster. */
export const floor: SystemUnderTest = {
  name: 'floor',
  effort: 20,
  async open() {
    const postgres = await startDurablePostgres();
    const pool = openPool(postgres.url);
    await createBareTables(pool);
    return {
      conditions: await postgresConditions(postgres.url),
      processes: [
        { name: 'client', pid: process.pid },
        { name: 'postgres', pid: postgres.pid },
      ],
      async begin() {
        const id = randomUUID();
        let seq = 0;
        await insertBare(pool, id);
        return async (event) => {
          seq += 1;
          await recordBare(pool, { id, seq, key: `${event}-${id}`, event, at: Date.now() }, { outbox: true });
        };
      },
      close: () => closeAll([() => pool.end(), postgres.stop]),
    };
  },
};
