import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { connectOfdConverter, connectSeal } from '../../../api/papers/connectServices.js';
import { restSetting } from '../../../documents/paper/setPaper.js';
import { readCertificates, verifySignedPaper } from '../../../ops/verify/signedPaper.js';
import { lookUpApplication } from '../../../records/application/lookUpApplication.js';
import { documentsOf } from '../../../records/dossier/documents.js';
import { freezeDossier } from '../../../records/dossier/dossiers.js';
import type { Dossier } from '../../../rules/dossier/dossier.js';
import { maskedIdNumber } from '../../../rules/dossier/maskedIdentity.js';
import {
  type CampaignPaperName,
  campaignPaperKinds,
  campaignPaperNames,
} from '../../../rules/papers/campaignPaperKinds.js';
import { type PaperName, paperKinds, paperNames } from '../../../rules/papers/paperKinds.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { cite } from '../../../rules/policy/clauses.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { samplePhoto } from '../../../simulation/samples/photo.js';
import { stories } from '../../../simulation/story/story.js';
import { seatCommittee } from '../../support/committee.js';
import { readPdf } from '../../support/files/readPdf.js';
import { startSealService } from '../../support/files/sealService.js';
import { type Caller, callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { completeDossier } from '../../unit/rules/completeDossier.js';
import { longName, plannedSession, signedMeeting } from './campaignOccasions.js';
import { addPhoto, saveForm } from './filledForm.js';

/** A name that would be a program if it were ever read as one, and characters that few fonts have. */
const employer = '#import "x": * 张𬭛㛃 $a_1$ `code` Ötkür';
const sections: Dossier = {
  ...completeDossier,
  workHistory: { entries: [{ from: '2007-07-01', to: null, employer, work: '机械设计' }] },
  continuingEducation: { mode: 'exempt' },
};
const { idNumber } = completeDossier.basicInformation;

let api: TestApi;
let office: Office;
let applicant: { readonly id: string; readonly as: Caller };
/** Paid, with the originals, and told when the defense is. */
let id: string;
let returned: string;
let refused: string;
let holder: typeof applicant & { readonly key: string };
let conferred: string;
/** By when titles are conferred. */
let later: TestApi['deps'];

beforeAll(async () => {
  api = await startTestApi({ name: 'papers', at: '2024-09-25T10:00:00+08:00' });
  office = await createOffice(api);
  applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  id = await office.application([...stories.defense, 'schedule_defense'], { applicantId: applicant.id });
  await fill(id, applicant.id);
  const other = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  returned = await office.application(stories.correction, { applicantId: other.id });
  refused = await office.application(stories.not_accepted, { applicantId: other.id });
  holder = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  later = { ...api.deps, clock: async () => Date.parse('2024-12-20T10:00:00+08:00') };
  conferred = await office.application(stories.conferred, { applicantId: holder.id, deps: later });
  await fill(conferred, holder.id);
  const decided = { event: 'record_tally', notBefore: Date.parse('2024-09-24T10:00:00+08:00') } as const;
  await office.application([...stories.review, decided]);
});
afterAll(async () => {
  await restSetting();
  await api.close();
});

/** The form and photo of an application that came by an import, which brings none. */
async function fill(applicationId: string, applicantId: string): Promise<void> {
  await saveForm(api, { applicationId, applicantId }, sections);
  await addPhoto(api, { applicationId, applicantId, content: samplePhoto(1) });
}

/** The form of an application as it is submitted, under the hash that its past names. */
async function freeze(applicationId: string, applicantId: string): Promise<void> {
  const { facts } = (await lookUpApplication(api.db, applicationId)) ?? {};
  const hash = facts?.dossierHash ?? '';
  const frozen = { dossier: sections, documents: await documentsOf(api.db, applicationId) };
  await freezeDossier(api.db, {
    applicationId,
    applicantId,
    hash,
    frozen,
    at: Date.parse('2024-08-01T10:00:00+08:00'),
  });
}

const print = async (as: Caller, kind: PaperName, of = id): Promise<Buffer> => {
  const got = await as.get(`/api/applications/${of}/papers/${kind}`).buffer();
  expect([got.status, got.body.detail]).toEqual([200, undefined]);
  const { body } = got;
  return body;
};
const readersOf = (kind: PaperName) => paperKinds[kind].readers.filter((role) => role !== 'applicant');
const plain = (text: string) => text.replaceAll(/\s/g, '');
const published = async () =>
  readCertificates((await request(api.app).get('/api/proof/paper-certificates').buffer().expect(200)).text) ?? [];
const codeIn = (text: string) => /verify\/([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5})/.exec(text)?.[1] ?? '';

describe('The papers of an application', () => {
  /** The application of which each is printed, where it is not the one told of its defense. */
  const printedOf = (kind: PaperName) =>
    ({ defect_notice: returned, refusal: refused, certificate: conferred })[kind as string] ?? id;

  test.each(paperNames)(
    '%s prints what the record holds: title, number, code and pages on each page, fonts and tags inside',
    async (kind) => {
      const isOwn = (paperKinds[kind].readers as readonly string[]).includes('applicant');
      const of = printedOf(kind);
      const own = of === conferred ? holder : applicant;
      const by = isOwn && (of === id || of === conferred) ? own.as : office.as('unit');
      const pdf = await print(by, kind, of);
      const { number } = (await office.as('office').get(`/api/applications/${of}`).expect(200)).body;
      const pages = await readPdf(pdf);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(number);
        expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
        expect(codeIn(page)).not.toBe('');
      }
      expect(pages.join('')).toContain(plain(paperKinds[kind].zh));
      const raw = pdf.toString('latin1');
      expect(raw).toMatch(/\/FontFile/);
      expect(raw).toContain('/StructTreeRoot');
      expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    },
  );

  test('hold names as they are, however rare, and none of them is a program', async () => {
    const text = (await readPdf(await print(applicant.as, 'review_form'))).join('');
    expect(text).toContain(plain(employer));
    expect(text).toContain(idNumber);
    for (const box of ['单位意见', '评委会意见', '核准机关意见'])
      expect([...box].every((one) => text.includes(one))).toBe(true);
  });

  test('are the same bytes each time, and another reader gets the ID number masked', async () => {
    const first = await print(applicant.as, 'review_form');
    expect((await print(applicant.as, 'review_form')).equals(first)).toBe(true);
    const theirs = (await readPdf(await print(office.as('office'), 'review_form'))).join('');
    expect(theirs).not.toContain(idNumber);
    expect(theirs).toContain(maskedIdNumber(idNumber));
  });

  test('give the reason of a refusal, the time of a defense and the number of a certificate', async () => {
    const read = async (kind: PaperName) =>
      (await readPdf(await print(office.as('unit'), kind, printedOf(kind)))).join('');
    expect(await read('refusal')).toContain('一段往事');
    expect(await read('defense_notice')).toMatch(/时间2024年\d+月\d+日/);
    const { body } = await holder.as.get(`/api/applications/${conferred}/certificate`).expect(200);
    expect(await read('certificate')).toContain(plain(body.certificate.number));
  });

  test('are printed by nobody else, and say from when they can be', async () => {
    for (const kind of paperNames) {
      await office.as('stranger').get(`/api/applications/${id}/papers/${kind}`).expect(404);
      for (const role of ['unit', 'department', 'office', 'finance'] as const) {
        const expected = (readersOf(kind) as readonly string[]).includes(role);
        const { status, body } = await office.as(role).get(`/api/applications/${returned}/papers/${kind}`);
        expect([kind, role, status === 404]).toEqual([kind, role, !expected]);
        if (status === 409)
          expect(body).toMatchObject({ code: 'paper_not_ready', clause: cite(aksu2024, paperKinds[kind].basis) });
      }
    }
    const { body } = await office.as('office').get(`/api/applications/${returned}/papers`).expect(200);
    const ready = body.items.filter((one: { ready: boolean }) => one.ready).map((one: { kind: string }) => one.kind);
    expect(ready).toContain('defect_notice');
    expect(ready).not.toContain('review_form');
  });

  test('leave an entry in the access log, and none where they are refused', async () => {
    const objectsOf = async (personId: string) => {
      const query = "SELECT DISTINCT object FROM access_log WHERE person_id = $1 AND object LIKE 'paper %'";
      return (await api.db.pool.query<{ object: string }>(query, [personId])).rows.map(({ object }) => object);
    };
    await print(office.as('supervisor'), 'posting');
    await office.as('stranger').get(`/api/applications/${id}/papers/posting`).expect(404);
    expect(await objectsOf(office.ids.supervisor)).toEqual(['paper posting']);
    expect(await objectsOf(office.ids.stranger)).toEqual([]);
  });

  test('confirm no payment of whoever has nothing to pay', async () => {
    const { facts } = (await lookUpApplication(api.db, id)) ?? {};
    if (!facts) throw new Error('the application is missing');
    const { employerKind } = facts.profile;
    const exempting = { ...aksu2024, feeExemptEmployers: { ...aksu2024.maxSubmissions, value: [employerKind] } };
    const ready = (policy: Policy) => paperKinds.payment_receipt.ready({ facts, dossier: {}, policy, conferred: null });
    expect([ready(aksu2024), ready(exempting)]).toEqual([true, false]);
  });

  test('with a character that no font has are refused, and the character named', async () => {
    const { applicantId } = (await office.as('office').get(`/api/applications/${returned}`).expect(200)).body;
    await api.db.user.update({ where: { id: applicantId }, data: { name: '张😀' } });
    const refused = await office.as('unit').get(`/api/applications/${returned}/papers/commitment`).expect(422);
    expect(refused.body).toMatchObject({ code: 'paper_unprintable' });
    expect(refused.body.detail).toContain('😀');
  });
});

const sanctionOnUnit = {
  subject: 'unit',
  unitId: 'unit-1',
  ground: 'fraud',
  basis: '阿工信处〔2024〕9号',
  decidedOn: '2024-09-25',
  responsible: ['王五（主任）'],
  reason: '为申报人出具虚假业绩证明。',
};

describe('The papers of a campaign', () => {
  const list = async () =>
    (await office.as('office').get(`/api/campaigns/${campaignId}/papers`).expect(200)).body.items;
  const printed = async (kind: CampaignPaperName, subject: string | null) => {
    const path = `/api/campaigns/${campaignId}/papers/${kind}${subject === null ? '' : `?subject=${subject}`}`;
    const got = await office.as('office').get(path).buffer();
    expect([got.status, got.body.detail]).toEqual([200, undefined]);
    return got.body as Buffer;
  };

  beforeAll(async () => {
    // Before the meeting nothing of it is to be had, and the list says so.
    const before = await list();
    expect(new Set(before.map((one: { kind: string }) => one.kind))).toEqual(new Set(campaignPaperNames));
    const members = await seatCommittee(api.db, { campaignId, size: 5 });
    await signedMeeting(api.db, { campaignId, members, motions: 60 });
    await plannedSession(api.db, { campaignId, members, applicationId: id });
    const register = `/api/campaigns/${campaignId}/sanctions`;
    const { body } = await office.as('supervisor').post(register).send(sanctionOnUnit).expect(201);
    expect((await list()).find((one: { kind: string }) => one.kind === 'sanction_notice').ready).toBe(false);
    await office.as('office').post(`${register}/${body.id}/confirm`).send({ reason: '已核实' }).expect(200);
  });

  test.each(campaignPaperNames)(
    '%s is listed and printed with title, code and pages, for the office and nobody else, and is verified',
    async (kind) => {
      const line = (await list()).find((one: { kind: string }) => one.kind === kind);
      expect(line).toMatchObject({ ready: true, clause: cite(aksu2024, campaignPaperKinds[kind].basis) });
      const pdf = await printed(kind, line.subject);
      const pages = await readPdf(pdf);
      for (const [index, page] of pages.entries()) {
        expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
        expect(codeIn(page)).not.toBe('');
      }
      const raw = pdf.toString('latin1');
      expect(raw).toContain('/StructTreeRoot');
      expect(raw).toContain(
        campaignPaperKinds[kind].isPublic ? '<pdfuaid:part>1</pdfuaid:part>' : '<pdfaid:part>2</pdfaid:part>',
      );
      const { text } = await request(api.app)
        .get(`/verify/${codeIn(pages.join(''))}`)
        .expect(200);
      expect(text).toContain('与现在的记录一致');
      expect(text).toContain(campaignPaperKinds[kind].zh);
      const address = `/api/campaigns/${campaignId}/papers/${kind}${line.subject === null ? '' : `?subject=${line.subject}`}`;
      for (const other of ['unit', 'department', 'finance', 'expert', 'stranger'] as const)
        await office.as(other).get(address).expect(403);
      await office.as('office').get(`/api/campaigns/${campaignId}/papers/${kind}?subject=${randomUUID()}`).expect(409);
    },
  );

  test('hold long names and every vote, and the public ones no number of an identity card', async () => {
    const lines: readonly { kind: CampaignPaperName; subject: string | null }[] = await list();
    const read = async (kind: CampaignPaperName) => {
      const { subject = null } = lines.find((one) => one.kind === kind) ?? {};
      return (await readPdf(await printed(kind, subject))).join('');
    };
    const minutes = await read('meeting_minutes');
    expect(minutes).toContain(longName);
    expect(minutes).toContain('申报人60');
    expect(minutes).toContain('应到5人，实到4人');
    expect(await read('result_notice')).not.toContain(idNumber);
    expect(await read('conferral')).toContain('关于');
    const { sanctions, meeting } = aksu2024;
    const notice = await read('sanction_notice');
    for (const told of [sanctions.unitYears.clause, '王五（主任）', sanctionOnUnit.reason, '2027年9月25日'])
      expect(notice).toContain(plain(told));
    const plan = await read('review_plan');
    for (const told of [meeting.threshold.clause, '第一答辩室', '2024年9月13日', '应当回避'])
      expect(plan).toContain(plain(told));
    expect((await read('score_sheets')).split('答辩评分表').length - 1).toBe(5);
  });
});

describe('The conferral', () => {
  const path = `/api/campaigns/${campaignId}/papers/conferral`;
  const read = async (sent: request.Test) => (await readPdf((await sent.buffer().expect(200)).body)).join('');
  let listed: typeof applicant;
  // Its form is not the one that its past names, so that its own papers are refused; the list shows what was submitted.
  beforeAll(async () => {
    listed = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    await freeze(await office.application(stories.conferred, { applicantId: listed.id, deps: later }), listed.id);
  });
  const readings = async (object: string) =>
    (
      await api.db.pool.query(
        'SELECT DISTINCT kind, person_id AS by, reason FROM access_log WHERE object = $1 AND subject_id = $2 ORDER BY kind',
        [object, listed.id],
      )
    ).rows;

  test('says who holds the titles, with ID numbers masked, or whole for a reason by right, and each reading is in the log', async () => {
    const masked = await read(office.as('supervisor').get(path));
    expect(masked).not.toContain(idNumber);
    for (const told of [maskedIdNumber(idNumber), `${idNumber.slice(6, 10)}.${idNumber.slice(10, 12)}`])
      expect(masked).toContain(told);
    await office.as('supervisor').post(path).send({ reason: '上报' }).expect(403);
    await office.as('office').post(path).send({}).expect(422);
    await office.as('office').post(path.replace('conferral', 'review_plan')).send({ reason: '上报' }).expect(404);
    const whole = await read(office.as('office').post(path).send({ reason: '上报备案' }));
    expect(whole).toContain(idNumber);
    for (const text of [masked, whole])
      expect(
        (
          await request(api.app)
            .get(`/verify/${codeIn(text)}`)
            .expect(200)
        ).text,
      ).toContain('与现在的记录一致');
    const readByOffice = { kind: 'identity', by: office.ids.office, reason: '上报备案' };
    expect(await readings('paper conferral')).toEqual(
      expect.arrayContaining([{ kind: 'dossier', by: office.ids.supervisor, reason: null }, readByOffice]),
    );
    expect(await readings('paper review_plan')).toEqual([]);
  });
});

describe('The code of a paper', () => {
  const look = (code: string) => request(api.app).get(`/verify/${code}`);

  test('tells anybody whether it is genuine and still the latest, and nothing of the person', async () => {
    const code = codeIn((await readPdf(await print(applicant.as, 'payment_notice'))).join(''));
    const { text } = await look(code.toLowerCase()).expect(200);
    expect(text).toContain('与现在的记录一致');
    expect(text).toContain(paperKinds.payment_notice.zh);
    for (const secret of [idNumber, '阿依古丽', '张三']) expect(text).not.toContain(secret);
    await api.db.unit.update({ where: { id: 'unit-1' }, data: { name: '改名后的单位' } });
    expect((await look(code).expect(200)).text).toContain('此后记录有变动');
    await api.db.unit.update({ where: { id: 'unit-1' }, data: { name: '单位1' } });
  });

  test.each(['AAAAA-AAAAA-AAAAA', 'short', '%3Cscript%3E'])('%s finds nothing', async (code) => {
    const { text } = await look(code).expect(404);
    expect(text).toContain('没有查到这份文书');
    expect(text).not.toContain('<script>');
  });
});

describe('A seal and a converter to OFD', () => {
  test('seal what the office issues over its name and nothing else, convert, and are named where they do not answer', async () => {
    const service = await startSealService();
    const [seal, ofd] = [connectSeal(service.urlOf('seal')), connectOfdConverter(service.urlOf('ofd'))];
    const connected = createApp({ ...api.deps, seal, ofd, metrics: createMetrics() });
    const get = (kind: PaperName, of: string, form = 'pdf') =>
      callerWith(connected, holder.key).get(`/api/applications/${of}/papers/${kind}?form=${form}`).buffer();
    const sealed = (body: Buffer) => body.toString('latin1').includes('%sealed');
    const issued = await get('certificate', conferred);
    expect([issued.status, sealed(issued.body)]).toEqual([200, true]);
    expect(await verifySignedPaper(issued.body, await published())).toMatchObject({ difference: null });
    expect(sealed((await get('commitment', conferred)).body)).toBe(false);
    const converted = await get('certificate', conferred, 'ofd');
    expect([converted.type, converted.text.slice(0, 7)]).toEqual(['application/ofd', 'PK%PDF-']);
    const words = aksu2024.committee;
    const login = 'bureau:secret';
    expect(service.asked).toEqual([
      { path: '/seal', words, login },
      { path: '/ofd', words, login },
    ]);
    await service.stop();
    expect((await get('certificate', conferred)).status).toBe(503);
    await holder.as.get(`/api/applications/${conferred}/papers/certificate?form=ofd`).expect(404);
  });
});

describe('The electronic certificate', () => {
  const looks = async () =>
    (await holder.as.get(`/api/applications/${conferred}/certificate`).expect(200)).body.looks as {
      total: number;
      last: string | null;
    };
  /** As two people decide it. */
  const revoke = async () => {
    const decided = { ground: 'fraud', basis: '阿工信处〔2024〕1号', decidedOn: '2024-09-25', reason: '论文系抄袭' };
    const proposed = { ...decided, subject: 'person', applicationId: conferred, revokes: true };
    const register = `/api/campaigns/${campaignId}/sanctions`;
    const { body } = await office.as('supervisor').post(register).send(proposed).expect(201);
    await office.as('office').post(`${register}/${body.id}/confirm`).send({ reason: '已核实' }).expect(200);
  };

  test('is the same signed file for everybody, and verified offline', async () => {
    const pdf = await print(holder.as, 'certificate', conferred);
    expect((await print(holder.as, 'certificate', conferred)).equals(pdf)).toBe(true);
    expect(await verifySignedPaper(pdf, await published())).toMatchObject({ difference: null });
  });

  test('counts for its holder who looked at it, by code, by number or as a reader, and keeps no address', async () => {
    const before = await looks();
    const code = codeIn((await readPdf(await print(holder.as, 'certificate', conferred))).join(''));
    expect(await looks()).toEqual(before);
    await request(api.app).get(`/verify/${code}`).expect(200);
    await request(api.app).get(`/verify/${code}`).expect(200);
    await print(office.as('office'), 'certificate', conferred);
    expect((await looks()).total).toBe(before.total + 3);
    expect((await looks()).last).not.toBeNull();
    const { body } = await holder.as.get('/api/me/readings').expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'certificate', name: null, roles: [] }));
    const { rows } = await api.db.pool.query("SELECT DISTINCT address FROM access_log WHERE kind = 'certificate'");
    expect(rows).toEqual([{ address: null }]);
    const { body: others } = await office.as('office').get(`/api/applications/${conferred}/certificate`).expect(200);
    expect(others.looks).toBeNull();
  });

  test('says that it is revoked: on the page of its code, on the paper and in its signature', async () => {
    const before = await print(holder.as, 'certificate', conferred);
    const code = codeIn((await readPdf(before)).join(''));
    await revoke();
    expect((await request(api.app).get(`/verify/${code}`).expect(200)).text).toContain('此资格已于2024-09-25撤销');
    const after = await print(holder.as, 'certificate', conferred);
    expect((await readPdf(after)).join('')).toContain('已撤销');
    expect(await verifySignedPaper(after, await published())).toMatchObject({ difference: null });
  });
});
