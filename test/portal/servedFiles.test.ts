import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../api/createApp.js';
import { type Deps, defaultLimits } from '../../api/deps.js';
import { createMetrics } from '../../api/http/metrics.js';
import { ROOT } from '../../config/environment.js';

const portalDir = path.join(ROOT, 'portal', 'dist');
// Serving files uses neither the database nor the engine.
const app = createApp({
  publicUrl: 'http://pingshen.test',
  temporalUiUrl: null,
  portalDir,
  published: { docs: true, metrics: 'nobody' },
  logger: pino({ level: 'silent' }),
  metrics: createMetrics(),
  limits: defaultLimits,
  clock: Date.now,
} as unknown as Deps);
const html = { Accept: 'text/html' };

describe('The portal', () => {
  test.each(['/', '/sign-in', '/applications/1', '/unit?status=draft'])(
    '%s is its page, asked for anew',
    async (at) => {
      const { text, headers } = await request(app).get(at).set(html).expect(200);
      expect(text).toContain('<div id="root">');
      expect(headers['content-type']).toContain('text/html');
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  test('has something to read before its scripts have come, and names early what the first page needs', async () => {
    const { text } = await request(app).get('/sign-in').set(html).expect(200);
    expect(text).toMatch(/<div id="root">.*正在打开.*<\/div>/s);
    const early = [...text.matchAll(/rel="modulepreload"[^>]*href="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(early).toEqual(expect.arrayContaining([expect.stringContaining('signIn')]));
    for (const file of early) await request(app).get(file).expect(200);
    const signedIn = await request(app)
      .get('/')
      .set({ ...html, Cookie: '__Host-pingshen.session=any' })
      .expect(200);
    expect(signedIn.text).not.toContain('modulepreload');
    // Each file costs a kilobyte of headers: a first page of many small ones is slow on a slow network.
    expect([...text.matchAll(/\/assets\//g)].length).toBeLessThan(12);
  });

  test('lets no script but its own files run, and frames nothing foreign', async () => {
    const { text, headers } = await request(app).get('/').set(html).expect(200);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("font-src 'self'");
    expect(policy).toContain("frame-src 'self' blob:");
    expect(text).not.toMatch(/<script(?![^>]*\bsrc="\/assets\/)/);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test.each(['br', 'gzip'])('sends its scripts compressed (%s) and lets them be kept for ever', async (encoding) => {
    const script = (await readdir(path.join(portalDir, 'assets'))).find((file) => /^react-.*\.js$/.test(file));
    const { headers } = await request(app).get(`/assets/${script}`).set('Accept-Encoding', encoding).expect(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toContain('javascript');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers.vary).toContain('Accept-Encoding');
  });

  test.each(['/assets/gone-1a2b3c4d.js', '/favicon.ico', '/docs/none'])(
    '%s is not there, page or no page',
    async (at) => {
      const { headers } = await request(app).get(at).set(html).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['cache-control'] ?? '').not.toContain('immutable');
    },
  );

  test('an unknown address of the API is a problem, even to a browser', async () => {
    const { body } = await request(app).get('/api/notices/none/none').set(html).expect(401);
    expect(body.code).toBe('not_signed_in');
  });

  test('who asks for something else than a page gets a problem', async () => {
    await request(app).get('/unit').set('Accept', 'application/json').expect(404);
  });
});
