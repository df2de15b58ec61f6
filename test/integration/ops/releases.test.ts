import path from 'node:path';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { reconcile } from '../../../engine/reconcile.js';
import { restoreBackup } from '../../../ops/backups/restoreBackup.js';
import { backupKey, readSealed, readUnsealed, writeSealed, writeUnsealed } from '../../../ops/backups/sealedFile.js';
import { writeBackup } from '../../../ops/backups/writeBackup.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { productDatabase } from '../../../ops/servers/productDatabase.js';
import { recordFault } from '../../../records/proof/recordFault.js';
import { isFinal } from '../../../rules/application/lifecycle.js';
import { seed } from '../../../simulation/demo/seed.js';
import { createDatabase } from '../../support/database.js';
import { installation, startProduct } from '../../support/demo.js';
import { releases } from '../../support/files/releases.js';
import { createNamespace } from '../../support/namespace.js';
import { testServices } from '../../support/services.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function copyOfDemo(folder: string): Promise<string> {
  const demo = await installation('release_demo');
  const given = { file: path.join(folder, 'demo.age'), keyFile: path.join(folder, 'demo.key') };
  const copy = path.join(folder, 'installation.tar.gz');
  try {
    await seed(demo.input);
    const source = { databaseUrl: demo.database.ownerUrl, dataDir: demo.input.dataDir };
    await writeBackup(source, given, () => undefined);
    await writeUnsealed(copy, readSealed(given.file, given.keyFile));
  } finally {
    await demo.remove();
  }
  return copy;
}

/** An installation of this version, copied as a release's is. */
const present = { version: 'to come', installation: null };

describe.each([...releases, present])('an installation of release $version', ({ installation: copy }) => {
  let place: Awaited<ReturnType<typeof throwawayFolder>>;
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let product: Awaited<ReturnType<typeof startProduct>>;
  let app: Express;
  let password: string | undefined;

  beforeAll(async () => {
    place = await throwawayFolder();
    const given = { file: path.join(place.folder, 'copy.age'), keyFile: path.join(place.folder, 'copy.key') };
    const unsealed = copy ?? (await copyOfDemo(place.folder));
    await writeSealed(given.file, await backupKey(given.keyFile), readUnsealed(unsealed));
    database = await createDatabase('release', { empty: true });
    const dataDir = path.join(place.folder, 'data');
    const { at } = await restoreBackup({ ownerUrl: database.ownerUrl, dataDir }, given);
    const { pathname } = new URL(database.ownerUrl);
    const productUrl = Object.assign(new URL(testServices.productDatabaseUrl), { pathname }).href;
    const url = await productDatabase({ url: database.ownerUrl, productUrl });
    const temporal = { ...(await createNamespace('release')), tls: false };
    const { input } = await installation('release', { database: { ...database, url }, temporal, dataDir });
    const { accounts } = await seed(input);
    password = accounts[0]?.password;
    // It goes on at the instant it was copied at, so that what is due then does not depend on today.
    product = await startProduct(input, { clockOffset: Date.parse(at) - Date.now() });
    app = createApp({ ...product.deps, metrics: createMetrics(), demoAccounts: accounts });
  }, 120_000);
  afterAll(async () => {
    await product?.leave();
    await database?.drop();
    await place?.remove();
  });

  test('has a whole record, with every file', async () => {
    const applications = await product.db.application.findMany();
    expect(applications.length).toBeGreaterThan(40);
    for (const { id } of applications)
      expect(await recordFault(product.db, 'application', id, product.deps.dataDir)).toBeNull();
    for (const { id } of await product.db.campaign.findMany())
      expect(await recordFault(product.db, 'campaign', id)).toBeNull();
  });

  test('gets every workflow back from the record, none astray', async () => {
    const { db, engine, clock, clockOffset } = product.deps;
    const metrics = { reconciled: { inc: () => undefined } };
    const { rebuilt, astray } = await reconcile({ db, engine, clock, clockOffset, logger: quiet, metrics });
    const running = (await db.application.findMany()).filter(({ status }) => !isFinal(status as never));
    expect(astray).toEqual([]);
    expect(rebuilt.length).toBeGreaterThanOrEqual(running.length);
  }, 120_000);

  test('shows each application to the office, and its candidate can act', async () => {
    const office = await signIn('office');
    const { body: list } = await office.get('/api/applications?limit=200').expect(200);
    for (const { id } of list.items) await office.get(`/api/applications/${id}`).expect(200);
    const applicant = await signIn('applicant');
    const { body: own } = await applicant.get('/api/applications').expect(200);
    const [id] = own.items.map((each: { id: string }) => each.id);
    const { body: done } = await applicant
      .post(`/api/applications/${id}/actions/withdraw`)
      .set('Idempotency-Key', 'after-the-upgrade')
      .send({ reason: '本人撤回' })
      .expect(200);
    expect(done.status).toBe('withdrawn');
  }, 60_000);

  async function signIn(name: string) {
    const email = `${name}@demo.example`;
    const agent = request.agent(app);
    await agent.post('/api/auth/sign-in').send({ email, password }).expect(200);
    const { body: me } = await agent.get('/api/me').expect(200);
    if (me.missingStep === null) return agent;
    product.authenticatorClock.pass();
    const { body } = await request(app).post('/api/auth/demo-code').send({ email }).expect(200);
    await agent.post('/api/auth/second-factor').send(body).expect(204);
    return agent;
  }
});
