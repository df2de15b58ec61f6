import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../config/environment.js';

const ours = ['activities', 'api', 'bench', 'config', 'engine', 'ops', 'prover', 'simulation', 'test', 'worker'];

// In a process of its own: what it is about ends the process it happens in.
const script = (opened: string) => `
  import { createServer } from 'node:net';
  import { cancelsOnceClosed, openConnection } from './config/openConnection.js';
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { Connection } = await import('@temporalio/client');
  Connection.connect = async (options) => Connection.lazy(options);
  const address = '127.0.0.1:' + server.address().port;
  const connection = await ${opened};
  const call = connection.workflowService.getSystemInfo({}).catch((error) => error);
  await new Promise((resolve) => server.once('connection', resolve));
  await connection.close();
  server.close();
  console.log('cancelled', (await call).code);
`;

test.each([
  ['by the product', 'openConnection({ address })'],
  ['by the SDK', 'Connection.lazy({ address, plugins: [cancelsOnceClosed] })'],
])(
  'a connection opened %s and closed while a call waits to be repeated cancels it, and the process runs on',
  async (_by, opened) => {
    const run = promisify(execFile);
    const { stdout } = await run(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', script(opened)],
      {
        cwd: ROOT,
      },
    );
    expect(stdout.trim()).toBe('cancelled 1');
  },
);

test('no connection is opened in another way', async () => {
  const elsewhere: string[] = [];
  for (const folder of ours) {
    const files = await readdir(path.join(ROOT, folder), { recursive: true });
    for (const file of files.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name))) {
      if (file === path.join('config', 'openConnection.ts') || file.endsWith('openConnection.test.ts')) continue;
      const source = await readFile(path.join(ROOT, file), 'utf8');
      // The SDK's test environments open one of their own.
      const environments = source.match(/TestWorkflowEnvironment\.create/g)?.length ?? 0;
      const cancelling = source.match(/plugins: \[cancelsOnceClosed\]/g)?.length ?? 0;
      if (/(?<!Native)Connection\.(connect|lazy)\(/.test(source) || environments > cancelling) elsewhere.push(file);
    }
  }
  expect(elsewhere).toEqual([]);
});
