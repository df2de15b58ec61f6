import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { pino } from 'pino';
import { type Browser, chromium } from 'playwright-core';
import { createMailer } from '../../../activities/mailer.js';
import { createApp } from '../../../api/createApp.js';
import { type Deps, defaultLimits } from '../../../api/deps.js';
import { Arrivals } from '../../../api/http/arrivals.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { ROOT } from '../../../config/environment.js';
import { temporalEngine } from '../../../engine/engine.js';
import { freePort } from '../../../ops/process/ports.js';
import { closeDatabase, openDatabase } from '../../../records/database.js';
import { startWorkers } from '../../../worker/startWorkers.js';
import { stepParked } from '../../../workflows/application/messages.js';
import { AuthenticatorClock } from '../../support/authenticatorClock.js';
import { createDatabase } from '../../support/database.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { createOffice, type Office } from '../../support/office.js';
import { quietEngine } from '../../support/quietEngine.js';
import { testServices } from '../../support/services.js';
import type { TestApi } from '../../support/testApi.js';
import { timeSkippingServer } from '../../support/timeSkipping.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';
import { testWorkflows } from '../../support/workflows.js';
import { browserSessionOf, type Complaint, type Person } from './browserSession.js';

/** The whole product with pages in a browser, on a clock that the test moves, as it is before anybody has an account. */
export interface EmptyStack extends TestApi {
  readonly url: string;
  readonly browser: Browser;
  readonly inbox: LetterBox;
  /** Unexpected errors and warnings of the browsers' consoles. */
  readonly complaints: readonly Complaint[];
  /** Opens a browser session for a person. */
  openBrowserSession(
    who: Person,
    sessionOptions?: Parameters<ReturnType<typeof browserSessionOf>>[1],
  ): ReturnType<ReturnType<typeof browserSessionOf>>;
  /** Moves the engine's clock to an instant of the campaign; timers on the way fire. */
  moveTo(at: string): Promise<void>;
  /** Campaign time. */
  now(): Promise<number>;
}

/** The same with a campaign and people. */
export interface TestStack extends EmptyStack {
  readonly office: Office;
}

const quiet = pino({ level: 'silent' });

/** Starts it with the office of the tests. `at` is campaign time. */
export async function startTestStack(name: string, at: string, own?: Office['own']): Promise<TestStack> {
  const stack = await startEmptyStack(name, at);
  return { ...stack, office: await createOffice(stack, own) };
}

/** Starts the built portal, API, worker, time-skipping engine and mail inbox, with an empty database. */
export async function startEmptyStack(name: string, at: string): Promise<EmptyStack> {
  quietEngine();
  const [env, database, inbox, browser, port, dataDir] = await Promise.all([
    timeSkippingServer(),
    createDatabase(name),
    startLetterBox(),
    chromium.connect(testServices.browserEndpoint),
    freePort(),
    mkdtemp(path.join(os.tmpdir(), 'pingshen-portal-')),
  ]);
  const url = `http://127.0.0.1:${port}`;
  const db = openDatabase(database.url, { poolSize: 8, dataDir });
  const client = new Client({ connection: env.connection as Connection });
  const clockOffset = Date.parse(at) - (await env.currentTimeMs());
  const clock = async () => (await env.currentTimeMs()) + clockOffset;
  const authenticatorClock = new AuthenticatorClock();
  const mailer = createMailer({ smtpUrl: inbox.smtpUrl, from: 'pingshen@example.cn', perSecond: 1_000 });
  const deps: Deps = {
    db,
    clock,
    wallClock: authenticatorClock.now,
    clockOffset,
    arrivals: new Arrivals(),
    bankSecret: 'the secret shared with the bank',
    dataDir,
    publicUrl: url,
    temporalUiUrl: 'http://127.0.0.1:8233',
    codec: null,
    published: { docs: true, metrics: 'everybody' },
    portalDir: path.join(ROOT, 'portal', 'dist'),
    mailer,
    logger: quiet,
    metrics: createMetrics(),
    engine: temporalEngine(client, { publicUrl: url, timeout: 30_000, follow: false }),
    limits: { ...defaultLimits, signInsToAccount: 1_000, signInsFromAddress: 1_000 },
  };
  const app = createApp(deps);
  const server = await listen(app, port);
  const bundle = await testWorkflows();
  const letters = { database: db, portal: url, log: quiet, mailer };
  const workers = await startWorkers({
    ...letters,
    connection: env.nativeConnection,
    client,
    bundle,
    clockOffset: null,
  });
  const park: TestApi['park'] = async (applicationId, step, description) =>
    await client.workflow.getHandle(await workflowIdOf(db, applicationId)).signal(stepParked, { step, description });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await deps.engine.rest();
    await workers.stop();
    mailer.close();
    await closeDatabase(db);
    await Promise.all([env.teardown(), inbox.stop(), database.drop(), rm(dataDir, { recursive: true, force: true })]);
  };
  const api: TestApi = {
    app,
    deps,
    db,
    asOwner: database.asOwner,
    ownerUrl: database.ownerUrl,
    authenticatorClock,
    park,
    close,
  };
  const complaints: Complaint[] = [];
  return {
    ...api,
    url,
    browser,
    inbox,
    complaints,
    now: clock,
    openBrowserSession: browserSessionOf({ browser, db, url, complaints }),
    moveTo: async (instant) => {
      await env.sleep(Math.max(1, Date.parse(instant) - (await clock())));
    },
  };
}

async function listen(app: TestApi['app'], port: number): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error?: Error) => (error ? reject(error) : resolve(server)));
    // On a busy machine a connection kept alive would be closed just as it is used again.
    server.keepAliveTimeout = 0;
  });
}
