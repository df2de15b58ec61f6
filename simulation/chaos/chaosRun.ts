import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import { ROOT } from '../../config/environment.js';
import { temporalEngine } from '../../engine/engine.js';
import { deploymentName } from '../../ops/cluster/deployments.js';
import { evidenceIn } from '../hurried/dossier.js';
import { causeFault } from './faults/causeFault.js';
import { deckOf, type Fault, faultsOf, stormFaultsOf, stormLead, wordsOf } from './faults/plan.js';
import { checkAct, checkDossier } from './oracle/acts.js';
import { checkStorm } from './oracle/cutoffs.js';
import type { Finding } from './oracle/finding.js';
import { checkLetters, lettersOut } from './oracle/letters.js';
import { checkRecord } from './oracle/records.js';
import { checkRepairs, settled } from './oracle/repairs.js';
import { type Random, randomOf } from './random.js';
import { type SetUp, startOwnServers } from './stack/servers.js';
import { type Release, startStack } from './stack/stack.js';
import { calendar, extended, quick } from './traffic/campaigns.js';
import { createStaff } from './traffic/people.js';
import { prepareTraffic, type Traffic } from './traffic/traffic.js';
import type { Walk } from './traffic/walk.js';
import type { World } from './world.js';

export interface ChaosOptions {
  /** Repeats the faults, their order and durations, and what people choose; not how the processes interleave. */
  readonly seed: number;
  /** Every fault happens once, however short this is. */
  readonly minutes: number;
  readonly bundleFolder: string;
  /** Default: embedded. */
  readonly on?: SetUp;
  readonly print: (line: string) => void;
  /** What the processes run at first; default: this release. */
  readonly release?: Release;
  /** Nothing breaks: a rehearsal in real time. */
  readonly calm?: boolean;
}

/** A product on servers of its own, in which things break while people use it. */
export interface ChaosRun {
  readonly world: World;
  readonly traffic: Traffic;
  /** What has been caused so far. */
  readonly caused: readonly Fault[];
  /** Breaks things for the time given, and lets everybody finish. */
  run(): Promise<void>;
  /**
   * Waits until no act and no letter is under way, and judges every application of the run, and others besides that have
   * come to their ends.
   */
  judge(besides?: readonly Walk[]): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** This release, its workers a version of the deployment. */
const versioned: Release = { root: ROOT, deployment: deploymentName };

/** Starts servers and the product, and prepares what people will do. */
export async function openChaosRun(options: ChaosOptions): Promise<ChaosRun> {
  const { bundleFolder, on } = options;
  const servers = await startOwnServers(on);
  const stack = await startStack(servers, {
    smtpUrl: servers.tap.smtpUrl,
    bundleFolder,
    apis: 2,
    logLevel: 'warn',
    ...(on === 'cluster' ? { workers: 3, proxied: true, release: versioned } : {}),
    ...(options.release ? { release: options.release } : {}),
  });
  const close = async () => {
    await stack.close();
    await servers.close();
  };
  const campaigns = [quick, extended].map((policy) => ({ policy, calendar }));
  const world: World = {
    servers,
    stack,
    // Workers of an older release do not know applications that leave their deadlines to the campaign.
    engine: temporalEngine(stack.client, { publicUrl: 'http://pingshen.test', follow: options.release === undefined }),
    staff: await createStaff(stack.db, campaigns),
    // Not the generator of the faults: how often people choose depends on how fast they are answered.
    random: randomOf(options.seed + 1),
    evidence: evidenceIn(stack.dataDir),
    began: Date.now(),
    shifts: [0, 0],
    disturbances: [],
    sent: [],
    findings: [],
  };
  const traffic = await prepareTraffic(world, Math.max(1, Math.floor(options.minutes)));
  const caused: Fault[] = [];
  return {
    world,
    traffic,
    caused,
    close,
    async run() {
      await sleep(Math.max(0, traffic.begins - Date.now()));
      traffic.start();
      if (options.calm) await sleep(options.minutes * 60_000);
      else await causeFaults(world, traffic, { ...options, caused });
      options.print('等待办结 / waiting for everybody to finish');
      await traffic.finish();
    },
    async judge(besides = []) {
      options.print('等待发信 / waiting for the letters');
      await settled(world, 120_000);
      await lettersOut(world, 180_000 + options.minutes * 20_000);
      return await judge(world, traffic, besides);
    },
  };
}

async function causeFaults(
  world: World,
  { storms }: Traffic,
  { seed, minutes, on = 'embedded', print, caused }: ChaosOptions & { readonly caused: Fault[] },
): Promise<void> {
  const [faults, aroundStorms] = [faultsOf(randomOf(seed), on), stormFaultsOf(randomOf(seed + 2))];
  const pauses = randomOf(seed + 3);
  const began = Date.now();
  const atLeast = deckOf(randomOf(seed), on).length + 1;
  const ahead = [...storms];
  const isOver = () => caused.length >= atLeast && Date.now() - began >= minutes * 60_000 && ahead.length === 0;
  while (!isOver()) {
    const storm = isNear(ahead[0]?.due) ? ahead.shift() : undefined;
    if (storm) await sleep(Math.max(0, storm.due - stormLead - Date.now()));
    else await pause(pauses);
    const fault = storm ? aroundStorms.next().value : faults.next().value;
    const name = storm ? '截止风暴 / cutoff storm: ' : '';
    print(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${name}${wordsOf(fault)}`);
    await causeFault(world, fault);
    caused.push(fault);
  }
}

/** A cutoff so near that no other fault fits in before it. */
const isNear = (due: number | undefined) => due !== undefined && due - Date.now() < stormLead + 8_000;
const pause = (random: Random) => sleep(random.between(200, 1_500));

/** Everything that must not have happened, and did. */
async function judge(world: World, { walks, storms }: Traffic, besides: readonly Walk[]): Promise<readonly Finding[]> {
  const ended = [...walks, ...besides];
  const riders = storms.flatMap(({ answers }) => answers.map(({ walk }) => walk));
  const checks: (() => Promise<readonly Finding[]>)[] = [
    async () => world.findings,
    ...ended.map((walk) => () => checkRecord(world, walk, true)),
    ...riders.map((walk) => () => checkRecord(world, walk, false)),
    ...[...ended, ...riders].map((walk) => () => checkDossier(world, walk)),
    ...world.sent.map((act) => () => checkAct(world, act)),
    ...storms.map((storm) => () => checkStorm(world, storm)),
    () => checkLetters(world, [...ended, ...riders]),
    () => checkRepairs(world),
  ];
  return (await pMap(checks, (check) => check(), { concurrency: 4 })).flat();
}
