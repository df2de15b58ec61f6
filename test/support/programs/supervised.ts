import { renameSync, writeFileSync } from 'node:fs';
import { claimDataDir } from '../../../ops/process/dataDirClaim.js';
import { endOnSignal } from '../../../ops/process/endOnSignal.js';
import { launch } from '../../../ops/process/launch.js';
import { createSupervisor } from '../../../ops/process/supervisor.js';

// A supervisor with three children: one that ends on SIGTERM, one with a child of its own, one that ignores SIGTERM.
const CHILDREN = {
  obedient: 'exec sleep 1000',
  parent: 'sleep 1000 & wait',
  stubborn: "trap '' TERM INT; while true; do sleep 1; done",
};

const [dataDir = '', pidsFile = ''] = process.argv.slice(2);
const supervisor = createSupervisor({ print: () => {}, backoff: { first: 50, longest: 200 } });
const end = endOnSignal(() => supervisor.close(), { stopIsSuccess: true, graceMs: 1000 });
try {
  const release = await claimDataDir(dataDir, () => {});
  process.on('exit', release);
} catch (error) {
  console.error((error as Error).message);
  await end(1);
}
const pids: Record<string, number[]> = {};
for (const [name, script] of Object.entries(CHILDREN)) {
  const start = async () => {
    const running = await launch('/bin/sh', ['-c', script]);
    pids[name] = [...(pids[name] ?? []), running.pid];
    // Replaced atomically: the test may read it at any moment.
    writeFileSync(`${pidsFile}.new`, JSON.stringify(pids));
    renameSync(`${pidsFile}.new`, pidsFile);
    return running;
  };
  await supervisor.add({ name, start });
}
console.log('up');
