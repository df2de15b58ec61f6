import { pino } from 'pino';
import sharp from 'sharp';
import { ListAnswer } from '../../../api/applications/answers.js';
import { createApp } from '../../../api/createApp.js';
import { connectScanReader } from '../../../api/documents/reading/connectScanReader.js';
import { applicationFindings } from '../../../api/findings/applicationFindings.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { lookUpApplication } from '../../../records/application/lookUpApplication.js';
import { documentsOf } from '../../../records/dossier/documents.js';
import { readingsOf } from '../../../records/dossier/scanReadings.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import type { Finding } from '../../../rules/dossier/checks/finding.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { maskedDossier } from '../../../rules/dossier/maskedIdentity.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { fromNotice } from '../../../rules/policy/campaigns/ruled.js';
import { cite } from '../../../rules/policy/clauses.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { samplePdf } from '../../../simulation/samples/pdf.js';
import { stories } from '../../../simulation/story/story.js';
import { evidenceFile } from '../../portal/support/evidenceFile.js';
import { formOfPerson } from '../../portal/support/papers.js';
import { startOcrService } from '../../support/files/ocrService.js';
import { readPdf } from '../../support/files/readPdf.js';
import { addCampaign, type Caller, callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { completeDossier, completeEvidence } from '../../unit/rules/completeDossier.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'submission', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const draft = { campaignId, level: 'deputy_senior', track: 'regular', specialty: 'mechanical_electronic' };

const attach = (
  as: Caller,
  id: string,
  kind: string,
  year: number | null,
  content: Buffer = pdf,
  fileName = '材料.pdf',
) =>
  as
    .post(`/api/applications/${id}/documents`)
    .query({ kind, fileName, ...(year === null ? {} : { year }) })
    .type('application/octet-stream')
    .send(content)
    .expect(201);

// Nobody applies twice, by ID number: each draft is somebody else's unless it says whose.
let people = 200;

/** A complete draft. */
async function complete(more: Dossier = {}) {
  people += 1;
  const form = { ...formOfPerson(people), ...more };
  const { as, id: personId } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  const { id } = (await as.post('/api/applications').send(draft).expect(201)).body;
  const saved = await as.patch(`/api/applications/${id}`).send({ sections: form }).expect(200);
  expect(saved.body.missing.length).toBeGreaterThan(0);
  for (const { kind, year } of completeEvidence) {
    const { content, fileName } = evidenceFile(kind, year);
    await attach(as, id, kind, year, content, fileName);
  }
  return { as, personId, id, form, submit: () => as.post(`/api/applications/${id}/actions/submit`).send({}) };
}

describe('A campaign for one region', () => {
  const clause = '通知 三（二）';
  const regional: Policy = {
    ...aksu2024,
    id: 'regional-2024',
    belonging: fromNotice(
      { regions: [{ code: '652900', name: '阿克苏地区' }], departments: [], units: [] },
      aksu2024.clauses.scope?.value ?? '',
    ),
    filing: {
      ...aksu2024.filing,
      byDepartment: fromNotice([{ code: 'department-1', name: '温宿县工信局', due: '2024-08-23T18:00' }], clause),
    },
  };

  test('takes drafts of units that lie in it, whose department has its own cutoff, and refuses others', async () => {
    await addCampaign(api, office, regional);
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const open = () => as.post('/api/applications').send({ ...draft, campaignId: regional.id });
    const lies = (region: string | null) => api.db.unit.update({ where: { id: 'unit-1' }, data: { region } });
    for (const elsewhere of [null, '653100']) {
      await lies(elsewhere);
      expect((await open().expect(422)).body).toMatchObject({
        code: 'not_eligible',
        clause: '通知 一',
        field: 'unitId',
      });
    }
    await lies('652922');
    const { body } = await open().expect(201);
    expect(body.deadlines).toMatchObject([{ name: 'filing_cutoff', due: '2024-08-23T18:00:00.000+08:00', clause }]);
    const plan = (query = {}) =>
      office
        .as('unit')
        .get(`/api/campaigns/${regional.id}/publicity`)
        .query({ from: '2024-08-12', ...query });
    expect((await plan().expect(200)).body).toMatchObject({
      lastSafeDay: '2024-08-15',
      cutoff: '2024-08-23T18:00:00.000+08:00',
    });
    expect((await plan({ unit: 'unit-2' }).expect(200)).body).toMatchObject({ lastSafeDay: '2024-08-22' });
    await lies(null);
  });
});

describe('What machines notice', () => {
  // Everybody here attaches the same complete evidence; what is added to it is looked at.
  const evidence = new Set(completeEvidence.map(({ kind, year }) => evidenceFile(kind, year).fileName));
  const findingsOf = async (as: Caller, id: string) => {
    const { findings, documents } = (await as.get(`/api/applications/${id}/dossier`).expect(200)).body;
    const known = documents.filter(({ fileName }: { fileName: string }) => evidence.has(fileName));
    return (findings as Finding[]).filter(
      ({ documentId }) => !known.some((one: { id: string }) => one.id === documentId),
    );
  };
  const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code).sort();

  /** A page with shapes of its own. */
  const page = (seed: number) =>
    sharp({ create: { width: 900, height: 1200, channels: 3, background: 'white' } })
      .composite(
        Array.from({ length: 12 }, (_, index) => ({
          input: { create: { width: 200, height: 130, channels: 3 as const, background: index % 2 ? '#222' : '#777' } },
          left: (seed * 83 + index * 137) % 700,
          top: (seed * 191 + index * 263) % 1000,
        })),
      )
      .png()
      .toBuffer();

  test('is a file or a certificate number of another person, named to the office and to nobody else', async () => {
    const certificateNumber = '新职 2018-0042';
    const scan = await page(1);
    const first = await complete({ mandarin: { grade: '三级乙等', certificateNumber } });
    await attach(first.as, first.id, 'other', null, scan, 'scan.png');
    expect(await findingsOf(first.as, first.id)).toEqual([]);

    const again = await sharp(scan).resize(700).jpeg({ quality: 70 }).toBuffer();
    const second = await complete({
      mandarin: { grade: '三级乙等', certificateNumber: '新职2018 0042' },
      workHistory: {
        entries: [
          { from: '2007-07-01', to: '2015-01-01', employer: '甲厂', work: '设计' },
          { from: '2014-01-01', to: null, employer: '乙厂', work: '设计' },
        ],
      },
    });
    await attach(second.as, second.id, 'other', null, await page(5), 'another.png');
    expect(codes(await findingsOf(second.as, second.id))).toEqual(['certificate_used', 'work_overlap']);
    await attach(second.as, second.id, 'other', null, again, 'again.jpg');
    await attach(second.as, second.id, 'other', null, again, 'twice.jpg');
    await attach(second.as, second.id, 'diploma', null, scan, 'same.png');
    const own = await findingsOf(second.as, second.id);
    expect(codes(own)).toEqual([
      ...['certificate_used', 'file_elsewhere', 'picture_elsewhere', 'picture_elsewhere'],
      ...['same_file', 'same_file', 'similar_picture', 'work_overlap'],
    ]);
    expect(own.every(({ elsewhere }) => elsewhere === null)).toBe(true);
    const { body: saved } = await second.as.patch(`/api/applications/${second.id}`).send({ sections: {} }).expect(200);
    expect(saved.findings).toEqual(expect.arrayContaining(own));

    await second.submit().expect(200);
    const { number } = (await first.as.get(`/api/applications/${first.id}`).expect(200)).body;
    const seen = await findingsOf(office.as('office'), second.id);
    expect(codes(seen)).toEqual(codes(own));
    const elsewhere = seen.filter(({ code }) => code.endsWith('_elsewhere') || code === 'certificate_used');
    expect(elsewhere.map((one) => one.elsewhere)).toEqual(elsewhere.map(() => ({ id: first.id, number })));

    // Who judges it is told the same, but of no other application.
    const application = await lookUpApplication(api.db, second.id);
    if (!application) throw new Error('there is none');
    const documents = await documentsOf(api.db, second.id);
    const session = { id: 'session', factorProvenAt: null, missing: null };
    const caller = { personId: office.ids.expert, bindings: [{ role: 'expert', scope: campaignId }], session } as const;
    const told = await applicationFindings(api.deps, { application, dossier: second.form, documents, caller });
    expect(told.map(({ code }) => code)).toEqual(expect.arrayContaining(codes(own)));
    expect(told.filter((one) => one.elsewhere !== null)).toEqual([]);

    // The same person applies with the same papers again; and who was erased is not found.
    await api.db.vault.erase(personOwner(first.personId), 'test');
    expect(codes(await findingsOf(office.as('office'), second.id))).toEqual([
      ...['file_elsewhere', 'same_file', 'same_file', 'similar_picture', 'work_overlap'],
    ]);
  });
});

describe('What a service for text recognition reads', () => {
  test('is compared with the form, shown, kept encrypted, and named in no log', async () => {
    const service = await startOcrService();
    const logged: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (text: string) => void logged.push(text) });
    const scanReader = connectScanReader(service.url);
    const connected = createApp({ ...api.deps, scanReader, logger, metrics: createMetrics() });
    const { as, key, id: personId } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const reading = callerWith(connected, key);
    const { id } = (await as.post('/api/applications').send(draft).expect(201)).body;
    const form = { ...formOfPerson(180), education: { entries: [{ certificateNumber: '甲-1' }] } };
    await as.patch(`/api/applications/${id}`).send({ sections: form }).expect(200);
    const found = async () =>
      ((await as.get(`/api/applications/${id}/dossier`).expect(200)).body.findings as Finding[])
        .filter(({ code }) => code.startsWith('scan_'))
        .map(({ code }) => code);
    const secret = { name: '李四光', idNumber: '440524188001010014', certificateNumber: '乙2' };

    service.says(JSON.stringify({ ...secret, issuedOn: null, confidence: 0.9 }));
    await attach(reading, id, 'work_summary', null, pdf);
    expect(service.asked).toEqual([]);
    await attach(reading, id, 'diploma', null, pdf);
    const [{ content, ...asked }] = service.asked as [(typeof service.asked)[0]];
    expect(asked).toEqual({ kind: 'diploma', mediaType: 'application/pdf', login: 'bureau:secret' });
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    const differs = ['scan_name_differs', 'scan_id_differs', 'scan_number_differs'];
    expect(await found()).toEqual(differs);

    // A service that refuses, or answers something else, hinders nobody.
    for (const answer of [null, 'no JSON 李四光', '{"issuedOn":"李四光"}', '[]']) {
      service.says(answer);
      await attach(reading, id, 'diploma', null, pdf);
    }
    await service.stop();
    await attach(reading, id, 'diploma', null, pdf);
    expect(service.asked).toHaveLength(5);
    expect(await found()).toEqual(differs);
    expect(logged.filter((line) => line.includes('a scan could not be read'))).toHaveLength(5);
    const { rows } = await api.db.pool.query('SELECT * FROM document_readings');
    expect(rows).toHaveLength(1);
    for (const text of Object.values(secret)) expect(`${logged.join()}${JSON.stringify(rows)}`).not.toContain(text);
    await api.db.vault.erase(personOwner(personId), 'test');
    expect(
      await readingsOf(
        api.db,
        rows.map(({ document_id }) => document_id),
      ),
    ).toEqual([]);
  });
});

describe('What a person entered before', () => {
  test('is offered to their next application with its files, to nobody else, and not once it is erased', async () => {
    const first = await complete();
    await attach(first.as, first.id, 'commitment', null);
    const old = (await first.as.get(`/api/applications/${first.id}/dossier`).expect(200)).body.documents;
    await first.submit().expect(200);
    await first.as.post(`/api/applications/${first.id}/actions/withdraw`).send({ reason: '撤回' }).expect(200);
    const { id } = (await first.as.post('/api/applications').send(draft).expect(201)).body;
    const offered = async () => (await first.as.get(`/api/applications/${id}/career`).expect(200)).body;

    const { sources, known, rows, documents } = await offered();
    expect(sources).toMatchObject([{ id: first.id, campaignTitle: expect.any(String) }]);
    const { basicInformation, education } = first.form;
    const { employmentStatus: _, name: __, phone: ___, ...before } = basicInformation ?? {};
    expect(known.basicInformation).toMatchObject(before);
    expect(known.basicInformation).not.toHaveProperty('employmentStatus');
    expect(rows[0]).toEqual({
      section: 'education',
      isEntry: true,
      value: education?.entries?.[0],
      applicationId: first.id,
    });
    expect(documents.map(({ kind }: { kind: string }) => kind)).not.toContain('commitment');
    const [photo, diploma] = ['photo', 'diploma'].map((kind) =>
      documents.find((one: { kind: string }) => one.kind === kind),
    );
    expect(old.map(({ id: one }: { id: string }) => one)).toEqual(expect.arrayContaining([photo.id, diploma.id]));

    const take = (ids: readonly string[]) =>
      first.as.post(`/api/applications/${id}/career/documents`).send({ documents: ids });
    const taken = (await take([photo.id, diploma.id]).expect(201)).body.documents;
    expect(taken).toMatchObject([photo, diploma].map(({ sha256, kind }) => ({ sha256, kind, applicationId: id })));
    const file = await first.as.get(`/api/applications/${id}/documents/${taken[0].id}`).expect(200);
    expect(file.body).toEqual(evidenceFile('photo').content);
    await take([diploma.id]).expect(404);
    await first.as.patch(`/api/applications/${id}`).send({ sections: { education } }).expect(200);
    const left = await offered();
    expect(left.rows.some(({ section }: { section: string }) => section === 'education')).toBe(false);
    expect(left.documents.length).toBe(documents.length - 2);

    const stranger = await complete();
    expect((await stranger.as.get(`/api/applications/${stranger.id}/career`).expect(200)).body.rows).toEqual([]);
    await stranger.as.get(`/api/applications/${id}/career`).expect(404);
    await office.as('office').get(`/api/applications/${id}/career`).expect(403);
    await stranger.as
      .post(`/api/applications/${stranger.id}/career/documents`)
      .send({ documents: [photo.id] })
      .expect(404);

    await api.db.vault.erase(personOwner(first.personId), 'test');
    expect((await offered()).rows).toEqual([]);
  });
});

describe('What is covered in a document', () => {
  const upper = { page: 1, x: 0, y: 0, width: 10_000, height: 5_000 };

  test('is gone from the copy that unit and department read; applicant and office read the original', async () => {
    const { as, id, submit } = await complete();
    const content = samplePdf(['学历证书', '姓名：阿依古丽', '编号 SECRET-0042']);
    const { id: documentId } = (await attach(as, id, 'other', null, content, '阿依古丽.pdf')).body;
    const path = `/api/applications/${id}/documents/${documentId}`;
    const page = await as.get(`${path}/pages/1`).expect(200);
    expect(page.headers['content-type']).toBe('image/jpeg');
    await as.get(`${path}/pages/2`).expect(404);
    await as
      .put(`${path}/covered`)
      .send({ areas: [{ ...upper, page: 2 }] })
      .expect(422);
    await as
      .put(`${path}/covered`)
      .send({ areas: [{ ...upper, x: 1 }] })
      .expect(422);
    expect((await as.get(`${path}/covered`).expect(200)).body).toEqual({ areas: [], pages: 1 });
    expect(
      (
        await as
          .put(`${path}/covered`)
          .send({ areas: [upper] })
          .expect(200)
      ).body,
    ).toMatchObject({
      ...{ covered: true, fileName: '阿依古丽.pdf' },
    });
    await submit().expect(200);
    await as.delete(`${path}/covered`).expect(409);

    const listed = async (reader: Caller) =>
      (await reader.get(`/api/applications/${id}/dossier`).expect(200)).body.documents.find(
        (one: { id: string }) => one.id === documentId,
      );
    const textFor = async (reader: Caller) => {
      const { body } = await reader.get(path).buffer(true).expect(200);
      return (await readPdf(body)).join('');
    };
    for (const reader of [as, office.as('office'), office.as('supervisor')]) {
      expect(await listed(reader)).toMatchObject({ fileName: '阿依古丽.pdf', covered: true });
      expect(await textFor(reader)).toContain('SECRET-0042');
    }
    for (const reader of [office.as('unit'), office.as('department')]) {
      expect(await listed(reader)).toMatchObject({ fileName: '遮盖件.pdf', covered: true });
      expect(JSON.stringify(await listed(reader))).not.toContain('阿依古丽');
      expect(await textFor(reader)).toBe('');
      await reader
        .put(`${path}/covered`)
        .send({ areas: [upper] })
        .expect(403);
      await reader.get(`${path}/pages/1`).expect(403);
    }
    const again = office.as('office');
    await again
      .put(`${path}/covered`)
      .send({ areas: [{ ...upper, y: 5_000 }, upper] })
      .expect(200);
    expect((await again.get(`${path}/covered`).expect(200)).body.areas).toHaveLength(2);
    await again.delete(`${path}/covered`).expect(204);
    expect(await textFor(office.as('unit'))).toContain('SECRET-0042');
  });
});

describe('One person with two accounts', () => {
  const withdraw = ({ as, id }: { readonly as: Caller; readonly id: string }) =>
    as.post(`/api/applications/${id}/actions/withdraw`).send({ reason: '撤回' }).expect(200);

  test('has one application under way: the other is refused until the first has ended', async () => {
    const first = await complete();
    await first.submit().expect(200);
    const second = await complete(first.form);
    const { body } = await second.submit().expect(409);
    expect(body).toMatchObject({ code: 'already_applied', clause: cite(aksu2024, 'submission') });
    await withdraw(first);
    await second.submit().expect(200);
    expect((await first.as.get(`/api/applications/${first.id}`).expect(200)).body.status).toBe('withdrawn');
  });

  test('submits both at the same moment, and one of them is taken', async () => {
    for (let round = 0; round < 2; round += 1) {
      const one = await complete();
      const other = await complete(one.form);
      const answers = await Promise.all([one.submit(), other.submit()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('already_applied');
    }
  });

  test('has the submissions of both counted together, and no more than the notice allows', async () => {
    const story = ['return_for_correction', 'resubmit', 'return_for_correction', 'resubmit'] as const;
    for (const [steps, used] of [
      [story.slice(0, 2), 2],
      [story, 3],
    ] as const) {
      const { id: applicantId, as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
      const id = await office.application([...stories.committee_audit, ...steps, 'withdraw'], { applicantId });
      const second = await complete();
      // Its form is that of the other account.
      await api.db
        .$executeRaw`UPDATE dossiers SET id_number_hash = (SELECT id_number_hash FROM dossiers WHERE application_id = ${second.id}::uuid)
        WHERE application_id = ${id}::uuid`;
      expect((await as.get(`/api/applications/${id}`).expect(200)).body).toMatchObject({ submissions: used });
      const answer = await second.submit();
      if (used === 3) expect(answer.body).toMatchObject({ code: 'submissions_used_up' });
      const { body } = await second.as.get(`/api/applications/${second.id}`).expect(200);
      expect(body.submissions).toBe(used === 3 ? 0 : used);
    }
  });
});

describe('A submission', () => {
  test('with everything the notice asks for goes to the unit, frozen as it is', async () => {
    const { as, id, form, submit } = await complete();
    expect((await submit().expect(200)).body).toMatchObject({ status: 'unit_review', seq: 1 });
    const own = await as.get(`/api/applications/${id}/dossier`).expect(200);
    const seen = await office.as('unit').get(`/api/applications/${id}/dossier`).expect(200);
    expect(seen.body).toMatchObject({ frozen: true, hash: own.body.hash, sections: maskedDossier(form) });
    const { idNumber, phone } = seen.body.sections.basicInformation;
    expect([idNumber, phone]).toEqual([expect.stringMatching(/^6529\*{10}\d{3}[\dX]$/), '139****0000']);
    expect(seen.body.documents).toHaveLength(completeEvidence.length);
  });

  test('that came back is seen by the unit as it was submitted, until it is submitted again', async () => {
    const { as, id, submit } = await complete();
    await submit().expect(200);
    await office
      .as('unit')
      .post(`/api/applications/${id}/actions/return_to_applicant`)
      .send({ reason: '请补充' })
      .expect(200);
    await as
      .patch(`/api/applications/${id}`)
      .send({ sections: { workSummary: { text: '改过的总结' } } })
      .expect(200);
    const summary = async () =>
      (await office.as('unit').get(`/api/applications/${id}/dossier`)).body.sections.workSummary;
    expect(await summary()).toEqual(completeDossier.workSummary);
    await submit().expect(200);
    expect(await summary()).toEqual({ text: '改过的总结' });
  });

  test('lacking one paper is refused with that paper', async () => {
    const { as, id, submit } = await complete();
    const { body } = await as.get(`/api/applications/${id}/dossier`).expect(200);
    const idCard = body.documents.find(({ kind }: { kind: string }) => kind === 'id_card');
    await as.delete(`/api/applications/${id}/documents/${idCard.id}`).expect(204);
    const refused = await submit().expect(422);
    expect(refused.body.missing).toMatchObject([{ section: 'basicInformation', field: 'documents.id_card' }]);
    const card = { width: 1000, height: 630, channels: 3, background: 'white' } as const;
    const jpeg = await sharp({ create: card }).jpeg().toBuffer();
    await attach(as, id, 'id_card', null, jpeg, '身份证.jpg');
    await submit().expect(200);
  });

  test('of somebody outside the scope of the notice is refused with the clause', async () => {
    const basicInformation = { ...completeDossier.basicInformation, employmentStatus: 'retired' } as const;
    const { submit } = await complete({ basicInformation });
    expect((await submit().expect(422)).body).toMatchObject({ code: 'not_eligible', clause: '通知 一' });
  });

  test('of somebody under sanction is refused with the day it ends, whichever account they use', async () => {
    const { personId, form, submit } = await complete();
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    await api.db.sanction.create({
      data: {
        subject: 'person',
        personId,
        basis: '弄虚作假',
        decidedOn: day('2022-03-01'),
        clause: '通知 三、其他事宜（一）',
        expiresOn: day('2027-03-01'),
      },
    });
    const { body } = await submit().expect(422);
    expect(body).toMatchObject({ code: 'sanctioned' });
    expect(body.detail).toContain('2027-03-01');
    // The register names an account; the ID number finds the person under another one, and nobody else.
    const again = await complete(form);
    expect(again.personId).not.toBe(personId);
    expect((await again.submit().expect(422)).body).toMatchObject({ code: 'sanctioned' });
    await (await complete()).submit().expect(200);
  });

  test('of somebody who retires before the meeting is pointed out to all, its day to themselves', async () => {
    const basicInformation = {
      ...completeDossier.basicInformation,
      gender: 'male',
      idNumber: '652901196409150019',
    } as const;
    const { as, id, submit } = await complete({ basicInformation });
    const noteFor = async (reader: Caller) =>
      (await reader.get(`/api/applications/${id}/dossier`).expect(200)).body.retirement;
    expect(await noteFor(as)).toMatchObject({ on: '2024-09-15', zh: expect.stringContaining('2024-09-15') });
    await submit().expect(200);
    expect(await noteFor(as)).toMatchObject({ on: '2024-09-15' });
    const unit = office.as('unit');
    expect(await noteFor(unit)).toMatchObject({ on: null, zh: expect.stringContaining('达到法定退休年龄') });
    const { items } = ListAnswer.parse((await unit.get('/api/applications').query({ limit: 200 }).expect(200)).body);
    expect(items.filter(({ retiring }) => retiring).map((item) => item.id)).toEqual([id]);
    // The office's board counts them, and its queue lists them.
    const board = await office.as('office').get(`/api/campaigns/${campaignId}/board`).expect(200);
    expect(board.body.retiring).toBe(1);
    const listed = await office.as('office').get('/api/applications').query({ retiring: true }).expect(200);
    expect(ListAnswer.parse(listed.body).items.map((item) => item.id)).toEqual([id]);
  });

  test('is no longer that of somebody who retires once the form has another birthday', async () => {
    const { basicInformation } = completeDossier;
    const elder = { ...basicInformation, gender: 'male', idNumber: '652901196409150019' } as const;
    const { as, id } = await complete({ basicInformation: elder });
    const isMarked = async () => {
      const { body } = await as.get('/api/applications').expect(200);
      return ListAnswer.parse(body).items.map((item) => item.retiring);
    };
    expect(await isMarked()).toEqual([true]);
    // A form without basic information leaves it as it is.
    await as.patch(`/api/applications/${id}`).send({ sections: {} }).expect(200);
    expect(await isMarked()).toEqual([true]);
    await as.patch(`/api/applications/${id}`).send({ sections: { basicInformation } }).expect(200);
    expect(await isMarked()).toEqual([false]);
  });

  test('recommended by the unit needs its papers to be there', async () => {
    const { id, submit } = await complete();
    await submit().expect(200);
    const unit = office.as('unit');
    const posted = await unit.post(`/api/applications/${id}/actions/post_publicity`).send({}).expect(200);
    expect(posted.body.status).toBe('unit_publicity');
    const { body } = await unit.get(`/api/applications/${id}`).expect(200);
    const period = body.deadlines.find(({ name }: { name: string }) => name === 'publicity_period');
    expect(period).toMatchObject({ due: '2024-08-20T00:00:00.000+08:00', days: 5, pastDue: false });
    expect(period.explanation).toContain('08-17周六');
    const early = await unit.post(`/api/applications/${id}/actions/recommend`).send({}).expect(409);
    expect(early.body.code).toBe('event_not_allowed');
  });
});
