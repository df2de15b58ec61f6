import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { QueryConfig } from 'pg';
import { rotateKey } from '../../../config/rotateKeys.js';
import { openApplication } from '../../../records/application/openApplication.js';
import { closeDatabase, type Database, openDatabase, type Statements } from '../../../records/database.js';
import { isWhole, keepFile, readFileOf } from '../../../records/dossier/documentFile.js';
import { dossierHash } from '../../../records/dossier/dossierHash.js';
import { findDossier, findFrozenDossier, freezeDossier } from '../../../records/dossier/dossiers.js';
import { saveSections } from '../../../records/dossier/saveSections.js';
import { applicationRecordFault } from '../../../records/proof/recordFault.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import { Vault } from '../../../records/sealed/vault.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { finalize, newDraft, openedAt } from './world.js';

const dossier = { basicInformation: { name: '甲', idNumber: '652901198511230021', phone: '13900000001' } };
const sha256 = 'b'.repeat(64);
const content = Buffer.from('%PDF-1.7 a diploma');

let own: TestDatabase;
let database: Database;
let another: Database;
let dataDir: string;
beforeAll(async () => {
  own = await createDatabase('data_keys');
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'pingshen-data-keys-'));
  [database, another] = [openDatabase(own.url, { dataDir }), openDatabase(own.url, { dataDir })];
  await finalize(database);
});
afterAll(async () => {
  await Promise.all([closeDatabase(database), closeDatabase(another)]);
  await own.drop();
  await rm(dataDir, { recursive: true });
});

/** An application with a form that was saved and frozen, and a file. */
async function submitted() {
  const facts = await newDraft(database);
  const { applicationId, applicantId } = facts;
  await openApplication(database, { facts, openedAt });
  const saved = { applicationId, applicantId, sections: dossier, expectedVersion: 0, at: openedAt };
  await saveSections(database, saved);
  const frozen = { dossier, documents: [] };
  const hash = await dossierHash(database, applicantId, frozen);
  await freezeDossier(database, { applicationId, applicantId, hash, frozen, at: openedAt });
  const file = { owner: personOwner(applicantId), sha256 };
  await keepFile({ dataDir, db: database }, file, content);
  return { applicationId, applicantId, hash, frozen, file };
}

const stored = async (applicationId: string) =>
  (
    await database.pool.query(
      `SELECT draft, frozen FROM dossiers JOIN dossier_versions USING (application_id) WHERE application_id = $1`,
      [applicationId],
    )
  ).rows;

test('fields sealed and opened at once make one key, and each process reads it once', async () => {
  const asked: string[] = [];
  const counted = (db: Database) =>
    new Vault(
      {
        query: (config: QueryConfig) => {
          asked.push(String(config.name));
          return db.pool.query(config);
        },
      } as Statements,
      dataDir,
    );
  const fields = Array.from({ length: 10 }, (_, field) => `field ${field}`);
  const vault = counted(database);
  const owner = personOwner(randomUUID());
  const sealed = await Promise.all(fields.map((field) => vault.sealText(owner, field, 'here')));
  expect(asked.splice(0)).toEqual(['data_key_of', 'add_data_key', 'data_key_of']);
  const elsewhere = counted(another);
  expect(await Promise.all(sealed.map((text) => elsewhere.openText(text, 'here')))).toEqual(fields);
  expect(asked.splice(0)).toEqual(['data_key']);
  await vault.erase(owner, 'basis', database.pool);
  expect(await Promise.all(sealed.map((text) => vault.openText(text, 'here')))).toEqual(fields.map(() => null));
  expect(asked).toEqual(['data_key']);
});

test('rotation wraps the keys anew; what they encrypted stays as it is, and every process reads it', async () => {
  const { applicationId, hash, frozen, file } = await submitted();
  const before = await stored(applicationId);
  await rotateKey(dataDir, 'master', { prepare: false });
  // It read the keys before they were rotated.
  expect(await database.vault.rewrap()).toBe(0);
  const fresh = openDatabase(own.url, { dataDir });
  expect(await fresh.vault.rewrap()).toBeGreaterThan(0);
  expect(await fresh.vault.rewrap()).toBe(0);
  await closeDatabase(fresh);
  expect(await stored(applicationId)).toEqual(before);
  const { rows } = await database.pool.query('SELECT DISTINCT wrapped_by FROM data_keys WHERE erased_at IS NULL');
  expect(rows).toEqual([{ wrapped_by: 'k2' }]);
  for (const db of [database, another]) {
    expect(await findFrozenDossier(db, { applicationId, hash })).toEqual(frozen);
    expect(await readFileOf({ dataDir, db }, file)).toEqual(content);
  }
});

test('after erasure nothing is readable, the record still holds, and nobody undoes it', async () => {
  const { applicationId, applicantId, hash, file } = await submitted();
  expect(await applicationRecordFault(database, applicationId)).toBeNull();
  expect(await database.vault.erase(file.owner, '个人信息保护法 第四十七条')).toBe(true);
  expect((await findDossier(database, applicationId))?.dossier).toEqual({});
  expect(await findFrozenDossier(database, { applicationId, hash })).toBeNull();
  expect(await readFileOf({ dataDir, db: database }, file)).toBeNull();
  expect(await isWhole({ dataDir, db: database }, file)).toBe(true);
  expect(await applicationRecordFault(database, applicationId)).toBeNull();
  const { rows } = await database.pool.query('SELECT id_number_hash FROM dossiers WHERE application_id = $1', [
    applicationId,
  ]);
  expect(rows).toEqual([{ id_number_hash: null }]);
  const kept = /not changed/;
  const owner = personOwner(applicantId);
  const undo = `UPDATE data_keys SET wrapped = 'x', erased_at = NULL, erased_basis = NULL WHERE owner = $1`;
  await expect(database.pool.query(undo, [owner])).rejects.toThrow(kept);
  await expect(database.pool.query('DELETE FROM data_keys WHERE owner = $1', [owner])).rejects.toThrow(kept);
});

test('a form is read in its own place only, and one that was changed is found', async () => {
  const one = await submitted();
  const other = await submitted();
  await own.asOwner(
    'UPDATE dossiers SET draft = (SELECT draft FROM dossiers WHERE application_id = $1) WHERE application_id = $2',
    [one.applicationId, other.applicationId],
  );
  await expect(findDossier(database, other.applicationId)).rejects.toThrow('authenticate');
  await own.asOwner(
    `UPDATE dossier_versions SET frozen = jsonb_set(frozen, '{dossier,basicInformation}',
       to_jsonb(overlay(frozen->'dossier'->>'basicInformation' placing 'AAAA' from 80))) WHERE application_id = $1`,
    [other.applicationId],
  );
  expect(await applicationRecordFault(database, other.applicationId)).toEqual({ what: 'form', at: other.hash });
});
