import { DifferenceAnswer, DossierAnswer, SubmissionsAnswer } from '../../../api/applications/dossierAnswers.js';
import type { DocumentKind } from '../../../rules/dossier/dossier.js';
import { maskedDossier } from '../../../rules/dossier/maskedIdentity.js';
import { evidenceFile } from '../../portal/support/evidenceFile.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { completeDossier, completeEvidence } from '../../unit/rules/completeDossier.js';

let api: TestApi;
let office: Office;
let own: string;
let versions: { readonly hash: string }[];
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };

beforeAll(async () => {
  api = await startTestApi({ name: 'submissions', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  own = `/api/applications/${(await as.post('/api/applications').send(draft).expect(201)).body.id}`;
  await as.patch(own).send({ sections: completeDossier }).expect(200);
  const ids: string[] = [];
  const attach = async (kind: DocumentKind, year: number | null, content?: Buffer) => {
    const file = evidenceFile(kind, year);
    const query = { kind, fileName: file.fileName, ...(year === null ? {} : { year }) };
    const sent = as
      .post(`${own}/documents`)
      .query(query)
      .type('application/octet-stream')
      .send(content ?? file.content);
    ids.push((await sent.expect(201)).body.id);
  };
  for (const { kind, year } of completeEvidence) await attach(kind, year);
  await as.post(`${own}/actions/submit`).send({}).expect(200);
  await office.as('unit').post(`${own}/actions/return_to_applicant`).send({ reason: '请修改' }).expect(200);
  const [first] = completeEvidence;
  await as.delete(`${own}/documents/${ids[0]}`).expect(204);
  if (first) await attach(first.kind, first.year, Buffer.concat([pdf, Buffer.from('\n')]));
  await attach('other', null);
  await as
    .patch(own)
    .send({ sections: { workSummary: { text: '改过的总结' } } })
    .expect(200);
  await as.post(`${own}/actions/submit`).send({}).expect(200);
  versions = SubmissionsAnswer.parse((await as.get(`${own}/submissions`).expect(200)).body).items;
});
afterAll(() => api.close());

describe('The versions that were handed in', () => {
  test('are listed in order and each is read by its hash', async () => {
    expect(versions).toHaveLength(2);
    const read = async (hash: string | undefined) =>
      DossierAnswer.parse((await office.as('unit').get(`${own}/dossier?hash=${hash}`).expect(200)).body);
    expect((await read(versions[0]?.hash)).sections).toEqual(maskedDossier(completeDossier));
    expect((await read(versions[1]?.hash)).sections).toMatchObject({ workSummary: { text: '改过的总结' } });
  });

  test('differ by field and by document', async () => {
    const query = { from: versions[0]?.hash, to: versions[1]?.hash };
    const { body } = await office.as('office').get(`${own}/submissions/diff`).query(query).expect(200);
    const { fields, documents } = DifferenceAnswer.parse(body);
    expect(fields).toEqual([
      { path: 'workSummary.text', before: completeDossier.workSummary?.text, after: '改过的总结' },
    ]);
    expect(documents.map(({ change }) => change).sort()).toEqual(['added', 'replaced']);
    const same = { from: query.to, to: query.to };
    const none = await office.as('office').get(`${own}/submissions/diff`).query(same).expect(200);
    expect(none.body).toMatchObject({ fields: [], documents: [] });
  });

  test('are read by those who may read the form, and by nobody else', async () => {
    const paths = ['/submissions', `/dossier?hash=${versions[0]?.hash}`];
    paths.push(`/submissions/diff?from=${versions[0]?.hash}&to=${versions[1]?.hash}`);
    for (const path of paths) {
      for (const name of ['unit', 'department', 'office', 'supervisor'] as const)
        await office
          .as(name)
          .get(own + path)
          .expect(200);
      for (const name of ['finance', 'operator', 'expert'] as const)
        await office
          .as(name)
          .get(own + path)
          .expect(403);
      for (const name of ['otherUnit', 'otherDepartment', 'stranger'] as const)
        await office
          .as(name)
          .get(own + path)
          .expect(404);
    }
  });

  test('that never were are not there, and what is no hash is refused', async () => {
    const none = '0'.repeat(64);
    await office.as('unit').get(`${own}/dossier?hash=${none}`).expect(404);
    await office.as('unit').get(`${own}/submissions/diff?from=${none}&to=${versions[0]?.hash}`).expect(404);
    await office.as('unit').get(`${own}/dossier?hash=x`).expect(422);
    await office.as('unit').get(`${own}/submissions/diff?from=${none}`).expect(422);
  });
});
