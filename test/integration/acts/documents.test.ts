import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { Agent, createServer, request as httpRequest, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Response } from 'supertest';
import { DocumentAnswer } from '../../../api/applications/dossierAnswers.js';
import { createApp } from '../../../api/createApp.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { addDocument } from '../../../records/dossier/addDocument.js';
import { databaseTime } from '../../../records/operations/databaseTime.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { samplePhoto } from '../../../simulation/samples/photo.js';
import { stories } from '../../../simulation/story/story.js';
import { callerWith, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';
import { startClamd } from './stubClamd.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'documents', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
});
afterAll(() => api.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const pdfWith = (entry: string) =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type /Catalog ${entry}>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`);
/** A PDF with a stream of 140 MB in a hundredth of it, or less when that is compressed again. */
const pdfBomb = (entries: string, times = 1) => {
  let content: Buffer = Buffer.alloc(140_000_000);
  for (let n = 0; n < times; n += 1) content = deflateSync(content, { level: 1 });
  const filter = entries.includes('Filter') ? '' : '/Filter /FlateDecode';
  const dict = `%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n2 0 obj\n<<${entries} ${filter} /Length ${content.length}>>\nstream\n`;
  return Buffer.concat([
    Buffer.from(dict),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n'),
  ]);
};
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = async (width: number, height: number, background = '#dbe8f4') =>
  await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
/** A white picture of eight pixels. */
const samplePicture = Buffer.from(
  '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYa' +
    'KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA' +
    'AAj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKpAB//Z',
  'base64',
);
const damaged = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.from('\0\x10JFIF\0\x01'),
  Buffer.alloc(64),
]);
const jpegNamed = { fileName: '扫描件.jpg' };
const exe = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(200)]);
const withTag = (content: Buffer, tag: string) => Buffer.concat([content, Buffer.from(tag, 'latin1')]);
/** The directory at the end of an archive that has nothing in it. */
const archiveEnd = `PK\u0005\u0006${'\0'.repeat(18)}`;
const jpegWith = (comment: string) => {
  const length = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([samplePicture.subarray(0, 2), length, Buffer.from(comment), samplePicture.subarray(2)]);
};
/** A picture that says it is as large as this. */
const pngOf = (width: number, height: number) => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const kept = Buffer.concat([Buffer.from('IHDR'), size, png.subarray(24, 29)]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(kept));
  return Buffer.concat([png.subarray(0, 12), kept, sum, png.subarray(33)]);
};
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

const candidate = async (story = stories.draft) => {
  const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  return { ...applicant, applicationId: await office.application(story, { applicantId: applicant.id }) };
};
const upload = (
  as: ReturnType<Office['as']>,
  applicationId: string,
  content: Buffer,
  { kind = 'diploma', fileName = '毕业证.pdf', type = 'application/octet-stream' } = {},
) => as.post(`/api/applications/${applicationId}/documents`).query({ kind, fileName }).type(type).send(content);

/** What is kept of an upload, whose hash and size the answer named. */
async function stored(as: ReturnType<Office['as']>, { headers, body }: Pick<Response, 'headers' | 'body'>) {
  const { body: content } = await as
    .get(headers.location ?? '')
    .buffer(true)
    .expect(200);
  const kept = Buffer.from(content);
  expect(body).toMatchObject({ size: kept.length, sha256: createHash('sha256').update(kept).digest('hex') });
  return kept;
}

describe('An upload', () => {
  test('is kept by its hash and comes back as it was', async () => {
    const { as, applicationId } = await candidate();
    const { body, headers } = await upload(as, applicationId, pdf).expect(201);
    const document = DocumentAnswer.parse(body);
    expect(document).toMatchObject({ mediaType: 'application/pdf', size: pdf.length });
    expect(document.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
    const download = await as
      .get(headers.location ?? '')
      .buffer(true)
      .expect(200);
    expect(Buffer.compare(Buffer.from(download.body), pdf)).toBe(0);
    expect(download.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/);
    expect(download.headers['x-content-type-options']).toBe('nosniff');
    await office
      .as('unit')
      .get(headers.location ?? '')
      .expect(200);
    await office
      .as('otherUnit')
      .get(headers.location ?? '')
      .expect(404);
    await office
      .as('finance')
      .get(headers.location ?? '')
      .expect(404);
  });

  test.each([
    ['a program called PDF', exe, '毕业证.pdf', '只接受'],
    ['a web page called PDF', html, '毕业证.pdf', '只接受'],
    ['a drawing with a script', svg, '照片.png', '只接受'],
    ['nothing known', Buffer.from('just text'), '说明.pdf', '只接受'],
    ['a picture called PDF', png, '毕业证.pdf', '不符'],
    ['a PDF called picture', pdf, '照片.png', '不符'],
    ['a PDF called program', pdf, '毕业证.pdf.exe', '不符'],
    ['a PDF without an ending', pdf, '毕业证', '不符'],
    ['a PDF with a script', pdfWith('/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>'), '毕业证.pdf', '脚本'],
    ['a PDF with a hidden script', pdfWith('/AA <</O <</S /#4aavaScript /#4aS (x)>>>>'), '毕业证.pdf', '脚本'],
    ['a PDF that starts a program', pdfWith('/OpenAction <</S /Launch /F (calc.exe)>>'), '毕业证.pdf', '脚本'],
    [
      'a PDF with a file in it',
      pdfWith('/Names <</EmbeddedFiles <</Names [(a) <</Type /Filespec>>]>>>>'),
      '毕业证.pdf',
      '夹带其他文件',
    ],
    [
      'a PDF with a file attached',
      pdfWith('/AF [<</Type /Filespec /UF (a) /EF <</F 2 0 R>>>>]'),
      '毕业证.pdf',
      '夹带其他文件',
    ],
    ['a PDF that is an archive', withTag(pdf, archiveEnd), '毕业证.pdf', '夹带着另一种'],
    ['a PDF that unfolds to 140 MB', pdfBomb(''), '毕业证.pdf', '展开后过大'],
    ['a PDF whose objects do', pdfBomb('/Type /ObjStm /N 1 /First 4'), '毕业证.pdf', '展开后过大'],
    ['a PDF compressed twice', pdfBomb('/Filter [/FlateDecode /FlateDecode]', 2), '毕业证.pdf', '展开后过大'],
    [
      'a PDF whose objects hide what they unfold to',
      pdfWith('>> endobj 3 0 obj <</Filter [/ASCII#385Decode /FlateDecode] /Type /Obj#53tm>> stream endstream'),
      '毕业证.pdf',
      '展开后过大',
    ],
    ['a picture that is a PDF', jpegWith('%PDF-1.7'), '照片.jpg', '夹带着另一种'],
    ['a picture that ends as a PDF', withTag(samplePicture, '%PDF-1.7'), '照片.jpg', '夹带着另一种'],
    ['a picture that is an archive', withTag(png, archiveEnd), '照片.png', '夹带着另一种'],
    ['a picture with an archive at its end', withTag(samplePicture, 'PK\u0003\u0004...'), '照片.jpg', '夹带着另一种'],
    ['a picture with a page in it', jpegWith('<script>alert(1)</script>'), '照片.jpg', '夹带着另一种'],
    ['a picture that ends as a page', withTag(png, '<html><body onload=alert(1)>'), '照片.png', '夹带着另一种'],
    ['a picture of 30,000 × 30,000', pngOf(30_000, 30_000), '照片.png', '30000×30000像素'],
    ['nothing at all', Buffer.alloc(0), '毕业证.pdf', '空的'],
  ])('of %s is refused in plain words', async (_what, content, fileName, words) => {
    const { as, applicationId } = await candidate();
    const { body } = await upload(as, applicationId, content, { fileName }).expect(422);
    expect(body.code).toBe('file_refused');
    expect(body.detail).toContain(words);
    expect(await api.db.document.count({ where: { applicationId } })).toBe(0);
    expect(await readdir(path.join(api.deps.dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  test('goes by its content whatever it says of itself', async () => {
    const { as, applicationId } = await candidate();
    const sent = { fileName: '照片.PNG', type: 'text/html', kind: 'photo' };
    const { body } = await upload(as, applicationId, samplePhoto(1), sent).expect(201);
    expect(body).toMatchObject({ mediaType: 'image/png', picture: { width: 295, height: 413, remarks: [] } });
  });

  test.each([
    ['a portrait that is no picture', { kind: 'photo' }, pdf, '通知 四（一）1', '照片须为'],
    ['a square portrait', { kind: 'photo', ...jpegNamed }, jpeg(413, 413), '通知 四（一）1', '比例'],
    ['a portrait on its side', { kind: 'photo', ...jpegNamed }, jpeg(413, 295), '通知 四（一）1', '比例'],
    ['a tiny portrait', { kind: 'photo', ...jpegNamed }, jpeg(100, 140), '通知 四（一）1', '不小于200×280像素'],
    ['a scan too small to be read', jpegNamed, jpeg(399, 900), '通知 四（一）', '短边不少于400像素'],
    ['a damaged picture', jpegNamed, damaged, null, '重新扫描'],
  ])('of %s is refused with what to do', async (_what, as, content, clause, words) => {
    const { as: applicant, applicationId } = await candidate();
    const { body } = await upload(applicant, applicationId, await content, as).expect(422);
    expect(body.code).toBe('file_refused');
    expect(body.clause).toBe(clause);
    expect(body.detail).toContain(words);
    expect(await api.db.document.count({ where: { applicationId } })).toBe(0);
  });

  test('of a portrait that a camera turned is judged as it is seen', async () => {
    const { as, applicationId } = await candidate();
    const turned = await sharp(await jpeg(826, 590))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body } = await upload(as, applicationId, turned, { kind: 'photo', ...jpegNamed }).expect(201);
    expect(body.picture).toEqual({ width: 590, height: 826, remarks: [] });
  });

  test('of a page that is dark, blurred, faint or on its side is taken, and its reviewers are told', async () => {
    const { as, applicationId } = await candidate();
    const page = await jpeg(1600, 1100, '#222');
    await upload(as, applicationId, page, { kind: 'appraisal_form', ...jpegNamed }).expect(201);
    const blank = await jpeg(1100, 1600, '#eee');
    await upload(as, applicationId, blank, { kind: 'work_summary', ...jpegNamed }).expect(201);
    const { body } = await as.get(`/api/applications/${applicationId}/dossier`).expect(200);
    expect(body.documents).toMatchObject([
      { picture: { remarks: ['dark', 'unsharp', 'sideways'] } },
      { picture: { remarks: ['faint', 'unsharp'] } },
    ]);
  });

  test('of a picture loses who took it, where and with what, and nothing of the picture', async () => {
    const { as, applicationId } = await candidate();
    const clean = await jpeg(900, 1200);
    const exif = {
      IFD0: { Make: 'Canon', Artist: '张三' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 10/1 0/1' },
    };
    const taken = withTag(
      await sharp(clean).keepMetadata().withExif(exif).jpeg({ quality: 80 }).toBuffer(),
      'MotionPhoto',
    );
    const content = await stored(as, await upload(as, applicationId, taken, jpegNamed).expect(201));
    expect(await sharp(content).metadata()).not.toHaveProperty('exif');
    for (const trace of ['Canon', '张三', 'MotionPhoto', 'Exif']) expect(content.includes(trace)).toBe(false);
    const pixels = (file: Buffer) => sharp(file).raw().toBuffer();
    expect((await pixels(content)).equals(await pixels(taken))).toBe(true);
    const untouched = await upload(as, applicationId, content, jpegNamed).expect(201);
    expect((await stored(as, untouched)).equals(content)).toBe(true);
  });

  test('of a picture that a camera turned is kept upright', async () => {
    const { as, applicationId } = await candidate();
    const turned = await sharp(await jpeg(1200, 900))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body, headers } = await upload(as, applicationId, turned, jpegNamed).expect(201);
    const content = await stored(as, { headers, body });
    expect(await sharp(content).metadata()).toMatchObject({ width: 900, height: 1200 });
    expect(await sharp(content).metadata()).not.toHaveProperty('orientation');
  });

  test('of a PDF loses who wrote it with what, also where it is compressed; a signed one stays as it is', async () => {
    const { as, applicationId } = await candidate();
    const written = await PDFDocument.create();
    written.addPage().drawText('page');
    written.setAuthor('Zhang San');
    written.setProducer('Word');
    const content = await stored(as, await upload(as, applicationId, Buffer.from(await written.save())).expect(201));
    const read = await PDFDocument.load(content, { updateMetadata: false });
    expect([read.getAuthor(), read.getProducer(), read.getPageCount()]).toEqual([undefined, undefined, 1]);
    const texts = read.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(texts.filter((text) => /Word|Producer|5A00680061006E0067/i.test(text))).toEqual([]);
    const signed = pdfWith('/Perms <</DocMDP <</ByteRange [0 1 2 3]>>>> >>\nendobj\n2 0 obj\n<</Author (Zhang San)');
    const info = Buffer.from(signed.toString().replace('/Root 1 0 R', '/Root 1 0 R /Info 2 0 R'));
    expect((await stored(as, await upload(as, applicationId, info).expect(201))).equals(info)).toBe(true);
  });

  test('of more than 20 MB is refused and leaves nothing', async () => {
    const { as, applicationId } = await candidate();
    const large = Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]);
    const { body } = await upload(as, applicationId, large).expect(413);
    expect(body.code).toBe('body_too_large');
    expect(await readdir(path.join(api.deps.dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  test('that is refused leaves a connection that serves the next request at once', async () => {
    const { key, applicationId } = await candidate();
    const server = createServer(api.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (options: RequestOptions, body?: Buffer) =>
      new Promise<number>((resolve, reject) => {
        const asked = httpRequest({ port, host: '127.0.0.1', agent, timeout: 3_000, ...options }, (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
        });
        asked.once('error', reject).once('timeout', () => asked.destroy(new Error('it hangs')));
        asked.end(body);
      });
    const headers = { ...sessionHeader(key), 'content-type': 'application/octet-stream' };
    const at = (fileName: string) => ({
      method: 'POST',
      path: `/api/applications/${applicationId}/documents?kind=other&fileName=${fileName}`,
      headers,
    });
    const large = Buffer.concat([pdf, Buffer.alloc(22 * 1024 * 1024)]);
    expect(await ask(at('a.pdf'), large)).toBe(413);
    expect(await ask({ path: '/healthz' })).toBe(200);
    expect(await ask(at('a%2Fb.pdf'), large)).toBe(422);
    expect(await ask({ path: '/healthz' })).toBe(200);
    agent.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    '../../etc/passwd.pdf',
    'a/b.pdf',
    'a\\b.pdf',
    'a\u0000.pdf',
    'a\r\nSet-Cookie: x.pdf',
    `${'长'.repeat(200)}.pdf`,
  ])('under the name %j is refused', async (fileName) => {
    const { as, applicationId } = await candidate();
    await upload(as, applicationId, pdf, { fileName }).expect(422);
  });

  test('under a name that looks like code is given back as a harmless name', async () => {
    const { as, applicationId } = await candidate();
    const { headers } = await upload(as, applicationId, pdf, { fileName: `"><img src=x>'; DROP TABLE--.pdf` }).expect(
      201,
    );
    const download = await as.get(headers.location ?? '').expect(200);
    expect(download.headers['content-disposition']).not.toMatch(/[\r\n]/);
  });

  test('is refused when its application has as many of the kind as it may have', async () => {
    const { as, applicationId } = await candidate();
    const rows = Array.from({ length: 200 }, () => ({
      id: randomUUID(),
      applicationId,
      kind: 'other',
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'a'.repeat(64),
      uploadedBy: 'u',
      uploadedAt: new Date(),
      removedAt: new Date(),
    }));
    await api.db.document.createMany({ data: rows });
    const { body } = await upload(as, applicationId, pdf, { kind: 'other' }).expect(422);
    expect(body.code).toBe('file_refused');
    await upload(as, applicationId, pdf).expect(201);
  });

  test('is scanned where clamd is named, and not taken while that does not answer', async () => {
    const { key, applicationId } = await candidate();
    const clamd = await startClamd();
    const scanned = createApp({ ...api.deps, clamdUrl: clamd.url, metrics: createMetrics() });
    const send = (content: Buffer) =>
      callerWith(scanned, key)
        .post(`/api/applications/${applicationId}/documents`)
        .query({ kind: 'other', fileName: 'a.pdf' })
        .type('application/octet-stream')
        .send(content);
    await send(pdf).expect(201);
    expect((await send(Buffer.concat([pdf, Buffer.from('EICAR')])).expect(422)).body.code).toBe('file_refused');
    await clamd.stop();
    expect((await send(pdf).expect(503)).body.code).toBe('scan_unavailable');
    expect(await readdir(path.join(api.deps.dataDir, 'documents', 'incoming'))).toEqual([]);
  });

  test('does not pass the limit of its kind together with others at the same time', async () => {
    const { id, as, applicationId } = await candidate();
    const file = {
      kind: 'diploma',
      fileName: '毕业证.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256: 'a'.repeat(64),
    };
    const uploaded = { ...file, applicationId, uploadedBy: id, uploadedAt: new Date() };
    await api.db.document.createMany({ data: Array.from({ length: 199 }, () => ({ ...uploaded, id: randomUUID() })) });
    const at = Date.now();
    const one = (fileName: string) =>
      addDocument(api.db, {
        ...file,
        kind: 'diploma',
        id: randomUUID(),
        year: null,
        fileName,
        applicationId,
        uploadedBy: id,
        uploadedAt: at,
      });
    const added = await Promise.all(['1.pdf', '2.pdf', '3.pdf', '4.pdf'].map(one));
    expect(added.toSorted()).toEqual([false, false, false, true]);
    expect((await upload(as, applicationId, pdf).expect(422)).body.code).toBe('file_refused');
  });

  test('that a killed process left unencrypted is removed an hour later, and no younger one', async () => {
    const folder = path.join(api.deps.dataDir, 'documents', 'incoming');
    await mkdir(folder, { recursive: true });
    const now = (await databaseTime(api.db)) / 1000;
    for (const [name, age] of [
      ['left behind', 3_700],
      ['left behind.clean', 3_700],
      ['under way', 3_500],
    ] as const) {
      await writeFile(path.join(folder, name), pdf);
      await utimes(path.join(folder, name), now - age, now - age);
    }
    const sweeper = startTestSweeper(api.deps, { interval: 3_600_000 });
    await sweeper.sweep();
    await sweeper.stop();
    expect(await readdir(folder)).toEqual(['under way']);
    await rm(path.join(folder, 'under way'));
  });

  test('can be looked at in the page by who may read it, and runs nothing there', async () => {
    const { as, applicationId } = await candidate();
    const { headers } = await upload(as, applicationId, pdf).expect(201);
    const location = headers.location ?? '';
    const shown = await as.get(`${location}?inline=1`).expect(200);
    expect(shown.headers['content-disposition']).toMatch(/^inline; /);
    expect(shown.headers['content-type']).toBe('application/pdf');
    expect(shown.headers['x-content-type-options']).toBe('nosniff');
    expect(shown.headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['content-security-policy']).not.toContain('script');
    expect(shown.headers['cache-control']).toBe('private, no-store');
    const saved = await as.get(location).expect(200);
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
    await office.as('otherUnit').get(`${location}?inline=1`).expect(404);
    await office.as('finance').get(`${location}?inline=1`).expect(404);
    await as.get(`${location}?inline=perhaps`).expect(422);
  });

  test('can be taken back while the form is open, and not after', async () => {
    const { as, applicationId } = await candidate();
    const { headers } = await upload(as, applicationId, pdf).expect(201);
    await office
      .as('unit')
      .delete(headers.location ?? '')
      .expect(403);
    await as.delete(headers.location ?? '').expect(204);
    expect((await as.get(`/api/applications/${applicationId}/dossier`)).body.documents).toEqual([]);
    const late = await candidate(stories.unit_review);
    expect((await upload(late.as, late.applicationId, pdf).expect(409)).body.code).toBe('not_editable');
  });

  test('of papers the unit makes is for the unit, while the application lies with it', async () => {
    const { as, applicationId } = await candidate(stories.unit_review);
    const unit = office.as('unit');
    await upload(unit, applicationId, pdf, { kind: 'publicity_notice' }).expect(201);
    await upload(unit, applicationId, pdf, { kind: 'diploma' }).expect(403);
    await upload(as, applicationId, pdf, { kind: 'recommendation' }).expect(403);
    await upload(office.as('office'), applicationId, pdf, { kind: 'recommendation' }).expect(403);
  });
});
