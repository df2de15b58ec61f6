import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import request from 'supertest';
import type { Route } from '../../api/http/route.js';
import { openapiDocument } from '../../api/openapi/document.js';
import { routes } from '../../api/routes.js';
import { accessPage, reachOf } from '../../ops/documents/accessPage.js';
import { createCampaign } from '../../records/campaign/campaigns.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { stories } from '../../simulation/story/story.js';
import { anyBodyOf, anyText } from '../support/anyBody.js';
import { calendar2024 } from '../support/facts.js';
import { callerWith, campaignId, createOffice, type Name, type Office } from '../support/office.js';
import { startTestApi, type TestApi } from '../support/testApi.js';

/** One of each role, all of them near to `near` and far from `far`. */
const people: readonly (readonly [Role, Name])[] = [
  ['applicant', 'applicant'],
  ['unit', 'unit'],
  ['department', 'department'],
  ['office', 'office'],
  ['finance', 'finance'],
  ['expert', 'expert'],
  ['chair', 'chair'],
  ['supervisor', 'supervisor'],
  ['operator', 'operator'],
];
const foreignCampaign = 'another-campaign';

let api: TestApi;
let office: Office;
let near: string;
let far: string;
beforeAll(async () => {
  const slow = async () => ({ kind: 'slow' }) as const;
  const engine = (real: TestApi['deps']['engine']) => ({ ...real, act: slow, repair: slow, actOnCampaign: slow });
  const limits = { objectionsFromAddress: 1e6, lookUpsFromAddress: 1e6, requestsFromAddress: 1e6 };
  api = await startTestApi({ name: 'access', at: '2024-08-12T10:00:00+08:00', worker: false, engine, limits });
  office = await createOffice(api);
  near = await office.application(stories.committee_audit, { applicantId: office.ids.applicant });
  const others = { ...aksu2024, id: foreignCampaign };
  const by = { changedBy: 'test', changedAt: Date.parse('2024-07-15T09:00:00+08:00'), reason: '通知印发' };
  await createCampaign(
    api.db,
    { id: others.id, title: others.title, policy: others, calendar: calendar2024, state: 'open' },
    by,
  );
  far = await office.application(stories.committee_audit, {
    applicantId: office.ids.stranger,
    unitId: 'unit-2',
    policy: others,
  });
});
afterAll(() => api.close());

/** A path with its parameters filled in; ids of other things than applications and campaigns name nothing. */
function addressOf({ path }: Pick<Route, 'path'>, foreign: boolean): string {
  return path
    .replace('/applications/{id}', `/applications/${foreign ? far : near}`)
    .replace('/campaigns/{id}', `/campaigns/${foreign ? foreignCampaign : campaignId}`)
    .replace('{event}', 'begin')
    .replaceAll(/\{\w+\}/g, randomUUID());
}

/** The status and code of an answer. Each is asked in a session of its own: some routes end the one they are asked in. */
async function answerOf(route: Route, name: Name | null, foreign: boolean) {
  const caller = name === null ? request(api.app) : callerWith(api.app, await office.keyOf(name));
  const asked = caller[route.method](addressOf(route, foreign));
  const reply = await (route.method === 'get' ? asked : asked.set('Idempotency-Key', randomUUID()).send({}));
  return { status: reply.status, code: reply.body?.items?.length === 0 ? 'nothing' : String(reply.body?.code ?? '') };
}

const refusedAtTheDoor = ({ status, code }: { readonly status: number; readonly code: string }) =>
  status === 401 || ['not_permitted', 'role_not_allowed', 'not_found'].includes(code);
const called = routes.filter(({ path }) => path !== '/metrics');
const named = (route: Route) => `${route.method} ${route.path}`;

describe('docs/access.md', () => {
  test('shows who reaches what as the code has it; `npm run docs` writes it anew', () => {
    expect(readFileSync('docs/access.md', 'utf8')).toBe(accessPage());
  });
});

describe('Every cell of the access table', () => {
  test('nobody without a session reaches more than what is public', async () => {
    const wrong: string[] = [];
    for (const route of called) {
      const { status } = await answerOf(route, null, false);
      if (status >= 500 && route.path !== '/readyz') wrong.push(`${named(route)} ${status}`);
      if ((status === 401) === (reachOf(route, null) === 'all') && !/sign-in|webhook/.test(route.path))
        wrong.push(`${named(route)} ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(people)(
    '%s reaches what it may, and nothing foreign',
    async (role, name) => {
      const wrong: string[] = [];
      for (const route of called) {
        const reach = reachOf(route, role);
        const own = await answerOf(route, name, false);
        if (own.status >= 500 && route.path !== '/readyz') wrong.push(`${named(route)}: ${own.status}`);
        if (reach === 'none' && !refusedAtTheDoor(own)) wrong.push(`${named(route)}: ${own.status} ${own.code}`);
        // Which dossiers experts and chairs judge now depends on more than their role.
        const judged = ['expert', 'chair'].includes(role) && route.roles === 'signed in';
        if (reach !== 'none' && !judged && ['not_permitted', 'not_signed_in'].includes(own.code))
          wrong.push(`${named(route)}: ${own.code}`);
        if (reach === 'all' || !/\/(applications|campaigns)\/\{id\}/.test(route.path)) continue;
        const foreign = await answerOf(route, name, true);
        if (!refusedAtTheDoor(foreign) && foreign.code !== 'nothing')
          wrong.push(`${named(route)} of another: ${foreign.status} ${foreign.code}`);
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});

const document = openapiDocument() as unknown as Parameters<typeof anyBodyOf>[0];

/** More by the environment: `npm run fuzz`. */
const runs = Number(process.env.FUZZ_REQUESTS ?? 400);

test(`whatever ${runs} requests bring, the answer is no fault of the server and refusals are problems`, async () => {
  const sessions = new Map<Name, string>();
  for (const [, name] of people) sessions.set(name, await office.keyOf(name));
  const fuzzed = called.filter(({ path }) => !/sign-out|\/readyz|sessions/.test(path));
  const sent = fc.constantFrom(...fuzzed).chain((route) =>
    fc.record({
      route: fc.constant(route),
      name: fc.constantFrom(...sessions.keys()),
      ids: fc.infiniteStream(
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(near, campaignId, randomUUID()) }, anyText),
      ),
      query: fc.dictionary(fc.constantFrom('limit', 'cursor', 'status', 'unit', 'as', 'q', 'campaign', 'x'), anyText),
      body: anyBodyOf(document, route),
      key: fc.oneof(
        fc.uuid(),
        anyText.map((text) => encodeURIComponent(text)),
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(sent, async ({ route, name, ids, query, body, key }) => {
      const filled = route.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(ids.next().value));
      const asked = callerWith(api.app, sessions.get(name) ?? '')[route.method](
        `${filled}?${new URLSearchParams(query)}`,
      );
      const reply = await (route.method === 'get'
        ? asked
        : asked
            .set('Idempotency-Key', key)
            .type('json')
            .send(JSON.stringify(body) ?? ''));
      const known = reply.status < 500 || reply.body.code === 'engine_unreachable';
      if (!known) throw new Error(`${route.method} ${filled} answers ${reply.status}`);
      if (reply.status >= 400) expect(reply.type).toBe('application/problem+json');
    }),
    { numRuns: runs },
  );
}, 900_000);
