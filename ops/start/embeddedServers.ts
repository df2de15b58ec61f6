import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { temporalUiPath } from '../../api/operations/temporalUiPath.js';
import type { Environment } from '../../config/environment.js';
import { keep } from '../../config/keys.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import type { Log } from '../process/log.js';
import type { createSupervisor } from '../process/supervisor.js';
import { startMailInbox } from '../servers/mailInbox.js';
import { startPostgres } from '../servers/postgres.js';
import { startTemporal } from '../servers/temporal.js';
import type { Ports } from './startOptions.js';

/** The servers that `npm start` brings along, each kept running by the supervisor. */
export function embeddedServers(options: {
  readonly ports: Ports;
  readonly environment: Environment;
  readonly log: Log;
  readonly supervisor: ReturnType<typeof createSupervisor>;
}) {
  const { ports, log, supervisor } = options;
  const { dataDir } = options.environment;
  return {
    /** @returns the database's address for the product, and for its owner */
    async addPostgres(): Promise<{ readonly product: string; readonly owner: string }> {
      const onLine = log.linesOf('postgres', (line) => /\b(FATAL|PANIC):/.test(line));
      const settings = { dataDir: path.join(dataDir, 'postgres'), port: ports.postgres, onLine };
      const { url, productUrl } = await supervisor.add({ name: 'postgres', start: () => startPostgres(settings) });
      return { product: productUrl, owner: url };
    },
    /** @returns host and port */
    async addTemporal(): Promise<string> {
      const settings = {
        dbFile: path.join(dataDir, 'temporal.db'),
        port: ports.temporal,
        uiPort: ports.temporalUi,
        uiPublicPath: temporalUiPath,
        searchAttributes: Object.values(searchAttributes),
        onLine: log.linesOf('temporal', () => false),
        print: (message: string) => log.printLine('start', message),
      };
      return (await supervisor.add({ name: 'temporal', start: () => startTemporal(settings) })).address;
    },
    async addMailInbox() {
      const settings = {
        smtpPort: ports.smtp,
        webPort: ports.mail,
        folder: path.join(dataDir, 'mail'),
        password: await keep(path.join(dataDir, 'keys', 'inbox.secret'), () => randomBytes(12).toString('base64url')),
        onLine: log.linesOf('mail', () => false),
      };
      return await supervisor.add({ name: 'mail', start: () => startMailInbox(settings) });
    },
  };
}
