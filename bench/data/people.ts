import { randomUUID } from 'node:crypto';
import { createPerson } from '../../api/accounts/people.js';
import { createCampaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import type { Grant } from '../../records/people/grantRole.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { openPolicy } from '../../simulation/hurried/campaign.js';
import { provenSession } from '../../simulation/hurried/provenSession.js';
import { ApiClient } from '../stack/apiClient.js';
import { calendar } from './calendar.js';

export const clients = 32;
// Each office, department and cashier serves several clients.
const offices = 4;
// Nobody signs in with a password here.
const unused = { hash: '' };

type ActingRole = Extract<Role, 'applicant' | 'unit' | 'department' | 'office' | 'finance'>;
/** The API client of each role that acts for one benchmark client. */
export type ClientPeople = Readonly<Record<ActingRole | 'secondOffice', ApiClient>>;

const perClient: readonly ActingRole[] = ['applicant', 'unit'];
const shared: readonly ActingRole[] = ['department', 'office', 'finance'];
const campaignId = openPolicy.id;

const grants: Readonly<Record<ActingRole, (number: number) => Grant>> = {
  applicant: (number) => ({ role: 'applicant', unitId: `unit-${number}` }),
  unit: (number) => ({ role: 'unit', unitId: `unit-${number}` }),
  department: (number) => ({ role: 'department', departmentId: `department-${number}` }),
  office: () => ({ role: 'office', campaignId }),
  finance: () => ({ role: 'finance', campaignId }),
};

const organisations = `
  INSERT INTO departments SELECT 'department-' || n, '第' || n || '主管部门' FROM generate_series(0, ${offices - 1}) n;
  INSERT INTO units SELECT 'unit-' || n, '第' || n || '单位', 'public_institution' FROM generate_series(0, ${clients - 1}) n;
  INSERT INTO unit_chain SELECT 'unit-' || n, 0, 'department-' || n % ${offices} FROM generate_series(0, ${clients - 1}) n;`;

const accounts = [
  ...perClient.flatMap((role) => Array.from({ length: clients }, (_, number) => ({ role, number }))),
  ...shared.flatMap((role) => Array.from({ length: offices }, (_, number) => ({ role, number }))),
];
const emailOf = (role: ActingRole, number: number) => `${role}-${number}@example.cn`;

/** Creates the campaign, its organisations, and everybody's account and role. */
export async function createDirectory(db: Database): Promise<void> {
  await db.pool.query(organisations);
  const by = { changedBy: 'bench', changedAt: Date.now(), reason: 'benchmark' };
  await createCampaign(
    db,
    { id: campaignId, title: openPolicy.title, policy: openPolicy, calendar, state: 'open' },
    by,
  );
  for (const { role, number } of accounts) {
    const person = { email: emailOf(role, number), name: `${role} ${number}`, roles: [grants[role](number)] };
    await createPerson({ db }, { ...person, id: emailOf(role, number), password: unused });
  }
}

/** Has a client act for a new applicant: whoever was decided on may not apply again in the same review. */
export async function enterAsNewApplicant(db: Database, client: ApiClient, number: number): Promise<void> {
  const id = randomUUID();
  const roles = [grants.applicant(number)];
  await createPerson({ db }, { id, email: `${id}@example.cn`, name: '申报人', roles, password: unused });
  client.enter(await provenSession(db, id));
}

/** Opens a session for each account, each from an address of their own. */
export async function signIn(
  port: number,
  db: Database,
): Promise<{ readonly people: readonly ClientPeople[]; close(): void }> {
  const clientsByEmail = new Map<string, ApiClient>();
  for (const [place, { role, number }] of accounts.entries()) {
    const apiClient = new ApiClient(port, place);
    const email = emailOf(role, number);
    apiClient.enter(await provenSession(db, email));
    clientsByEmail.set(email, apiClient);
  }
  const find = (role: ActingRole, number: number) => {
    const apiClient = clientsByEmail.get(emailOf(role, number));
    if (!apiClient) throw new Error(`no client for ${role} ${number}`);
    return apiClient;
  };
  const people = Array.from({ length: clients }, (_, number) => ({
    applicant: find('applicant', number),
    unit: find('unit', number),
    department: find('department', number % offices),
    office: find('office', number % offices),
    secondOffice: find('office', (number + 1) % offices),
    finance: find('finance', number % offices),
  }));
  const close = () => {
    for (const apiClient of clientsByEmail.values()) apiClient.close();
  };
  return { people, close };
}
