import { createRequire } from 'node:module';
import os from 'node:os';
import pg from 'pg';
import { openConnection } from '../../config/openConnection.js';
import { fileSystemOf, syncMilliseconds } from './disk.js';

/** The conditions of a measurement as pairs of name and value; none of them names a day or a person. */
export type Conditions = readonly (readonly [string, string])[];

/** The machine, the runtime and the disk of temporary databases. */
export async function machine(): Promise<Conditions> {
  const cpus = os.cpus();
  const folder = os.tmpdir();
  return [
    ['CPU', `${cpus[0]?.model.trim() ?? 'unknown'}, ${os.availableParallelism()} cores`],
    ['Memory', `${Math.round(os.totalmem() / 2 ** 30)} GiB`],
    ['Kernel', `${os.type()} ${os.release()}${load()}`],
    [
      'Disk',
      `${fileSystemOf(folder)}, write of 8 KiB and fsync: ${(await syncMilliseconds(folder)).toFixed(2)} ms (median)`,
    ],
    ['Node.js', process.version],
  ];
}

// The load of other programs limits the trust in the figures.
const load = () => `; load average when started ${os.loadavg()[0]?.toFixed(2)}`;

/** The version and durability settings of a PostgreSQL server. */
export async function postgresConditions(url: string): Promise<Conditions> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const ask = async (name: string) => (await client.query(`SHOW ${name}`)).rows[0]?.[name] as string;
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'wal_sync_method'];
    const reported: string[] = [];
    for (const name of settings) reported.push(`${name}=${await ask(name)}`);
    return [['PostgreSQL', `${await ask('server_version')}: ${reported.join(', ')}`]];
  } finally {
    await client.end();
  }
}

/** The versions of the Temporal server and SDK. */
export async function temporalConditions(
  address: string,
  kind = 'dev server, on a SQLite file (journal_mode=wal, synchronous=2)',
): Promise<Conditions> {
  const connection = await openConnection({ address });
  try {
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string };
    return [['Temporal', `${serverVersion}, ${kind}; TypeScript SDK ${version}`]];
  } finally {
    await connection.close();
  }
}
