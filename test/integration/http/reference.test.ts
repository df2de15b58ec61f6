import { readFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { openapiDocument } from '../../../api/openapi/document.js';
import { routes } from '../../../api/routes.js';
import { personEvents } from '../../../rules/application/lifecycle.js';
import { stubDeps } from './stubDeps.js';

// None of these pages touches the database or the engine.
const app = createApp(stubDeps());

describe('The reference', () => {
  test('in docs/openapi.json is what the schemas say', async () => {
    const kept = JSON.parse(await readFile(path.join(process.cwd(), 'docs', 'openapi.json'), 'utf8'));
    // When this fails: npx tsx ops/docs.ts
    expect(kept).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
  });

  test('has every event of the law and names each operation once', () => {
    const { paths = {} } = openapiDocument();
    for (const event of personEvents) expect(paths[`/api/applications/{id}/actions/${event}`]?.post).toBeDefined();
    const ids = routes.map(({ method, path: at }) => paths[at]?.[method]?.operationId);
    expect(new Set(ids).size).toBe(routes.length);
  });

  test('is served as OpenAPI 3.1', async () => {
    const { body } = await request(app).get('/openapi.json').expect(200);
    expect(body.openapi).toBe('3.1.0');
  });

  test.each(['/docs'])('the page %s needs no other host and no script', async (page) => {
    const { text, headers } = await request(app).get(page).expect(200);
    expect(headers['content-type']).toContain('text/html');
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(/i);
    const links = [...text.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatch(/^[#/]/);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
  });

  test('shows every operation', async () => {
    const { text } = await request(app).get('/docs');
    for (const { path: at } of routes) expect(text).toContain(at);
  });
});

describe('A machine that watches', () => {
  test('is told that the process lives, and that it cannot serve without database and engine', async () => {
    await request(app).get('/healthz').expect(200, { status: 'ok' });
    const { body } = await request(app).get('/readyz').expect(503);
    expect(body).toEqual({ status: 'unavailable', database: false, engine: false, worker: false, clocks: true });
  });

  test('gets figures even while the database is away', async () => {
    const { text } = await request(app).get('/metrics').expect(200);
    expect(text).toContain('pingshen_backlog_read_ok 0');
  });
});
