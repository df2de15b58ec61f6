import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createMailer } from '../../../activities/mailer.js';
import { openConnection } from '../../../config/openConnection.js';
import { type Engine, type Outcome, temporalEngine } from '../../../engine/engine.js';
import { deploymentName } from '../../../ops/cluster/deployments.js';
import { properAct } from '../../../prover/properAct.js';
import { hashOf } from '../../../records/application/eventHash.js';
import { importApplication } from '../../../records/application/importApplication.js';
import { registerAct } from '../../../records/application/intakes.js';
import { timelineOf } from '../../../records/application/timeline.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import type { Act } from '../../../rules/application/act.js';
import type { Facts } from '../../../rules/application/facts.js';
import type { EventName, Status } from '../../../rules/application/lifecycle.js';
import { hour, type Instant } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { StoryStep } from '../../../simulation/story/story.js';
import { startWorkers, type Workers } from '../../../worker/startWorkers.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { calendar2024 } from '../../support/facts.js';
import { type LetterBox, startLetterBox } from '../../support/letterBox.js';
import { createNamespace } from '../../support/namespace.js';
import { quietEngine } from '../../support/quietEngine.js';
import { timeSkippingServer } from '../../support/timeSkipping.js';
import { testWorkflows } from '../../support/workflows.js';
import { finalize, freeText, freeTextHash, newDraft, openedAt, pastOf } from '../records/world.js';

export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An application in the world, and its campaign time minus engine time. */
export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly facts: Facts;
  readonly offset: number;
  readonly at: Instant;
}

/** The engine and its clock. */
interface Clockwork {
  readonly connection: Connection;
  readonly nativeConnection: NativeConnection;
  readonly namespace: string;
  currentTimeMs(): Promise<number>;
  sleep(ms: number): Promise<void>;
  teardown(): Promise<void>;
}

async function skipping(): Promise<Clockwork> {
  const env = await timeSkippingServer();
  return {
    connection: env.connection as Connection,
    nativeConnection: env.nativeConnection,
    namespace: 'default',
    currentTimeMs: () => env.currentTimeMs(),
    sleep: (ms) => env.sleep(ms),
    teardown: () => env.teardown(),
  };
}

/** The dev server, on the wall clock: the time-skipping server gives tasks to workers that have stopped. */
async function ticking(name: string): Promise<Clockwork> {
  const { address, namespace } = await createNamespace(name);
  const [connection, nativeConnection] = await Promise.all([
    openConnection({ address }),
    NativeConnection.connect({ address }),
  ]);
  return {
    connection,
    nativeConnection,
    namespace,
    currentTimeMs: async () => Date.now(),
    sleep: (ms) => sleep(ms),
    teardown: async () => {
      await Promise.all([connection.close(), nativeConnection.close()]);
    },
  };
}

/** Real servers on a clock that the test moves: time-skipping engine, PostgreSQL, SMTP inbox and a worker. */
export interface World {
  readonly env: Clockwork;
  readonly db: Database;
  readonly client: Client;
  readonly engine: Engine;
  readonly inbox: LetterBox;
  /** An application whose past is `story`, running in the engine at the campaign instant `now` (default: an hour later). */
  place(story: Status | readonly StoryStep[], now?: Instant, policy?: Policy): Promise<Placed>;
  /** Campaign time of an application. */
  now(placed: Placed): Promise<Instant>;
  /** Lets the engine's clock run to a campaign instant; timers on the way fire. */
  moveTo(placed: Placed, instant: Instant): Promise<void>;
  facts(placed: Placed): Promise<Facts>;
  /** Registers an act as of an instant, without dispatching it. */
  register(placed: Placed, event: EventName, at: Instant, more?: Parameters<typeof properAct>[4]): Promise<Act>;
  dispatch(placed: Placed, act: Act): Promise<Outcome>;
  /** Dispatches as the sweeper does: again while the engine is slow. */
  untilAnswered(placed: Placed, act: Act): Promise<Outcome>;
  events(placed: Placed): Promise<string[]>;
  stopWorker(): Promise<void>;
  /** Starts a worker beside those that run; `build`: as that version of the deployment of the product. */
  startWorker(build?: string): Promise<void>;
  end(): Promise<void>;
  readonly asOwner: TestDatabase['asOwner'];
}

/** A world of its own for a test file; `wallClock` for one that stops and starts workers. Its first worker may have a version. */
export async function openWorld(
  name: string,
  { wallClock = false, build }: { readonly wallClock?: boolean; readonly build?: string } = {},
): Promise<World> {
  quietEngine();
  const [env, database, inbox] = await Promise.all([
    wallClock ? ticking(name) : skipping(),
    createDatabase(name),
    startLetterBox(),
  ]);
  const db = openDatabase(database.url);
  await finalize(db);
  const client = new Client({ connection: env.connection, namespace: env.namespace });
  const engine = temporalEngine(client, { publicUrl: 'http://127.0.0.1', follow: false });
  const bundle = await testWorkflows();
  const mailer = createMailer({ smtpUrl: inbox.smtpUrl, from: 'pingshen@example.cn', perSecond: 1_000 });
  const connection = env.nativeConnection;
  const common = { connection, client, bundle, database: db, mailer, portal: 'http://127.0.0.1', log: quiet };
  const workers: Workers[] = [];
  const startWorker: World['startWorker'] = async (buildId) => {
    const version = buildId === undefined ? {} : { version: { deploymentName, buildId } };
    workers.push(await startWorkers({ ...common, ...version, clockOffset: null }));
  };
  await startWorker(build);
  const stopWorker = async () => {
    await Promise.all(workers.splice(0).map((each) => each.stop()));
  };
  return {
    ...acting({ env, db, engine }),
    env,
    db,
    client,
    engine,
    inbox,
    asOwner: database.asOwner,
    stopWorker,
    startWorker,
    end: async () => {
      await stopWorker();
      mailer.close();
      await closeDatabase(db);
      await Promise.all([env.teardown(), inbox.stop(), (database as TestDatabase).drop()]);
    },
  };
}

function acting({ env, db, engine }: Pick<World, 'env' | 'db' | 'engine'>) {
  const now = async ({ offset }: Pick<Placed, 'offset'>) => (await env.currentTimeMs()) + offset;
  const facts = async ({ number }: Placed) => (await engine.current(number)).facts;
  const place: World['place'] = async (story, chosen, policy = aksu2024) => {
    const opening = await newDraft(db);
    const played = pastOf(opening, story);
    const at = chosen ?? played.at + hour;
    const past = played.acts.map((act) => ({ act, freeText }));
    const given = { facts: opening, openedAt, past, policy, calendar: calendar2024, upTo: played.at };
    const imported = await importApplication(db, given);
    const offset = at - (await env.currentTimeMs());
    await engine.start({ ...imported, policy, clockOffset: offset });
    return { id: opening.applicationId, number: imported.number, facts: imported.facts, offset, at };
  };
  const register: World['register'] = async (placed, event, at, more) => {
    const act = { ...properAct(await facts(placed), event, aksu2024, at, more), freeTextHash };
    const registered = await registerAct(db, { applicationId: placed.id, act, freeText, bodyHash: hashOf({ event }) });
    if (registered.kind === 'closed') throw new Error('the intake is closed for that instant');
    return registered.intake.act;
  };
  return {
    place,
    now,
    facts,
    register,
    moveTo: async (placed: Placed, instant: Instant) => {
      await env.sleep(Math.max(1, instant - (await now(placed))));
    },
    dispatch: ({ number }: Placed, act: Act) => engine.act(number, act),
    untilAnswered: async ({ number }: Placed, act: Act) => {
      for (;;) {
        const outcome = await engine.act(number, act);
        if (outcome.kind !== 'slow') return outcome;
      }
    },
    events: async ({ id }: Placed) => (await timelineOf(db, id)).map(({ transition }) => transition.event),
  };
}
