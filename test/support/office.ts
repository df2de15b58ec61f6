import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { hashPassword } from '../../api/accounts/passwordHash.js';
import { createPerson } from '../../api/accounts/people.js';
import type { Deps } from '../../api/deps.js';
import { startWorkflow } from '../../engine/startWorkflow.js';
import { findApplication } from '../../records/application/applications.js';
import { importApplication } from '../../records/application/importApplication.js';
import { createCampaign } from '../../records/campaign/campaigns.js';
import { type Grant, grantRole } from '../../records/people/grantRole.js';
import type { Profile } from '../../rules/application/facts.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../rules/policy/policy.js';
import { sessionHeader } from '../../simulation/hurried/provenSession.js';
import { runStory, type StoryStep } from '../../simulation/story/story.js';
import { calendar2024, deputySenior } from './facts.js';
import { quickHash, sessionFor } from './session.js';
import type { TestApi } from './testApi.js';

export const password = '评审测试-2024';
/** The 2024 campaign of the tests, with every value confirmed. */
export const campaignId = aksu2024.id;

/** The people of the tests: one for each role, named after it. */
const cast = {
  applicant: { role: 'applicant', unitId: 'unit-1' },
  stranger: { role: 'applicant', unitId: 'unit-2' },
  unit: { role: 'unit', unitId: 'unit-1' },
  otherUnit: { role: 'unit', unitId: 'unit-2' },
  department: { role: 'department', departmentId: 'department-1' },
  otherDepartment: { role: 'department', departmentId: 'department-2' },
  office: { role: 'office', campaignId },
  secondOffice: { role: 'office', campaignId },
  finance: { role: 'finance', campaignId },
  expert: { role: 'expert', campaignId },
  chair: { role: 'chair', campaignId },
  supervisor: { role: 'supervisor', campaignId },
  operator: { role: 'operator' },
} as const satisfies Record<string, Grant>;
export type Name = keyof typeof cast;

/** A campaign, two units, two departments and one person for each role, with ways to act as them. */
export interface Office {
  readonly ids: Readonly<Record<Name, string>>;
  /** What names a code of the 2024 notice, as its campaign here has it. */
  readonly own: <Part>(part: Part) => Part;
  readonly emailOf: (name: Name) => string;
  /** Requests as this person, in a session of theirs. */
  as(name: Name): Caller;
  /** The token of a session of this person, for another API over the same database. */
  keyOf(name: Name): Promise<string>;
  /** A new person with a session, for tests that need many. */
  hire(grants: readonly Grant[]): Promise<{ readonly id: string; readonly as: Caller; readonly key: string }>;
  /** Imports an application with the past that a story gives it and starts its workflow. Returns its id. */
  application(
    story: readonly StoryStep[],
    of?: {
      readonly applicantId?: string;
      readonly unitId?: string;
      readonly deps?: Deps;
      readonly profile?: Partial<Profile>;
      /** The policy of another campaign; default: the 2024 campaign's. */
      readonly policy?: Policy;
      /** The calendar, where it is not that of 2024. */
      readonly calendar?: Calendar;
    },
  ): Promise<string>;
}
export interface Caller {
  get(path: string): request.Test;
  head(path: string): request.Test;
  post(path: string): request.Test;
  put(path: string): request.Test;
  patch(path: string): request.Test;
  delete(path: string): request.Test;
}

/** Fills the database of an API. `own` replaces the codes of the 2024 notice wherever they are used; default: they stay. */
export async function createOffice(api: TestApi, own: Office['own'] = (part) => part): Promise<Office> {
  const { app, db, deps } = api;
  const by = { changedBy: 'test', changedAt: Date.parse('2024-07-15T09:00:00+08:00'), reason: '通知印发' };
  const title = aksu2024.title;
  const usual = own(aksu2024);
  await createCampaign(db, { id: campaignId, title, policy: usual, calendar: calendar2024, state: 'open' }, by);
  for (const id of ['department-1', 'department-2'])
    await db.department.create({ data: { id, name: `主管部门${id}` } });
  for (const number of [1, 2]) {
    const chain = { create: [{ level: 0, departmentId: `department-${number}` }] };
    await db.unit.create({
      data: { id: `unit-${number}`, name: `单位${number}`, kind: own('public_institution'), chain },
    });
  }
  const hash = await hashPassword(password, quickHash);
  const callers = new Map<Name, Caller>();
  const ids = {} as Record<Name, string>;
  const emailOf = (name: Name) => `${name.toLowerCase()}@example.cn`;

  const engage = async (email: string, grants: readonly Grant[]) => {
    const person = { email, name: `张三${email}`, password: { hash }, roles: grants };
    const id = await createPerson(deps, person);
    const key = await sessionFor(db, id);
    return { id, key, as: callerWith(app, key) };
  };
  for (const [name, grant] of Object.entries(cast) as [Name, Grant][]) {
    const { id, as } = await engage(emailOf(name), [grant]);
    ids[name] = id;
    callers.set(name, as);
  }

  return {
    ids,
    own,
    emailOf,
    as(name) {
      const caller = callers.get(name);
      if (!caller) throw new Error(`nobody is called ${name}`);
      return caller;
    },
    keyOf: (name) => sessionFor(db, ids[name]),
    hire: (grants) => engage(`${randomUUID()}@example.cn`, grants),
    async application(story, given = {}) {
      const { applicantId, unitId = 'unit-1', deps: by = deps, profile: more = {} } = given;
      const { policy = usual, calendar = calendar2024 } = given;
      const applicant = applicantId ?? (await engage(`${randomUUID()}@example.cn`, [{ role: 'applicant', unitId }])).id;
      const profile = { ...own(deputySenior), ...more };
      const identity = { applicationId: randomUUID(), campaignId: policy.id, applicantId: applicant, unitId, profile };
      const chain = [unitId.replace('unit', 'department')];
      const facts = openDraft({ ...identity, chain }, policy, calendar);
      const { acts } = runStory(facts, story, policy, calendar);
      const openedAt = Date.parse('2024-07-22T09:00:00+08:00');
      const past = acts.map((act) => ({ act, freeText: { reason: '一段往事' } }));
      const pinned = { policy, calendar };
      await importApplication(db, { facts, openedAt, past, ...pinned, upTo: await by.clock() });
      const imported = await findApplication(db, identity.applicationId);
      if (!imported) throw new Error('the imported application is missing');
      await startWorkflow(by, imported);
      return identity.applicationId;
    },
  };
}

/** Creates a second campaign under another policy, with the same people in its roles. */
export async function addCampaign({ db }: Pick<TestApi, 'db'>, { ids }: Office, policy: Policy): Promise<void> {
  const by = { changedBy: 'test', changedAt: Date.parse('2024-07-15T09:00:00+08:00'), reason: '通知印发' };
  await createCampaign(db, { id: policy.id, title: policy.title, policy, calendar: calendar2024, state: 'open' }, by);
  for (const [name, grant] of Object.entries(cast) as [Name, Grant][]) {
    if (grant.campaignId !== undefined) await grantRole(db, ids[name], { ...grant, campaignId: policy.id });
  }
}

/** Requests in a session, by its token. */
export function callerWith(app: TestApi['app'], key: string): Caller {
  const session = sessionHeader(key);
  return {
    get: (path) => request(app).get(path).set(session),
    head: (path) => request(app).head(path).set(session),
    post: (path) => request(app).post(path).set(session),
    put: (path) => request(app).put(path).set(session),
    patch: (path) => request(app).patch(path).set(session),
    delete: (path) => request(app).delete(path).set(session),
  };
}
