import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { portsFrom } from '../../../ops/cluster/clusterParts.js';
import { startTemporalServer } from '../../../ops/cluster/temporalServer.js';
import { freePort } from '../../../ops/process/ports.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { startMailInbox } from '../../../ops/servers/mailInbox.js';
import { startPostgres } from '../../../ops/servers/postgres.js';
import { productDatabase } from '../../../ops/servers/productDatabase.js';
import { startTemporal } from '../../../ops/servers/temporal.js';
import { searchAttributes } from '../../../workflows/application/searchAttributes.js';
import { type MailTap, openMailTap } from './mailTap.js';
import { keepRunning, type Part } from './part.js';

/** Where a stack finds its database and its engine. */
export interface Servers {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  close(): Promise<void>;
}

/** Servers of one run, each of which can be killed and frozen. */
export interface OwnServers extends Servers {
  /** The database's address for the owner of its tables. */
  readonly ownerUrl: string;
  readonly postgres: Part;
  readonly temporal: Part;
  readonly mail: Part;
  /** Between the product and the mail server. */
  readonly tap: MailTap;
}

/** How the product is set up: as `npm start` does it, or as `npm run cluster` does. */
export type SetUp = 'embedded' | 'cluster';

/**
 * Starts a durable PostgreSQL, a mail inbox, and Temporal: its development server on a file, or the server of a cluster on
 * the same PostgreSQL.
 */
export async function startOwnServers(on: SetUp = 'embedded'): Promise<OwnServers> {
  const { folder, remove } = await throwawayFolder();
  const [database, mail] = await Promise.all([keepPostgres(folder), keepMail(folder)]);
  await productDatabase({ url: database.ownerUrl, productUrl: database.productUrl });
  const temporal = on === 'cluster' ? await keepTemporalServer(folder, database.ownerUrl) : await keepTemporal(folder);
  const tap = await openMailTap(mail.smtpUrl);
  return {
    databaseUrl: database.productUrl,
    ownerUrl: database.ownerUrl,
    address: temporal.address,
    namespace: 'default',
    postgres: database.part,
    temporal: temporal.part,
    mail: mail.part,
    tap,
    async close() {
      await tap.close();
      for (const { part } of [mail, temporal, database]) await part.stop();
      await remove();
    },
  };
}

async function keepPostgres(folder: string) {
  const port = await freePort();
  let urls = { ownerUrl: '', productUrl: '' };
  const part = await keepRunning('postgres', async () => {
    const running = await startPostgres({ dataDir: path.join(folder, 'postgres'), port });
    urls = { ownerUrl: running.url, productUrl: running.productUrl };
    return running;
  });
  return { part, ...urls };
}

async function keepTemporal(folder: string) {
  const [port, uiPort] = await Promise.all([freePort(), freePort()]);
  const settings = { dbFile: path.join(folder, 'temporal.db'), searchAttributes: Object.values(searchAttributes) };
  const part = await keepRunning('temporal', () => startTemporal({ ...settings, port, uiPort }));
  return { part, address: `127.0.0.1:${port}` };
}

async function keepTemporalServer(folder: string, databaseUrl: string) {
  const ports = await portsFrom(await freePort());
  const known = { namespace: 'default', searchAttributes: Object.values(searchAttributes) };
  const part = await keepRunning('temporal', () =>
    startTemporalServer({ databaseUrl, dataDir: folder, ports, ...known }),
  );
  return { part, address: `127.0.0.1:${ports.frontend}` };
}

/** The tap remembers what was taken, so that a restarted inbox need not read what it had: it starts in a new folder. */
async function keepMail(folder: string) {
  const [smtpPort, webPort] = await Promise.all([freePort(), freePort()]);
  const password = randomBytes(12).toString('base64url');
  let smtpUrl = '';
  const part = await keepRunning('mail', async () => {
    const own = await mkdtemp(path.join(folder, 'mail-'));
    const running = await startMailInbox({ smtpPort, webPort, password, folder: own });
    smtpUrl = running.smtpUrl;
    return running;
  });
  return { part, smtpUrl };
}
