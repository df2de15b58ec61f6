import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { createApp } from '../../../api/createApp.js';
import type { Deps } from '../../../api/deps.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { statusOf } from '../../../api/http/problem.js';
import { findApplication } from '../../../records/application/applications.js';
import { findIntake } from '../../../records/application/intakes.js';
import { isRefusal, mayAct } from '../../../rules/application/decide.js';
import {
  type EventName,
  findLaw,
  personEvents,
  type Role,
  type Status,
  statuses,
} from '../../../rules/application/lifecycle.js';
import { judge } from '../../../rules/application/timers.js';
import { type Instant, isoInBeijing } from '../../../rules/calendar/instant.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { policyFor, runStory, stories } from '../../../simulation/story/story.js';
import { calendar2024, draft } from '../../support/facts.js';
import { addCampaign, type Caller, callerWith, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { bodyOf } from '../http/bodyOf.js';

/** Campaigns of the statuses that the 2024 campaign does not have. */
const others = new Map<Status, Policy>(
  statuses.flatMap((status) => {
    const policy = policyFor(status, aksu2024);
    return isDeepStrictEqual(policy, aksu2024) ? [] : [[status, { ...policy, id: `with-${status}` }]];
  }),
);
/** The policy of a campaign that has this status. */
const policyOf = (status: Status) => others.get(status) ?? aksu2024;

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'every-act', at: '2024-07-23T10:00:00+08:00' });
  office = await createOffice(api);
  for (const policy of others.values()) await addCampaign(api, office, policy);
});
afterAll(() => api.close());

const people = ['applicant', 'unit', 'department', 'office', 'finance', 'expert', 'supervisor', 'operator'] as const;
type Person = (typeof people)[number];
const allowedIn = (status: Status, event: EventName, role: Role) =>
  findLaw(status, event)?.allowedRoles.includes(role) ?? false;
const scopesIn = ({ id }: Policy): Readonly<Record<Person, string | null>> => ({
  applicant: 'unit-1',
  unit: 'unit-1',
  department: 'department-1',
  office: id,
  finance: id,
  expert: id,
  supervisor: id,
  operator: null,
});

/** The API at another instant, over the same database and engine. */
function apiAt(at: Instant): Deps {
  const clockOffset = at - Date.now();
  return { ...api.deps, metrics: createMetrics(), clockOffset, clock: () => Date.now() + clockOffset };
}

/** The API at the instant at which an application reaches a status, with a caller for each role. */
async function stage(status: Status) {
  const deps = apiAt(runStory(draft(), stories[status], policyOf(status), calendar2024).at + 1_000);
  const app = createApp(deps);
  const keys = await Promise.all(people.map(async (role) => [role, await office.keyOf(role)] as const));
  const callers = Object.fromEntries(keys.map(([role, key]) => [role, callerWith(app, key)])) as Record<Person, Caller>;
  const open = async () => {
    const candidate = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories[status], {
      applicantId: candidate.id,
      deps,
      policy: policyOf(status),
    });
    const before = await findApplication(api.db, id);
    if (!before) throw new Error('it was opened');
    return { id, before, cast: { ...callers, applicant: callerWith(app, candidate.key) } };
  };
  return { deps, open };
}

describe.each(statuses)('In the status %s', (status) => {
  const policy = policyOf(status);
  const scopes = scopesIn(policy);
  let at: Awaited<ReturnType<typeof stage>>;
  beforeAll(async () => {
    at = await stage(status);
  });

  test('everybody is refused everything the law does not give them', async () => {
    const { deps } = at;
    const { id, before, cast } = await at.open();
    expect(before.status).toBe(status);
    const tries = personEvents.flatMap((event) => people.map((role) => ({ event, role })));
    const refused = tries.filter(({ event, role }) => !allowedIn(status, event, role));
    const answer = async ({ event, role }: (typeof refused)[number]) => {
      const body = bodyOf(before.facts, event, await deps.clock(), policy);
      const { status: code } = await cast[role].post(`/api/applications/${id}/actions/${event}`).send(body);
      return `${role} ${event}: ${code}`;
    };
    const answers: string[] = [];
    for (let from = 0; from < refused.length; from += 8) {
      answers.push(...(await Promise.all(refused.slice(from, from + 8).map(answer))));
    }
    const now = await deps.clock();
    const expected = ({ event, role }: (typeof refused)[number]) => {
      const personId = role === 'applicant' ? before.applicantId : office.ids[role];
      const refusal = mayAct(before.facts, event, { role, personId, scope: scopes[role] }, policy, calendar2024, now);
      return `${role} ${event}: ${refusal && statusOf[refusal.code]}`;
    };
    expect(answers).toEqual(refused.map(expected));
    expect(new Set(answers.map((line) => line.slice(-3)))).toEqual(new Set(['403', '409']));
    expect((await findApplication(api.db, id))?.facts).toEqual(before.facts);
  });

  const allowed = personEvents.flatMap((event) =>
    people.filter((role) => allowedIn(status, event, role)).map((role) => [role, event] as const),
  );
  if (allowed.length === 0) return;
  test.each(allowed)('%s may %s, and gets what the law says of it', async (role, event) => {
    const { deps } = at;
    const { id, before, cast } = await at.open();
    const key = randomUUID();
    const body = bodyOf(before.facts, event, await deps.clock(), policy);
    const response = await cast[role]
      .post(`/api/applications/${id}/actions/${event}`)
      .set('Idempotency-Key', key)
      .send(body);
    const intake = await findIntake(api.db, { applicationId: id, key });
    if (!intake) throw new Error(`not registered: ${JSON.stringify(response.body)}`);
    const expected = judge(before.facts, intake.act, policy, calendar2024, await deps.clock());
    if (isRefusal(expected)) {
      expect(response.body).toMatchObject({ code: expected.code, status: statusOf[expected.code] });
    } else {
      expect(response.body).toMatchObject({ status: expected.to, seq: expected.seq });
      expect(response.body.receivedAt).toBe(isoInBeijing(expected.at));
    }
  });
});
