import { createHash, randomUUID } from 'node:crypto';
import request from 'supertest';
import { examineScan } from '../../../api/papers/examineScan.js';
import { restSetting } from '../../../documents/paper/setPaper.js';
import { restReading } from '../../../documents/scan/readCodes.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { lookUpApplication } from '../../../records/application/lookUpApplication.js';
import { keepFile } from '../../../records/dossier/documentFile.js';
import { noteScan } from '../../../records/papers/signedScans.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import type { DocumentKind } from '../../../rules/dossier/dossier.js';
import { mostInBatch, postingTable, postingTableName } from '../../../rules/papers/paperBatches.js';
import { type PaperName, paperKinds } from '../../../rules/papers/paperKinds.js';
import { samplePhoto } from '../../../simulation/samples/photo.js';
import { stories } from '../../../simulation/story/story.js';
import { readPdf } from '../../support/files/readPdf.js';
import { readZip } from '../../support/files/readZip.js';
import { wholeBody } from '../../support/files/wholeBody.js';
import { type Caller, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { addPhoto, saveForm } from './filledForm.js';

let api: TestApi;
let office: Office;
const ids: string[] = [];
let applicant: { readonly id: string; readonly as: Caller };
const [name, unprintable] = ['李㛃', '张😀'];

beforeAll(async () => {
  api = await startTestApi({ name: 'paper_batches', at: '2024-09-25T10:00:00+08:00' });
  office = await createOffice(api);
  for (let index = 0; index < 4; index++) {
    const person = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    await api.db.user.update({
      where: { id: person.id },
      data: { name: index === 3 ? unprintable : `${name}${index}` },
    });
    const id = await office.application(stories.defense, { applicantId: person.id });
    await saveForm(api, { applicationId: id, applicantId: person.id });
    ids.push(id);
    applicant = person;
  }
  await addPhoto(api, { applicationId: ids[3] ?? '', applicantId: applicant.id, content: samplePhoto(1) });
});
afterAll(async () => {
  await restSetting();
  await restReading();
  await api.close();
});

const post = (as: Caller, body: object) => as.post('/api/paper-batches').send(body);
const begin = async (as: Caller, body: object): Promise<string> => (await post(as, body).expect(201)).body.id;
const fileOf = async (as: Caller, id: string) =>
  await as.get(`/api/paper-batches/${id}/file`).buffer().parse(wholeBody);
describe('Papers of several applications', () => {
  test('come as a ZIP with a PDF of each, named in Chinese, and what is missing is said', async () => {
    const as = office.as('office');
    const id = await begin(as, { kind: 'review_form', form: 'zip', applicationIds: ids });
    const got = await fileOf(as, id);
    expect(got.status).toBe(200);
    expect(decodeURIComponent(got.headers['content-disposition'] ?? '')).toContain('评审表（4份）.zip');
    const files = readZip(got.body);
    expect([...files.keys()].filter((one) => one.endsWith('评审表.pdf'))).toHaveLength(3);
    expect([...files.keys()].some((one) => one.includes(`${name}0 `))).toBe(true);
    expect(files.get('未打印.txt')?.toString()).toContain('😀');
    const [first] = [...files.values()];
    expect((await readPdf(first ?? Buffer.alloc(0))).join('')).toContain(`${name}0`);
    expect((await as.get(`/api/paper-batches/${id}`).expect(200)).body).toMatchObject({ total: 4, done: 4 });
  });

  test('come as one PDF, each paper on a new sheet and as often as it is filed', async () => {
    const as = office.as('office');
    const id = await begin(as, { kind: 'review_form', form: 'pdf', copies: 2, applicationIds: ids.slice(0, 2) });
    const got = await fileOf(as, id);
    const pages = await readPdf(got.body);
    const begins = pages.flatMap((page, index) => (page.includes('填表时间') ? [index] : []));
    expect(begins).toHaveLength(4);
    expect(begins.every((index) => index % 2 === 0)).toBe(true);
    const broken = await begin(as, { kind: 'review_form', form: 'pdf', applicationIds: ids });
    const refused = await as.get(`/api/paper-batches/${broken}/file`).expect(409);
    expect(refused.body.detail).toContain('😀');
  });

  test('of one unit that are published together stand in one table, which is verified as any paper', async () => {
    const as = office.as('unit');
    const id = await begin(as, { kind: postingTableName, form: 'pdf', applicationIds: ids.slice(0, 3) });
    const text = (await readPdf((await fileOf(as, id)).body)).join('');
    for (const index of [0, 1, 2]) expect(text).toContain(`${name}${index}`);
    const code = /verify\/([0-9A-Z-]{17})/.exec(text)?.[1];
    const verified = await request(api.app).get(`/verify/${code}`).expect(200);
    expect(verified.text).toContain(postingTable.zh);
    expect(verified.text).toContain('与现在的记录一致');
  });

  test('are had by whoever may print each of them and by nobody else, and each reading is in the log', async () => {
    const wanted = { kind: 'review_form', form: 'zip', applicationIds: ids };
    for (const role of ['stranger', 'otherUnit', 'finance'] as const) await post(office.as(role), wanted).expect(404);
    await post(office.as('office'), { ...wanted, applicationIds: [randomUUID()] }).expect(404);
    await post(office.as('office'), { ...wanted, kind: 'nothing' }).expect(422);
    await post(office.as('office'), { ...wanted, copies: 2 }).expect(422);
    const many = Array.from({ length: mostInBatch.zip + 1 }, () => randomUUID());
    await post(office.as('office'), { ...wanted, applicationIds: many }).expect(422);
    const id = await begin(office.as('department'), wanted);
    for (const role of ['office', 'unit', 'stranger'] as const) {
      await office.as(role).get(`/api/paper-batches/${id}`).expect(404);
      await office.as(role).get(`/api/paper-batches/${id}/file`).expect(404);
    }
    await fileOf(office.as('department'), id);
    const { rows } = await api.db.pool.query('SELECT subject_id FROM access_log WHERE person_id = $1 AND object = $2', [
      office.ids.department,
      'paper review_form',
    ]);
    expect(new Set(rows.map(({ subject_id }) => subject_id)).size).toBe(4);
  });
});

describe('The archive of a dossier', () => {
  test('holds evidence, papers, record and a signed list of them with their hashes', async () => {
    const id = ids[0] ?? '';
    const { applicantId } = (await office.as('office').get(`/api/applications/${id}`).expect(200)).body;
    await addPhoto(api, { applicationId: id, applicantId, content: samplePhoto(2) });
    const got = await office.as('office').get(`/api/applications/${id}/archive`).buffer().parse(wholeBody).expect(200);
    const files = readZip(got.body);
    const list = JSON.parse(files.get('清单.json')?.toString() ?? '');
    expect(list.files.map((one: { name: string }) => one.name)).toEqual(
      [...files.keys()].filter((one) => one !== '清单.json'),
    );
    for (const { name: file, size, sha256 } of list.files) {
      const content = files.get(file) ?? Buffer.alloc(0);
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([size, sha256]);
    }
    expect([...files.keys()]).toContain(`文书/${paperKinds.review_form.zh}.pdf`);
    expect([...files.keys()].some((one) => one.startsWith('材料/01 '))).toBe(true);
    const { keys } = (await request(api.app).get('/api/proof/keys').expect(200)).body;
    const record = files.get('记录/记录.json')?.toString() ?? '';
    expect(await verifyFile('application', record, keys)).toMatchObject({ difference: null });
  });

  test('is had by those who file it and hold it, and by nobody else', async () => {
    const path = `/api/applications/${ids[1]}/archive`;
    for (const role of ['unit', 'department', 'office', 'supervisor'] as const)
      await office.as(role).get(path).buffer().expect(200);
    for (const role of ['stranger', 'otherUnit'] as const) await office.as(role).get(path).expect(404);
    for (const role of ['finance', 'operator'] as const) await office.as(role).get(path).expect(403);
    const { rows } = await api.db.pool.query(
      "SELECT 1 FROM access_log WHERE object = 'archive' AND application_id = $1",
      [ids[1]],
    );
    expect(rows).toHaveLength(4);
  });
});

describe('A signed scan', () => {
  const printed = async (of: string, kind: PaperName): Promise<Buffer> =>
    (await office.as('unit').get(`/api/applications/${of}/papers/${kind}`).buffer().expect(200)).body;
  const examined = async (of: string, kind: DocumentKind, content: Buffer) => {
    const application = await lookUpApplication(api.db, of);
    if (application === null) throw new Error(`no application ${of}`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await keepFile(
      { dataDir: api.deps.dataDir, db: api.db },
      { owner: personOwner(application.applicantId), sha256 },
      content,
    );
    const mediaType = content.subarray(0, 4).toString() === '%PDF' ? 'application/pdf' : 'image/png';
    return await examineScan(api.deps, { application, kind, sha256, mediaType });
  };

  test('is held against what was printed and what the record says now, and refused where it is of somebody else', async () => {
    const [of = '', other = ''] = ids;
    const { applicantId } = (await office.as('office').get(`/api/applications/${of}`).expect(200)).body;
    const before = await printed(of, 'posting');
    await api.db.user.update({ where: { id: applicantId }, data: { name: '改名' } });
    expect(await examined(of, 'publicity_notice', before)).toMatchObject({ verdict: 'older' });
    expect(await examined(of, 'publicity_notice', await printed(of, 'posting'))).toMatchObject({ verdict: 'same' });
    expect(await examined(of, 'recommendation', await printed(of, 'commitment'))).toMatchObject({
      verdict: 'other_paper',
    });
    expect(await examined(of, 'publicity_result', samplePhoto(3))).toEqual({ code: null, verdict: 'unread' });
    expect(await examined(of, 'diploma', before)).toBeNull();
    await expect(examined(of, 'publicity_notice', await printed(other, 'posting'))).rejects.toMatchObject({
      code: 'file_refused',
    });
  });

  test('is listed with what its code says', async () => {
    const [of = ''] = ids;
    const { id: documentId } = await api.db.document.findFirstOrThrow({ where: { applicationId: of } });
    await noteScan(api.db, { documentId, applicationId: of, code: null, verdict: 'unread' });
    const { body } = await office.as('office').get(`/api/applications/${of}/papers`).expect(200);
    expect(body.scans).toMatchObject([{ documentId, verdict: 'unread', code: null }]);
  });
});
