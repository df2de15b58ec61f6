import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { until } from '../../../ops/process/ports.js';
import type { Part } from '../stack/part.js';
import type { World } from '../world.js';
import { limitFileSize } from './limitFileSize.js';
import type { Fault, PartName } from './plan.js';

/** Causes a fault and waits until it is over and what was killed runs again. */
export async function causeFault(world: World, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'kill':
      return await disturbing(world, fault.parts, () => killAll(world, fault.parts));
    case 'freeze':
      return await disturbing(world, [fault.part], () => partOf(world, fault.part).freeze(fault.ms));
    case 'slow_database':
      return await lockTable(world.servers.ownerUrl, fault);
    case 'full_disk':
      return await disturbing(world, [fault.part], () => fillDisk(partOf(world, fault.part), fault));
    case 'clock':
      return await disturbing(world, ['secondApi'], () => shiftClock(world, fault));
    case 'lost_reply':
      return await loseReply(world);
  }
}

const killAll = async (world: World, parts: readonly PartName[]) => {
  await Promise.all(parts.map((name) => partOf(world, name).kill()));
};

export function partOf({ stack, servers }: World, name: PartName): Part {
  const [api, secondApi] = stack.apis;
  const [worker, secondWorker, thirdWorker] = stack.workers;
  const { proxy } = stack;
  const { temporal, postgres, mail } = servers;
  const part = { worker, secondWorker, thirdWorker, api, secondApi, proxy, temporal, postgres, mail }[name];
  if (!part) throw new Error(`no ${name}`);
  return part;
}

/** Notes from when to when these parts may have lost what had reached them. */
async function disturbing(world: World, parts: readonly PartName[], cause: () => Promise<unknown>): Promise<void> {
  const disturbance = { parts, from: Date.now(), to: Number.POSITIVE_INFINITY };
  world.disturbances.push(disturbance);
  await cause();
  disturbance.to = Date.now();
}

/** Nobody reads or writes the table in the meantime. */
async function lockTable(url: string, { table, ms }: Extract<Fault, { kind: 'slow_database' }>): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`BEGIN; LOCK TABLE ${client.escapeIdentifier(table)} IN ACCESS EXCLUSIVE MODE`);
    await sleep(ms);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** PostgreSQL, whose journal is larger, ends when it cannot write; an API refuses what it cannot store. */
async function fillDisk(process: Part, { part, ms }: Extract<Fault, { kind: 'full_disk' }>): Promise<void> {
  const [starts, pid] = [process.starts(), process.pid()];
  await limitFileSize(pid, part === 'api' ? 0 : 64 * 1024);
  await until(async () => process.starts() > starts, { timeoutMs: ms });
  if (process.starts() === starts) await limitFileSize(pid, null);
}

async function shiftClock({ stack, shifts, findings }: World, { ahead, ms }: Extract<Fault, { kind: 'clock' }>) {
  const [, second] = stack.apis;
  if (!second) throw new Error('no second API');
  shifts[1] = ahead;
  await second.shiftClock(ahead);
  const noticed = async () => {
    const state = await fetch(`${second.url}/readyz`).then((response) => response.text());
    return (JSON.parse(state) as { readonly clocks: boolean }).clocks === false;
  };
  const within = { timeoutMs: 10_000, everyMs: 200 };
  if (!(await until(() => noticed().catch(() => false), within))) {
    findings.push({ rule: 'clock', text: `the second API's clock was ${ahead} ms off, and /readyz did not say so` });
  }
  await sleep(ms);
  await second.shiftClock(0);
  shifts[1] = 0;
}

async function loseReply({ stack, servers }: World): Promise<void> {
  // Any of them may be the one that waits for it.
  const starts = () => stack.workers.reduce((sum, worker) => sum + worker.starts(), 0);
  const before = starts();
  let killing: Promise<unknown> = Promise.resolve();
  servers.tap.loseNextAnswer(() => {
    killing = Promise.all(stack.workers.map((worker) => worker.kill()));
  });
  // Letters are under way all the time; without one there is nothing to lose.
  await until(async () => starts() > before, { timeoutMs: 20_000 });
  await killing;
}
