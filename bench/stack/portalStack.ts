import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions } from 'playwright-core';
import { createPerson } from '../../api/accounts/people.js';
import type { Print } from '../../ops/process/progress.js';
import { isApiReady } from '../../ops/process/readiness.js';
import { startBrowser } from '../../ops/servers/browser.js';
import { productDatabase } from '../../ops/servers/productDatabase.js';
import { buildPortal } from '../../ops/setup/buildPortal.js';
import { closeDatabase, openDatabase } from '../../records/database.js';
import type { Grant } from '../../records/people/grantRole.js';
import { provenSession } from '../../simulation/hurried/provenSession.js';
import { closeAll } from '../compare/systemUnderTest.js';
import { pinPolicies } from '../data/letterRows.js';
import { fillLists, running } from '../data/listRows.js';
import { vacuum } from '../data/vacuum.js';
import { dataFolder } from './dataFolder.js';
import { postgresConditions } from './machine.js';
import { programEnvironment } from './programEnvironment.js';
import { startQuietly } from './quietProgram.js';
import { startDurablePostgres, startFileTemporal } from './servers.js';

const [, campaignId = ''] = running;

// The people who open pages: a candidate, and a clerk with every role.
const people: Readonly<Record<'applicant' | 'clerk', readonly Grant[]>> = {
  applicant: [{ role: 'applicant', unitId: 'u-1' }],
  clerk: [
    { role: 'unit', unitId: 'u-1' },
    { role: 'department', departmentId: 'd-1' },
    { role: 'office', campaignId },
    { role: 'finance', campaignId },
    { role: 'supervisor', campaignId },
    { role: 'operator' },
  ],
};
export type PortalUser = keyof typeof people;

type Session = Exclude<NonNullable<BrowserContextOptions['storageState']>, string>;

/** Starts the portal on a database of `size` applications: an API in its own process, a browser, and two sessions. */
export async function openPortal(size: number, print: Print) {
  await buildPortal(print);
  const dataDir = await dataFolder();
  const [postgres, temporal] = await Promise.all([startDurablePostgres(), startFileTemporal()]);
  const databaseUrl = await productDatabase(postgres);
  const { port, publicUrl, env } = await programEnvironment({
    databaseUrl,
    temporalAddress: temporal.address,
    dataDir,
  });
  const database = openDatabase(databaseUrl, { name: 'bench', poolSize: 4, dataDir });
  print(`${size} applications into PostgreSQL`);
  await fillLists(database, size);
  await vacuum(postgres.url);
  await pinPolicies(database);
  const ids = { applicant: randomUUID(), clerk: randomUUID() };
  for (const user of ['applicant', 'clerk'] as const) {
    const person = { id: ids[user], email: `${user}@example.cn`, name: user, roles: people[user] };
    await createPerson({ db: database }, { ...person, password: { hash: '' } });
  }
  const applicationId = await oneOf(database, ids.applicant);
  const api = await startQuietly({
    file: 'api/server.ts',
    env,
    isReady: () => isApiReady(port),
  });
  const browser = await startBrowser();
  const sessions = new Map<PortalUser, Session>();
  for (const user of ['applicant', 'clerk'] as const) {
    const context = await browser.newContext({ baseURL: publicUrl });
    const value = await provenSession(database, ids[user]);
    await context.addCookies([{ name: 'pingshen.session', value, url: publicUrl, httpOnly: true, sameSite: 'Lax' }]);
    sessions.set(user, await context.storageState());
    await context.close();
  }
  return {
    browser,
    publicUrl,
    campaignId,
    applicationId,
    sessionOf: (user: PortalUser) => sessions.get(user) ?? { cookies: [], origins: [] },
    conditions: [
      ...(await postgresConditions(postgres.url)),
      [
        'Browser',
        `Chromium ${browser.version()}, headless, 1440 × 900, API on the same machine, nothing cached`,
      ] as const,
    ],
    close: () =>
      closeAll([
        ...[() => browser.close(), api.stop, () => closeDatabase(database)],
        ...[temporal.stop, postgres.stop],
      ]),
  };
}
export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** Gives the candidate an application in the committee's audit, and returns its id. */
async function oneOf({ pool }: ReturnType<typeof openDatabase>, applicantId: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `UPDATE applications SET applicant_id = $1, facts = facts || jsonb_build_object('applicantId', $1::text)
     WHERE id = (SELECT id FROM applications WHERE campaign_id = $2 AND status = 'committee_audit' ORDER BY id LIMIT 1)
     RETURNING id`,
    [applicantId, campaignId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("no application is in the committee's audit");
  return row.id;
}
