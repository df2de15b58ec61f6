import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Balancer, balance } from '../../../ops/cluster/balance.js';
import { until } from '../../../ops/process/ports.js';

const opened: Server[] = [];
let balancer: Balancer | undefined;
afterEach(async () => {
  await balancer?.close();
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

/** An API that says its name, and whether it is ready. */
async function api(name: string, state = { ready: true }): Promise<Server> {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/readyz' && !state.ready ? 503 : 200;
    response.end(`${name} ${request.headers['x-forwarded-for'] ?? ''}`);
  });
  await listen(server);
  opened.push(server);
  return server;
}

async function inFrontOf(apis: readonly Server[]): Promise<string> {
  balancer = balance(apis.map(portOf));
  await listen(balancer.server);
  return `http://127.0.0.1:${portOf(balancer.server)}`;
}

const ask = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init);
  return { status: response.status, by: response.headers.get('x-served-by'), text: await response.text() };
};
const byOf = async (url: string, times: number) =>
  new Set(await Promise.all(Array.from({ length: times }, async () => (await ask(url)).by)));

test('requests go to the APIs in turn, with the address of who asks', async () => {
  const url = await inFrontOf([await api('one'), await api('two')]);
  expect(await byOf(url, 4)).toEqual(new Set(['0', '1']));
  expect((await ask(url)).text).toMatch(/^(one|two) 127\.0\.0\.1$/);
});

test('an API that is not ready gets nothing until it is', async () => {
  const state = { ready: false };
  const url = await inFrontOf([await api('one'), await api('two', state)]);
  expect(await until(async () => (await byOf(url, 4)).size === 1, { timeoutMs: 10_000 })).toBe(true);
  expect(await byOf(url, 4)).toEqual(new Set(['0']));
  state.ready = true;
  expect(await until(async () => (await byOf(url, 4)).size === 2, { timeoutMs: 10_000 })).toBe(true);
});

test('of an API that is gone, reading is passed on and writing is refused for its sender to repeat', async () => {
  const gone = await api('one');
  const url = await inFrontOf([gone, await api('two')]);
  await byOf(url, 2);
  gone.closeAllConnections();
  await new Promise((resolve) => gone.close(resolve));
  expect((await Promise.all([ask(url), ask(url)])).map(({ status }) => status)).toEqual([200, 200]);
  const posts = await Promise.all([1, 2].map(() => ask(url, { method: 'POST', body: '{}' })));
  for (const { status } of posts) expect([200, 502]).toContain(status);
});

test('where there is no API, the answer says so', async () => {
  const gone = await api('one');
  const url = await inFrontOf([gone]);
  gone.closeAllConnections();
  await new Promise((resolve) => gone.close(resolve));
  expect((await ask(url)).status).toBe(503);
});
