import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ROOT } from '../../../config/environment.js';

const lean = pathToFileURL(path.join(ROOT, 'ops', 'process', 'leanThreads.mjs')).href;
/** What a thread does that runs workflows as the SDK does: hooks for stacks of promises, and scopes that follow promises in a context of their own. */
const inThread = `
  import { AsyncLocalStorage } from 'node:async_hooks';
  import v8 from 'node:v8';
  import vm from 'node:vm';
  import { parentPort } from 'node:worker_threads';
  let stacks = 0;
  const scope = new AsyncLocalStorage();
  const context = vm.createContext({ scope }, { microtaskMode: 'afterEvaluate' });
  v8.promiseHooks.createHook({ init: () => { stacks += 1; }, settled: () => undefined });
  const seen = vm.runInContext(
    'const seen = []; scope.run("own", async () => { seen.push(scope.getStore()); await Promise.race([Promise.resolve()]); seen.push(scope.getStore()); }); seen',
    context,
  );
  setImmediate(() => parentPort.postMessage(JSON.stringify({ seen: [...seen], stacks })));
`;

test('a thread that keeps no stacks of promises still knows the scope a promise was made in', async () => {
  const file = JSON.stringify(`data:text/javascript,${encodeURIComponent(inThread)}`);
  const main = `new (require('node:worker_threads').Worker)(new URL(${file})).on('message', (text) => console.log(text))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', lean, '-e', main], { cwd: ROOT });
  expect(JSON.parse(stdout)).toEqual({ seen: ['own', 'own'], stacks: 0 });
});
