import type { Random } from '../random.js';
import type { SetUp } from '../stack/servers.js';

/** The processes of a run. */
export const partNames = ['worker', 'api', 'secondApi', 'temporal', 'postgres', 'mail'] as const;
/** Those that a cluster has besides. */
const partsOfCluster = ['secondWorker', 'thirdWorker', 'proxy'] as const;
export type PartName = (typeof partNames)[number] | (typeof partsOfCluster)[number];

/** Something that goes wrong, for so many ms where it lasts. */
export type Fault =
  | { readonly kind: 'kill'; readonly parts: readonly PartName[] }
  | { readonly kind: 'freeze'; readonly part: PartName; readonly ms: number }
  /** A table that nobody may touch. */
  | { readonly kind: 'slow_database'; readonly table: string; readonly ms: number }
  | { readonly kind: 'full_disk'; readonly part: 'postgres' | 'api'; readonly ms: number }
  /** The second API's clock is ahead by so many ms, or behind. */
  | { readonly kind: 'clock'; readonly ahead: number; readonly ms: number }
  /** The mail server takes a letter, its reply is lost, and the worker is killed. */
  | { readonly kind: 'lost_reply' };
// `engine_store_lost` belongs here too, once workflows that are missing are started from the record while the product runs.

/** What is killed at once: each part alone or with others it may wait for. */
const kills: readonly (readonly PartName[])[] = [
  ['worker'],
  ['temporal'],
  ['postgres'],
  ['mail'],
  ['temporal', 'worker'],
  ['api', 'worker'],
  ['worker', 'api', 'secondApi', 'temporal'],
  ['postgres', 'temporal'],
  ['postgres', 'worker', 'api'],
];
/** What is killed of a cluster besides: what others of its kind stand in for, and all of a kind. */
const killsOfCluster: readonly (readonly PartName[])[] = [
  ['secondWorker'],
  ['api'],
  ['secondApi'],
  ['proxy'],
  ['worker', 'secondWorker', 'thirdWorker'],
  ['temporal', 'thirdWorker', 'secondApi'],
];
const tables = ['applications', 'intakes', 'events', 'outbox', 'arrival_marks'] as const;

/** Every fault once, in random order, with random durations. */
export function deckOf(random: Random, on: SetUp = 'embedded'): Fault[] {
  const isCluster = on === 'cluster';
  const briefly = () => random.between(500, 5_000);
  const clockOff = () => random.between(1_500, 4_000);
  return random.shuffled<Fault>([
    ...[...kills, ...(isCluster ? killsOfCluster : [])].map((parts) => ({ kind: 'kill' as const, parts })),
    ...[...partNames, ...(isCluster ? partsOfCluster : [])].map((part) => ({
      kind: 'freeze' as const,
      part,
      ms: briefly(),
    })),
    { kind: 'slow_database', table: random.pick(tables), ms: briefly() },
    { kind: 'full_disk', part: 'postgres', ms: briefly() },
    { kind: 'full_disk', part: 'api', ms: briefly() },
    { kind: 'clock', ahead: clockOff() * random.pick([1, -1]), ms: briefly() },
    { kind: 'lost_reply' },
  ]);
}

/** Faults without end: one deck after the other. */
export function* faultsOf(random: Random, on?: SetUp): Generator<Fault, never> {
  for (;;) yield* deckOf(random, on);
}

/** How long before a storm's cutoff its fault begins, in ms. */
export const stormLead = 4_000;

/** What goes wrong around the cutoffs of storms: first the database stands still from 4 s before to 3 s after. */
export function* stormFaultsOf(random: Random): Generator<Fault, never> {
  const around = stormLead + 3_000;
  yield { kind: 'freeze', part: 'postgres', ms: around };
  for (;;) {
    yield* random.shuffled<Fault>([
      { kind: 'freeze', part: 'postgres', ms: around },
      { kind: 'freeze', part: 'temporal', ms: around },
      { kind: 'freeze', part: 'worker', ms: around },
      { kind: 'freeze', part: 'secondApi', ms: around },
      { kind: 'slow_database', table: 'intakes', ms: around },
      { kind: 'kill', parts: ['postgres'] },
      { kind: 'kill', parts: ['worker', 'temporal'] },
    ]);
  }
}

/** A fault in a few words. */
export function wordsOf(fault: Fault): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  switch (fault.kind) {
    case 'kill':
      return `强制结束 / kill -9: ${fault.parts.join(' + ')}`;
    case 'freeze':
      return `冻结 / freeze: ${fault.part}, ${seconds(fault.ms)}`;
    case 'slow_database':
      return `数据库迟缓 / slow database: ${fault.table}, ${seconds(fault.ms)}`;
    case 'full_disk':
      return `磁盘已满 / full disk: ${fault.part}, ${seconds(fault.ms)}`;
    case 'clock':
      return `时钟偏差 / clock off: secondApi ${seconds(fault.ahead)}, ${seconds(fault.ms)}`;
    case 'lost_reply':
      return '邮件回执丢失 / reply to a letter lost, worker killed';
  }
}
