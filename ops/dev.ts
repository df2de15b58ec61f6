import path from 'node:path';
import { inheritEnvironment, ROOT } from '../config/environment.js';
import { launch } from './process/launch.js';
import { freePort, isAnswering, until } from './process/ports.js';
import { type ProductOptions, runInstallation } from './start/installation.js';
import { productParts } from './start/productParts.js';

// The worker bundles these without importing them.
const reloadOn = ['workflows/**/*.ts', 'rules/**/*.ts'];

/** Vite in front of the API, at the address people open: pages reload when their sources change. */
async function startPages({ ports, log }: ProductOptions, apiPort: number) {
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    vite,
    'portal',
    '--host',
    '127.0.0.1',
    '--port',
    String(ports.api),
    '--strictPort',
    '--clearScreen=false',
  ];
  const env = inheritEnvironment({ PINGSHEN_API_URL: `http://127.0.0.1:${apiPort}` });
  const running = await launch(process.execPath, args, { cwd: ROOT, env, onLine: log.linesOf('portal') });
  const ready = await until(() => isAnswering(ports.api), { timeoutMs: 60_000, stopped: running.exited });
  if (ready) return running;
  await running.stop();
  throw new Error('网页没有就绪，见上面的日志 / the pages did not become ready, see above');
}

await runInstallation({
  need: [],
  parts: async (options) => {
    const apiPort = await freePort();
    const pages = { name: 'portal', start: () => startPages(options, apiPort) };
    return [...productParts(options, { apiPort, reloadOn }), pages];
  },
});
