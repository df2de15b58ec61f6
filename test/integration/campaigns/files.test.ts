import request from 'supertest';
import { CampaignFileAnswer } from '../../../api/campaignFiles/fileAnswers.js';
import { DraftAnswer } from '../../../api/drafts/draftAnswers.js';
import { AnnouncementAnswer } from '../../../api/publicNotices/announcements.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { samplePdf } from '../../../simulation/samples/pdf.js';
import { samplePhoto } from '../../../simulation/samples/photo.js';
import { storedZip } from '../../support/files/storedZip.js';
import { type Caller, campaignId, createOffice, type Name, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
const nobody = () => request(api.app);
beforeAll(async () => {
  api = await startTestApi({ name: 'campaign_files', at: '2024-07-20T10:00:00+08:00', worker: false });
  office = await createOffice(api);
});
afterAll(() => api.close());

const own = `/api/campaigns/${campaignId}/files`;
const notice = samplePdf(['关于开展2024年度职称评审的通知']);
const officeFile = (main: string) =>
  storedZip({ '[Content_Types].xml': `<Types><Override PartName="/x.xml" ContentType="${main}+xml"/></Types>` });
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Sent {
  readonly fileName: string;
  readonly content: Buffer;
  readonly kind?: string;
  readonly replaces?: string;
}
const upload = (as: Caller, path: string, { content, kind = 'annex', ...query }: Sent) =>
  as
    .post(path)
    .query({ ...query, kind })
    .type('application/octet-stream')
    .send(content);
const listed = async (as: Caller, path: string) => {
  const { body } = await as.get(path).expect(200);
  return body.items.map((one: object) => CampaignFileAnswer.strict().parse(one));
};
const announce = (policy: Policy) =>
  api.db.campaign.update({
    where: { id: campaignId },
    data: { state: 'open', policy: JSON.parse(JSON.stringify(policy)) },
  });
const logged = () => api.db.accessEntry.findMany({ where: { kind: 'campaign_file' }, orderBy: { at: 'asc' } });

describe('The notice and its annexes', () => {
  test('are taken as PDF, Word, Excel and pictures, from the office only, and everybody signed in downloads them', async () => {
    const files = [
      { kind: 'notice', fileName: '通知.pdf', content: notice },
      { fileName: '附件1.docx', content: officeFile(`${word}.main`) },
      { fileName: '附件2.xlsx', content: officeFile(`${sheet}.main`) },
      { fileName: '附件3.png', content: samplePhoto(1) },
    ];
    const others: readonly Name[] = ['applicant', 'unit', 'department', 'finance', 'expert', 'supervisor', 'operator'];
    for (const name of others)
      await upload(office.as(name), own, { fileName: '通知.pdf', content: notice }).expect(403);
    for (const file of files) await upload(office.as('office'), own, file).expect(201);
    const items = await listed(office.as('applicant'), own);
    expect(
      items.map(({ kind, fileName, size }: { kind: string; fileName: string; size: number }) => [kind, fileName, size]),
    ).toEqual(files.map(({ kind = 'annex', fileName, content }) => [kind, fileName, content.length]));
    const file = await office.as('unit').get(`${own}/${items[0].id}`).buffer(true).expect(200);
    expect(Buffer.from(file.body)).toEqual(notice);
    expect(file.headers).toMatchObject({ 'content-type': 'application/pdf' });
    expect(file.headers['content-disposition']).toContain('attachment');
    expect((await logged()).map(({ campaignId: of, personId, object }) => [of, personId, object])).toEqual(
      items.map(({ id }: { id: string }) => [campaignId, office.ids.office, id]),
    );
  });

  test.each([
    ['macros', { fileName: '附件.docx', content: officeFile('application/vnd.ms-word.document.macroEnabled.main') }],
    ['another ending', { fileName: '附件.pdf', content: officeFile(`${word}.main`) }],
    ['a program', { fileName: '附件.pdf', content: Buffer.from('MZ\u0090\u0000') }],
    ['a web page', { fileName: '附件.html', content: Buffer.from('<!doctype html><script>1</script>') }],
    ['nothing in it', { fileName: '附件.pdf', content: Buffer.alloc(0) }],
    ['an archive', { fileName: '附件.zip', content: storedZip({ 'a.txt': 'a' }) }],
  ])('are refused with %s', async (_, file) => {
    const before = await listed(office.as('office'), own);
    expect((await upload(office.as('office'), own, file).expect(422)).body.code).toBe('file_refused');
    expect(await listed(office.as('office'), own)).toEqual(before);
  });

  test('are replaced, which keeps the older version, or withdrawn, which hides it; each time the log tells who', async () => {
    const clerk = office.as('office');
    const [first] = await listed(clerk, own);
    const sent = { kind: 'notice', fileName: '通知（修订）.pdf', content: samplePdf(['修订']) };
    const { body } = await upload(clerk, own, { ...sent, replaces: first.id }).expect(201);
    await upload(clerk, own, { ...sent, replaces: first.id }).expect(409);
    await upload(clerk, own, { ...sent, replaces: 'x' }).expect(404);
    const items = await listed(office.as('applicant'), own);
    expect(items.filter(({ kind }: { kind: string }) => kind === 'notice')).toMatchObject([
      { id: first.id, replacedBy: body.id },
      { id: body.id, replacedBy: null },
    ]);
    await office.as('applicant').get(`${own}/${first.id}`).expect(200);
    await clerk.delete(`${own}/${first.id}`).expect(409);
    await office.as('applicant').delete(`${own}/${body.id}`).expect(403);
    await clerk.delete(`${own}/${body.id}`).expect(204);
    await clerk.delete(`${own}/${body.id}`).expect(404);
    await office.as('applicant').get(`${own}/${body.id}`).expect(404);
    expect((await listed(clerk, own)).map(({ id }: { id: string }) => id)).not.toContain(body.id);
    expect((await logged()).slice(-2).map(({ object }) => object)).toEqual([body.id, body.id]);
  });

  test('are on the page of the announcement without sign-in, once the campaign is announced', async () => {
    const [, first] = await listed(office.as('office'), own);
    const page = `/announcements/${campaignId}`;
    await api.db.campaign.update({ where: { id: campaignId }, data: { state: 'preparing' } });
    await nobody().get(`${page}/files/${first.id}`).expect(404);
    const words = {
      value: { zh: '各单位：\n<b>请</b>按时申报。', en: 'In time.' },
      clause: '办事机构',
      source: 'default' as const,
    };
    await announce({ ...aksu2024, words: { ...aksu2024.words, announcement: { ...words, confirmed: true } } });
    const { text } = await nobody().get(page).expect(200);
    expect(text).toContain(`href="${page}/files/${first.id}"`);
    expect(text).toContain('附件1.docx');
    expect(text).toContain('<p>各单位：<br>&lt;b&gt;请&lt;/b&gt;按时申报。</p>');
    expect(text).toContain('<p lang="en">In time.</p>');
    const { headers } = await nobody().get(`${page}/files/${first.id}`).expect(200);
    expect(headers['content-disposition']).toContain('attachment');
    const { body } = await nobody().get('/api/announcements').expect(200);
    const [shown] = body.items.map((one: object) => AnnouncementAnswer.strict().parse(one));
    expect(shown).toMatchObject({ id: campaignId, files: 3, announcement: { en: 'In time.' } });
    expect(shown.contacts.map(({ value }: { value: string }) => value)).toContain('0997—2122598');
    await nobody().get(`${page}/files/x`).expect(404);
    await nobody().get(`${page}/files/00000000-0000-0000-0000-000000000000`).expect(404);
    await nobody().get(own).expect(401);
  });

  test('of a draft are its author’s, go over to its campaign, and are taken over from an earlier one, as its phrases are', async () => {
    const clerk = office.as('office');
    const begin = async (basis: object) =>
      DraftAnswer.parse((await clerk.post('/api/campaign-drafts').send({ basis, year: 2025 }).expect(201)).body);
    const blank = await begin({ kind: 'blank' });
    const files = `/api/campaign-drafts/${blank.id}/files`;
    const { body } = await upload(clerk, files, { fileName: '附件9.pdf', content: notice }).expect(201);
    await office.as('secondOffice').get(files).expect(404);
    await office.as('secondOffice').get(`${files}/${body.id}`).expect(404);
    await clerk.get(`${files}/${body.id}`).expect(200);
    await office.as('applicant').get(`${own}/${body.id}`).expect(404);
    await clerk.delete(`${files}/${body.id}`).expect(204);
    expect(await listed(clerk, files)).toEqual([]);

    await clerk.post(`/api/campaigns/${campaignId}/phrases`).send({ text: '请补全学历证书' }).expect(201);
    const next = await begin({ kind: 'campaign', id: campaignId });
    const taken = await listed(clerk, `/api/campaign-drafts/${next.id}/files`);
    expect(
      taken.map(({ fileName, isTakenOver }: { fileName: string; isTakenOver: boolean }) => [fileName, isTakenOver]),
    ).toEqual([
      ['附件1.docx', true],
      ['附件2.xlsx', true],
      ['附件3.png', true],
    ]);
    const made25 = await clerk
      .post(`/api/campaign-drafts/${next.id}/create`)
      .send({ seq: next.seq, reason: '通知印发' });
    expect(made25.status).toBe(201);
    const again = await listed(clerk, `/api/campaigns/${made25.body.id}/files`);
    expect(again.map(({ id }: { id: string }) => id)).toEqual(taken.map(({ id }: { id: string }) => id));
    await clerk.get(`/api/campaigns/${made25.body.id}/files/${again[0].id}`).expect(200);
    const { body: phrases } = await clerk.get(`/api/campaigns/${made25.body.id}/phrases`).expect(200);
    expect(phrases.items).toMatchObject([{ text: '请补全学历证书', used: 0 }]);
    const policy = { ...aksu2024, id: 'aksu-files-2024' };
    const draft = DraftAnswer.parse(
      (
        await clerk
          .post('/api/campaign-drafts')
          .send({ basis: { kind: 'file', policy } })
          .expect(201)
      ).body,
    );
    await upload(clerk, `/api/campaign-drafts/${draft.id}/files`, { fileName: '附件1.pdf', content: notice }).expect(
      201,
    );
    const made = { seq: draft.seq, reason: '通知印发' };
    await clerk.post(`/api/campaign-drafts/${draft.id}/create`).send(made).expect(201);
    const ofCampaign = await listed(clerk, '/api/campaigns/aksu-files-2024/files');
    expect(ofCampaign).toMatchObject([{ fileName: '附件1.pdf', isTakenOver: false }]);
    const file = await clerk.get(`/api/campaigns/aksu-files-2024/files/${ofCampaign[0].id}`).buffer(true).expect(200);
    expect(Buffer.from(file.body)).toEqual(notice);
    await clerk.get(`${own}/${ofCampaign[0].id}`).expect(404);
    const amendment = await begin({ kind: 'amendment', id: campaignId });
    await upload(clerk, `/api/campaign-drafts/${amendment.id}/files`, {
      fileName: '附件1.pdf',
      content: notice,
    }).expect(409);
  });
});
