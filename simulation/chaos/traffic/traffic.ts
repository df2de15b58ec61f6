import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { World } from '../world.js';
import { paths } from './paths.js';
import { measureImport, prepareStorm, ride, type Storm } from './storm.js';
import { beginDraft, beginUnderWay, go, type Walk } from './walk.js';

/** People who go on while things break. */
export interface Traffic {
  readonly begins: Instant;
  readonly walks: readonly Walk[];
  readonly storms: readonly Storm[];
  start(): void;
  /** Opens no more applications; resolves when every application under way has come to its end, or cannot. */
  finish(): Promise<void>;
}

const drafts = paths.filter(({ from }) => !from);
const underWay = paths.filter(({ from }) => from);
const walkers = 4;
const stormSize = 16;
const minute = 60_000;
/** Into each minute, in ms: the cutoff of its storm. */
const stormAt = 40_000;

interface Prepared {
  readonly begins: Instant;
  readonly storms: readonly Storm[];
  readonly waiting: readonly { readonly start: Instant; readonly walk: Walk }[];
}

/** Imports what is under way from an instant on: deadlines are counted from it. */
async function prepareFrom(world: World, minutes: number, begins: Instant): Promise<Prepared> {
  const starts = Array.from({ length: minutes }, (_, index) => begins + index * minute);
  const storms: Storm[] = [];
  for (const start of starts) storms.push(await prepareStorm(world, start + stormAt, stormSize));
  const imported = starts.flatMap((start) => underWay.map((path) => ({ path, start })));
  const waiting = await pMap(
    imported.reverse(),
    async ({ path, start }) => ({ start, walk: await beginUnderWay(world, path, start) }),
    { concurrency: 4 },
  );
  return { begins, storms, waiting };
}

/** The same from as soon as this machine can. What was not ready in time is left to itself: its deadlines have passed unseen. */
async function prepareInTime(world: World, minutes: number): Promise<Prepared> {
  const importTakes = await measureImport(world);
  for (let margin = 2; ; margin *= 2) {
    const begins = Date.now() + 3_000 + minutes * (underWay.length + stormSize) * importTakes * margin;
    const prepared = await prepareFrom(world, minutes, begins);
    if (Date.now() <= begins) return prepared;
  }
}

/**
 * Prepares the applications that are under way at the beginning of each minute, and its storm, while everything still
 * runs. Drafts follow while things break.
 */
export async function prepareTraffic(world: World, minutes: number): Promise<Traffic> {
  const { random, findings } = world;
  const { begins, storms, waiting } = await prepareInTime(world, minutes);
  const walks: Walk[] = waiting.map(({ walk }) => walk);
  const going: Promise<unknown>[] = [];
  let isOver = false;

  const noting = (work: Promise<unknown>) =>
    work.catch((error: Error) => void findings.push({ rule: 'unfinished', text: error.message }));
  const fromDraft = async (path: (typeof drafts)[number]) => {
    const walk = await beginDraft(world, path);
    walks.push(walk);
    await go(world, walk);
  };
  // Each path once, however soon it is over; then again for as long as it lasts.
  const first = random.shuffled(drafts);
  const again: typeof first = [];
  const next = () => {
    if (again.length === 0) again.push(...random.shuffled(drafts));
    return first.shift() ?? (isOver ? undefined : again.shift());
  };
  const walker = async () => {
    for (let path = next(); path; path = next()) await noting(fromDraft(path));
  };
  return {
    begins,
    walks,
    storms,
    start() {
      for (const { start, walk } of waiting) {
        going.push(noting(sleep(Math.max(0, start - Date.now())).then(() => go(world, walk))));
      }
      for (const storm of storms) going.push(noting(ride(world, storm)));
      for (let count = 0; count < walkers; count += 1) going.push(walker());
    },
    async finish() {
      isOver = true;
      await Promise.all(going);
    },
  };
}
