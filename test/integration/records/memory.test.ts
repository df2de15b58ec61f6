import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findApplication, unstartedApplications } from '../../../records/application/applications.js';
import { markStarted } from '../../../records/application/markStarted.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { specialtyScores } from '../../../records/application/specialtyScores.js';
import { changePolicy, findCampaign, listCampaigns } from '../../../records/campaign/campaigns.js';
import { sanctionedUntil } from '../../../records/conferral/sanctionedUntil.js';
import { addSanction } from '../../../records/conferral/sanctions.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { isAlreadyThere } from '../../../records/databaseErrors.js';
import { addDocument } from '../../../records/dossier/addDocument.js';
import { documentsOf, findDocument, removeDocument } from '../../../records/dossier/documents.js';
import { findDossier, findFrozenDossier, freezeDossier } from '../../../records/dossier/dossiers.js';
import { saveSections } from '../../../records/dossier/saveSections.js';
import { findUnit } from '../../../records/people/organisations.js';
import { bindingsOf } from '../../../records/people/people.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { finalize, newDraft, openedAt, snapshot } from './world.js';

let own: TestDatabase;
let database: Database;
let dataDir: string;
const hash = 'a'.repeat(64);

beforeAll(async () => {
  own = await createDatabase('memory');
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'pingshen-memory-'));
  database = openDatabase(own.url, { dataDir });
  await finalize(database);
});
afterAll(async () => {
  await closeDatabase(database);
  await own.drop();
  await rm(dataDir, { recursive: true });
});

async function opened() {
  const facts = await newDraft(database);
  await openApplication(database, { facts, openedAt });
  return facts.applicationId;
}

test('a draft whose workflow nobody started is found until it is marked', async () => {
  const id = await opened();
  const found = async () =>
    (await unstartedApplications(database, { olderThan: openedAt + 1, limit: 1000 })).map((each) => each.id);
  expect(await found()).toContain(id);
  await markStarted(database, { id, at: openedAt + 5 });
  await markStarted(database, { id, at: openedAt + 9 });
  expect(await found()).not.toContain(id);
  expect((await findApplication(database, id))?.startedAt).toBe(openedAt + 5);
});

test('of two people who save the same page, the second gets no new version', async () => {
  const applicationId = await opened();
  const save = (name: string) =>
    saveSections(database, {
      applicationId,
      applicantId: 'applicant',
      sections: { basicInformation: { name } },
      expectedVersion: 0,
      at: openedAt + 1,
    });
  const versions = await Promise.all([save('甲'), save('乙')]);
  expect(versions.toSorted()).toEqual([1, null]);
  expect(await findDossier(database, applicationId)).toMatchObject({ version: 1, updatedAt: openedAt + 1 });
});

test('what was submitted stays as it was when something is saved or removed later', async () => {
  const applicationId = await opened();
  const id = randomUUID();
  const document = {
    id,
    applicationId,
    kind: 'diploma' as const,
    year: null,
    fileName: '毕业证.pdf',
    mediaType: 'application/pdf',
    size: 10,
    sha256: hash,
    uploadedBy: 'office-clerk',
    uploadedAt: openedAt,
  };
  await addDocument(database, document);
  const frozen = { dossier: { workSummary: { text: '总结' } }, documents: await documentsOf(database, applicationId) };
  await freezeDossier(database, { applicationId, applicantId: 'applicant', hash, frozen, at: openedAt });
  await freezeDossier(database, {
    applicationId,
    applicantId: 'applicant',
    hash,
    frozen: { dossier: {}, documents: [] },
    at: openedAt,
  });
  expect(await removeDocument(database, { applicationId, id, at: openedAt + 1 })).toBe(true);
  expect(await removeDocument(database, { applicationId, id, at: openedAt + 2 })).toBe(false);
  expect(await documentsOf(database, applicationId)).toEqual([]);
  expect(await findDocument(database, { applicationId, id })).toEqual(document);
  expect(await findFrozenDossier(database, { applicationId, hash })).toEqual(frozen);
});

test('a sanction stands through its last day, against the person or the unit, and the longest counts', async () => {
  const same = { basis: '处理决定', decidedOn: '2022-03-01', clause: '通知 三、其他事宜（一）' };
  await addSanction(database, { ...same, subject: 'person', personId: 'office-clerk', expiresOn: '2027-02-28' });
  await addSanction(database, { ...same, subject: 'unit', unitId: 'unit-2', expiresOn: '2025-02-28' });
  const until = (on: string, personId = 'office-clerk') =>
    sanctionedUntil(database, { personId, unitId: 'unit-2', on });
  expect(await until('2024-08-01')).toBe('2027-02-28');
  expect(await until('2024-08-01', 'somebody')).toBe('2025-02-28');
  expect(await until('2025-02-28', 'somebody')).toBe('2025-02-28');
  expect(await until('2025-03-01', 'somebody')).toBeNull();
  expect(await until('2022-02-28')).toBeNull();
});

test('a policy changes one version at a time, and every version is kept with who and why', async () => {
  const change = { campaignId: 'aksu-2024', changedBy: 'office-clerk', changedAt: openedAt, reason: '延长审核' };
  const to = (version: number) => changePolicy(database, { ...change, policy: { ...aksu2024, version } });
  await expect(to(3)).rejects.toThrow();
  await to(2);
  await to(2).catch((error: unknown) => expect(isAlreadyThere(error)).toBe(true));
  expect((await findCampaign(database, 'aksu-2024'))?.policy.version).toBe(2);
  expect((await listCampaigns(database)).map(({ id }) => id)).toEqual(['aksu-2024']);
  expect(await database.policyVersion.count()).toBe(2);
});

test('a binding acts for what it is bound to, and a unit knows its chain', async () => {
  expect(await bindingsOf(database, 'unit-1-clerk')).toMatchObject([{ role: 'unit', scope: 'unit-1' }]);
  expect(await bindingsOf(database, 'department-clerk')).toMatchObject([{ role: 'department', scope: 'department-1' }]);
  expect(await findUnit(database, 'unit-1')).toMatchObject({ chain: ['department-1'], kind: 'public_institution' });
  expect(await findUnit(database, 'nowhere')).toBeNull();
});

test('an exempt candidate is scored with the exact average of the defenders, once none is still to be heard', async () => {
  await snapshot(database, 'review');
  await snapshot(database, 'defense');
  const which = { campaignId: 'aksu-2024', specialty: 'mechanical_electronic' };
  const { sum, count, pending } = await specialtyScores(database, which, aksu2024);
  expect({ average: sum / count, pending }).toEqual({ average: 8_250, pending: 1 });
  expect(await specialtyScores(database, { ...which, specialty: 'chemical' }, aksu2024)).toEqual({
    sum: 0,
    count: 0,
    pending: 0,
  });
});
