import { createServer, type Server } from 'node:net';
import { readStartOptions, takenPorts } from '../../../ops/start/startOptions.js';

let holder: Server;
let held: number;

beforeAll(async () => {
  holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  held = (holder.address() as { port: number }).port;
});
afterAll(() => new Promise((resolve) => holder.close(resolve)));

test('a port in use is reported with its part, its number and the option that changes it', async () => {
  const ports = readStartOptions(['--mail-port', String(held)]);
  const [sentence] = await takenPorts(ports, ['mail']);
  expect(sentence).toContain(`端口 ${held}（邮件收件箱`);
  expect(sentence).toContain(`port ${held}`);
  expect(sentence).toContain('--mail-port');
});

test('two parts on one port are reported before anything starts', async () => {
  const ports = readStartOptions(['--port', '45671', '--temporal-ui-port', '45671']);
  expect(await takenPorts(ports, ['api', 'temporalUi'])).toHaveLength(2);
});

test('an unknown option is refused with the list of options', () => {
  expect(() => readStartOptions(['--prot', '1'])).toThrow('--temporal-ui-port');
  expect(() => readStartOptions(['--port', '70000'])).toThrow('--port');
});

test('the option beats the environment, and the environment the usual port', () => {
  expect(readStartOptions([]).api).toBe(8080);
  expect(readStartOptions([], 9000).api).toBe(9000);
  expect(readStartOptions(['--port', '9001'], 9000).api).toBe(9001);
});
