import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import type { Deps } from '../../../api/deps.js';
import { endConnections, limitConnections } from '../../../api/http/limitConnections.js';
import { stubDeps } from './stubDeps.js';

const appWith = (deps: Partial<Deps> = {}) => createApp({ ...stubDeps(), ...deps });
const app = appWith();
const motion = '00000000-0000-4000-8000-000000000000';

describe('Control characters in an address', () => {
  test.each(['/api/notices/%00', '/notices/a%00b', '/api/certificates/%01', `/api/ballots/${motion}%00`, '/%7f'])(
    '%s is not there',
    async (path) => {
      const { body } = await request(app).get(path).expect(404);
      expect(body.code).toBe('not_found');
    },
  );

  test.each(['/api/notices?cursor=%00', '/notices?q=a%00', '/api/law?%00=1', '/api/notices?cursor=a&cursor=%1b'])(
    '%s is refused',
    async (path) => {
      const { body } = await request(app).get(path).expect(422);
      expect(body.code).toBe('body_invalid');
    },
  );
});

describe('Every answer', () => {
  test.each([
    ['get', '/healthz'],
    ['get', '/api/me'],
    ['get', '/notices/none'],
    ['get', '/nothing/there.txt'],
    ['post', `/api/ballots/${motion}`],
    ['options', '/codec/decode'],
  ] as const)('%s %s carries the security headers', async (method, path) => {
    const { headers } = await request(app)[method](path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('is compressed where that is worth it, but not that to a ballot', async () => {
    const law = await request(app).get('/openapi.json').set('Accept-Encoding', 'gzip').expect(200);
    expect(law.headers['content-encoding']).toBe('gzip');
    const ballot = await request(app).post(`/api/ballots/${motion}`).set('Accept-Encoding', 'gzip');
    expect(ballot.headers['content-encoding']).toBeUndefined();
  });
});

describe('An installation that is no demo', () => {
  const closed = appWith({ published: { docs: false, metrics: 'nobody' } });

  test.each(['/docs', '/openapi.json', '/metrics'])('keeps %s to itself', async (path) => {
    await request(closed).get(path).expect(404);
  });

  test('shows its figures to who has the token', async () => {
    const guarded = appWith({ published: { docs: false, metrics: { token: 'of-prometheus' } } });
    await request(guarded).get('/metrics').expect(401);
    await request(guarded).get('/metrics').set('Authorization', 'Bearer of-prometheu').expect(401);
    await request(guarded).get('/metrics').set('Authorization', 'Bearer of-prometheus').expect(200);
  });
});

describe('Limits by address', () => {
  const limits = { ...stubDeps().limits, requestsFromAddress: 2 };
  const from = (on: typeof app, address: string) => request(on).get('/api/me').set('X-Forwarded-For', address);

  test('count who stands behind a proxy that is named', async () => {
    const behind = appWith({ limits, trustedProxies: ['loopback'] });
    for (const expected of [401, 401, 429]) expect((await from(behind, '203.0.113.1')).status).toBe(expected);
    expect((await from(behind, '203.0.113.2')).status).toBe(401);
  });

  test('believe no header from anybody else', async () => {
    const alone = appWith({ limits });
    const statuses = [];
    for (const n of [1, 2, 3]) statuses.push((await from(alone, `203.0.113.${n}`)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });
});

describe('A connection', () => {
  let server: Server;
  const sockets: Socket[] = [];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  async function open(limits?: Parameters<typeof limitConnections>[2], deps: Partial<Deps> = {}) {
    server = limitConnections(createServer(appWith({ bodyPauseMs: 100, ...deps })), () => false, limits);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return () => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('error', () => undefined);
      sockets.push(socket);
      return socket;
    };
  }
  const untilClosed = (socket: Socket) =>
    new Promise<string>((resolve) => {
      let received = '';
      socket.on('data', (chunk) => {
        received += String(chunk);
      });
      socket.once('close', () => resolve(received));
    });
  const head = (path: string, length: number) =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

  test.each(['/api/auth/sign-in', `/api/ballots/${motion}`])(
    'that stops in the body to %s is cut off',
    async (path) => {
      const socket = (await open())();
      socket.write(`${head(path, 100)}{"email":`);
      expect(await untilClosed(socket)).toContain('HTTP/1.1 408');
    },
  );

  test('whose answer takes longer than a body may pause gets it', async () => {
    const slow = () => new Promise<number>((resolve) => setTimeout(resolve, 300, Date.now()));
    const socket = (await open(undefined, { clock: slow }))();
    socket.write('GET /api/config HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(await untilClosed(socket)).toContain('HTTP/1.1 200');
  });

  test('serves the next request after a body that was refused', async () => {
    const socket = (await open())();
    const size = 2_000_000;
    const answers = untilClosed(socket);
    socket.write(`${head('/api/auth/sign-in', size)}${'x'.repeat(size)}`);
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    const text = await answers;
    expect(text).toContain('HTTP/1.1 413');
    expect(text).toContain('HTTP/1.1 200');
  });

  test('lasts until the page at its other end asks again', async () => {
    const longestPause = 66_000;
    const socket = (await open())();
    const answer = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))));
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(1000 * Number(/Keep-Alive: timeout=(\d+)/i.exec(await answer)?.[1])).toBeGreaterThan(longestPause);
  });

  const beforeIdleEnds = 20_000;
  test(
    'is closed when the server ends, once its request is answered',
    async () => {
      let answer: (now: number) => void = () => undefined;
      const asked = new Promise<void>((resolve) => {
        const clock = () => {
          resolve();
          return new Promise<number>((answered) => {
            answer = answered;
          });
        };
        void open(undefined, { clock }).then((dial) => dial().write('GET /api/config HTTP/1.1\r\nHost: a\r\n\r\n'));
      });
      await asked;
      const [socket] = sockets;
      const received = socket && untilClosed(socket);
      const ended = endConnections(server);
      answer(Date.now());
      expect(await received).toContain('HTTP/1.1 200');
      await ended;
    },
    beforeIdleEnds,
  );

  test('is one of a few that an address may hold', async () => {
    const dial = await open({ all: 10, fromAddress: 2, headersMs: 15_000, requestMs: 180_000, idleMs: 75_000 });
    const held = [dial(), dial()];
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await untilClosed(dial())).toBe('');
    expect(held.every((socket) => !socket.destroyed)).toBe(true);
  });
});
