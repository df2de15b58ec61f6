import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import type { Facts } from '../../../rules/application/facts.js';
import { type EventName, findLaw, type Role } from '../../../rules/application/lifecycle.js';
import { openDraft } from '../../../rules/application/opening.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import { hear, profile, requestedTitle } from '../../hurried/bodies.js';
import { fillDossier } from '../../hurried/dossier.js';
import { samplePdf } from '../../samples/pdf.js';
import { patiently } from '../patiently.js';
import type { World } from '../world.js';
import { insist, upload } from './apiClient.js';
import { calendar, extended, quick } from './campaigns.js';
import { bodyOf, type Path, type Step } from './paths.js';
import { candidate, departmentId, type Person, unitId } from './people.js';
import { sendAct, wasTooLate } from './sender.js';
import { takeOver } from './underWay.js';

/** An application on its path, with what the oracle needs to know of its beginning. */
export interface Walk {
  readonly path: Path;
  readonly applicant: Person;
  readonly opening: Facts;
  /** The file that was uploaded and acknowledged. */
  readonly file?: { readonly documentId: string; readonly sha256: string };
}

/** The policy an application of the run is judged by. */
export const policyOf = ({ opening }: Pick<Walk, 'opening'>) => (opening.campaignId === quick.id ? quick : extended);

/** An application that is under way already; its deadline is counted from an instant. */
export async function beginUnderWay(world: World, path: Path, from: Instant): Promise<Walk> {
  if (!path.from) throw new Error('a draft is not under way');
  const applicant = await candidate(world.stack.db);
  const opening = await takeOver({ db: world.stack.db, engine: world.engine }, applicant, path.from, from);
  await fillDossier(world.stack.db, opening.applicationId, world.evidence);
  return { path, applicant, opening };
}

/** A new draft with its form, its evidence and one file. */
export async function beginDraft({ stack, random, evidence }: World, path: Path): Promise<Walk> {
  const url = stack.proxy?.url ?? stack.apis[random.between(0, stack.apis.length - 1)]?.url ?? '';
  const applicant = await patiently(() => candidate(stack.db));
  const body = { campaignId: quick.id, ...requestedTitle };
  const opened = await insist(url, { person: applicant, path: '/api/applications', body, key: randomUUID() });
  if (opened.status !== 201) throw new Error(`opening: ${opened.status} ${JSON.stringify(opened.body)}`);
  const applicationId = String(opened.body.id);
  await patiently(() => fillDossier(stack.db, applicationId, evidence));
  const file = await uploadFile(url, applicant, applicationId);
  const identity = { applicationId, campaignId: quick.id, applicantId: applicant.id, unitId, chain: [departmentId] };
  return { path, applicant, opening: openDraft({ ...identity, profile }, quick, calendar), file };
}

async function uploadFile(url: string, person: Person, applicationId: string): Promise<NonNullable<Walk['file']>> {
  const path = `/api/applications/${applicationId}/documents?kind=diploma&fileName=diploma.pdf`;
  const content = samplePdf(['毕业证书', applicationId]);
  const { status, body } = await patiently(async () => {
    const reply = await upload(url, { person, path }, content);
    if (reply.status === 429 || reply.status >= 500) throw new Error(`upload: ${reply.status}`);
    return reply;
  });
  if (status !== 201) throw new Error(`upload: ${status} ${JSON.stringify(body)}`);
  return { documentId: String(body.id), sha256: createHash('sha256').update(content).digest('hex') };
}

/** The facts of an application as the record has them. */
export async function recordedFacts(
  { stack }: Pick<World, 'stack'>,
  { opening }: Pick<Walk, 'opening'>,
): Promise<Facts> {
  const application = await patiently(() => findApplication(stack.db, opening.applicationId));
  if (!application) throw new Error(`${opening.applicationId} is gone`);
  return application.facts;
}

/** Takes every step of the path. @throws Error that says which step got which answer */
export async function go(world: World, walk: Walk): Promise<void> {
  for (const step of walk.path.steps) {
    if (step === 'wait') await wait(world, walk);
    else await act(world, walk, step);
    await sleep(world.random.between(200, 1_200));
  }
}

const longestWait = 180_000;

/** Waits until the deadline of the imported application has moved it. */
async function wait(world: World, walk: Walk): Promise<void> {
  const status = walk.path.from?.status;
  const moved = async () => (await recordedFacts(world, walk)).status !== status;
  if (!(await until(moved, { timeoutMs: longestWait, everyMs: 300 }))) {
    throw new Error(`${walk.opening.applicationId} is still in ${status}, whose deadline has passed`);
  }
}

async function act(world: World, walk: Walk, step: Exclude<Step, 'wait'>): Promise<void> {
  const facts = await recordedFacts(world, walk);
  const { applicationId } = facts;
  const { event, role } = typeof step === 'string' ? { event: step, role: undefined } : step;
  // The deadline it was imported with has gone first, where a busy machine begins late.
  if (walk.path.from && !findLaw(facts.status, event)) return;
  if (event === 'score_defense') await patiently(() => hear(world.stack.db, applicationId));
  // A tally on paper is entered by two people.
  const entering = { event: 'enter_tally' as const, person: world.staff.secondOffice, facts };
  if (event === 'record_tally') await send(world, { ...entering, body: bodyOf(step, facts) });
  const person = actor(world, walk, { facts, event, role });
  await send(world, { event, person, facts, body: bodyOf(step, facts) });
}

interface Sending {
  readonly event: EventName;
  readonly person: Person;
  readonly facts: Facts;
  readonly body: object;
}

async function send(world: World, { event, person, facts, body }: Sending): Promise<void> {
  const { applicationId } = facts;
  const path = `/api/applications/${applicationId}/actions/${event}`;
  const asking = { person, path, body, key: randomUUID() };
  // A session is planned and scored by the clock of one office.
  const onlyApi = event === 'schedule_defense' || event === 'score_defense' ? { onlyApi: 0 } : {};
  const reply = await sendAct(world, asking, { applicationId, event, mayBeLate: false, ...onlyApi });
  const sent = world.sent.find(({ key }) => key === asking.key);
  if (reply?.status !== 200 && !(sent && wasTooLate(sent))) {
    throw new Error(`${applicationId} ${event}: ${reply ? JSON.stringify(reply) : 'no answer'}`);
  }
}

function actor(
  { staff }: World,
  { applicant }: Walk,
  { facts, event, role }: { readonly facts: Facts; readonly event: EventName; readonly role: Role | undefined },
): Person {
  const chosen = role ?? findLaw(facts.status, event)?.allowedRoles[0] ?? 'office';
  const people: Partial<Record<Role, Person>> = { ...staff, applicant, operator: staff.supervisor };
  const pausers: Partial<Record<EventName, Person>> = { toll: staff.supervisor, approve_toll: staff.secondSupervisor };
  const person = pausers[event] ?? people[chosen];
  if (!person) throw new Error(`nobody plays ${chosen}`);
  return person;
}
