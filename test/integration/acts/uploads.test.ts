import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../../api/createApp.js';
import { limitConnections } from '../../../api/http/limitConnections.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { until } from '../../../ops/process/ports.js';
import { unfinishedFolder } from '../../../records/dossier/incomingFiles.js';
import { databaseTime } from '../../../records/operations/databaseTime.js';
import { largestChunk, largestFile } from '../../../rules/dossier/uploadLimits.js';
import { sessionHeader } from '../../../simulation/hurried/provenSession.js';
import { stories } from '../../../simulation/story/story.js';
import { type Caller, callerWith, createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';

let api: TestApi;
let office: Office;
let folder: string;
beforeAll(async () => {
  api = await startTestApi({ name: 'uploads', at: '2024-08-12T10:00:00+08:00' });
  office = await createOffice(api);
  folder = unfinishedFolder(api.deps.dataDir);
});
afterAll(() => api.close());

/** A PDF of so many bytes. */
function pdfOf(size: number): Buffer {
  const start = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%');
  const filler = Buffer.alloc(size - start.length - 7, 'a');
  return Buffer.concat([start, filler, Buffer.from('\n%%EOF\n')]);
}
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const metadata = (words: Readonly<Record<string, string>>) =>
  Object.entries(words)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
const words = { kind: 'diploma', fileName: '毕业证.pdf' };

const candidate = async () => {
  const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
  return { ...applicant, applicationId: await office.application(stories.draft, { applicantId: applicant.id }) };
};
const create = (as: Caller, applicationId: string, length: number, said: Readonly<Record<string, string>> = words) =>
  as
    .post(`/api/applications/${applicationId}/uploads`)
    .set({ 'Tus-Resumable': '1.0.0', 'Upload-Length': String(length), 'Upload-Metadata': metadata(said) });
const append = (as: Caller, at: string, offset: number, content: Buffer) =>
  as
    .patch(at)
    .set({ 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(offset) })
    .type('application/offset+octet-stream')
    .send(content);
const received = async (as: Caller, at: string) => Number((await as.head(at).expect(200)).headers['upload-offset']);

async function begun(length: number) {
  const who = await candidate();
  const { headers } = await create(who.as, who.applicationId, length).expect(201);
  return { ...who, at: headers.location ?? '' };
}
async function sendAll(as: Caller, at: string, content: Buffer) {
  for (let offset = 0; offset < content.length; offset += largestChunk)
    await append(as, at, offset, content.subarray(offset, offset + largestChunk)).expect(204);
}

describe('An upload in parts', () => {
  test('becomes a document with the bytes that were sent, whichever process takes a part, and is made once', async () => {
    const content = pdfOf(1_200_000);
    const { as, key, applicationId, at } = await begun(content.length);
    // Another process over the same database and folder, as after a restart.
    const other = callerWith(createApp({ ...api.deps, metrics: createMetrics() }), key);
    await append(as, at, 0, content.subarray(0, 400_000)).expect(204);
    expect(await received(other, at)).toBe(400_000);
    await append(other, at, 400_000, content.subarray(400_000, 900_000)).expect(204);
    const { mode } = await stat(path.join(folder, path.basename(at)));
    expect([mode & 0o777, (await stat(folder)).mode & 0o777]).toEqual([0o600, 0o700]);
    expect((await as.post(`${at}/document`).expect(409)).body.code).toBe('offset_mismatch');
    await append(as, at, 900_000, content.subarray(900_000)).expect(204);
    const made = await Promise.all([as, other, as].map((one) => one.post(`${at}/document`)));
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [{ body }] = made as [(typeof made)[0]];
    expect(body).toMatchObject({ sha256: sha256(content), size: content.length, ...words });
    expect((await as.post(`${at}/document`).expect(201)).body).toEqual(body);
    expect(await api.db.document.count({ where: { applicationId } })).toBe(1);
    expect(await readdir(folder)).not.toContain(path.basename(at));
    await as.head(at).expect(404);
  });

  test('is of the person who began it, in that application, and of nobody else', async () => {
    const { as, applicationId, at } = await begun(100);
    const stranger = await candidate();
    const moved = at.replace(applicationId, stranger.applicationId);
    const others: readonly [Caller, string][] = [
      [stranger.as, at],
      [stranger.as, moved],
      [as, moved],
      [office.as('unit'), at],
      [office.as('office'), at],
      [as, at.replace(/[^/]+$/, randomUUID())],
      [as, at.replace(/[^/]+$/, '..%2F..%2Fkeys')],
    ];
    for (const [who, where] of others) {
      await who.head(where).expect(404);
      await append(who, where, 0, Buffer.from('x')).expect(404);
      await who.delete(where).expect(404);
      await who.post(`${where}/document`).expect(404);
    }
    expect(await received(as, at)).toBe(0);
  });

  test('takes each part where the last one ended, and none that is too long', async () => {
    const { as, at } = await begun(largestChunk + 10);
    const part = Buffer.alloc(largestChunk, 'a');
    const refused = async (offset: number, content: Buffer, status: number, code: string) =>
      expect((await append(as, at, offset, content).expect(status)).body.code).toBe(code);
    await refused(1, part, 409, 'offset_mismatch');
    await refused(0, Buffer.alloc(largestChunk + 1), 413, 'body_too_large');
    await append(as, at, 0, part).expect(204);
    await refused(0, part, 409, 'offset_mismatch');
    await refused(largestChunk, Buffer.alloc(11), 413, 'body_too_large');
    await as.patch(at).set('Upload-Offset', '-1').expect(400);
    expect(await received(as, at)).toBe(largestChunk);
  });

  test('keeps no part that differs from the sum its sender gave, and goes on with the right one', async () => {
    const content = pdfOf(300_000);
    const { as, at } = await begun(content.length);
    const sum = (algorithm: string, of: Buffer) => `${algorithm} ${createHash(algorithm).update(of).digest('base64')}`;
    const part = content.subarray(0, 200_000);
    const refused = async (given: string, status: number, code: string) => {
      const { body } = await append(as, at, 0, part).set('Upload-Checksum', given).expect(status);
      expect(body.code).toBe(code);
      expect(await received(as, at)).toBe(0);
    };
    await refused(sum('sha256', content), 460, 'checksum_mismatch');
    await refused(sum('md5', part), 400, 'body_malformed');
    await refused('sha256 ***', 400, 'body_malformed');
    const { headers } = await append(as, at, 0, part).set('Upload-Checksum', sum('sha256', part)).expect(204);
    expect(headers['tus-checksum-algorithm']).toBe('sha1,sha256');
    const rest = content.subarray(part.length);
    const wrong = append(as, at, part.length, Buffer.alloc(rest.length)).set('Upload-Checksum', sum('sha256', rest));
    await wrong.expect(460);
    await append(as, at, part.length, rest).set('Upload-Checksum', sum('sha1', rest)).expect(204);
    expect((await as.post(`${at}/document`).expect(201)).body.sha256).toBe(sha256(content));
  });

  test('takes back what a part with a wrong sum has written over, though another request had brought it', async () => {
    const content = pdfOf(30_000);
    const { as, key, at } = await begun(content.length);
    const sum = `sha256 ${createHash('sha256').update(content).digest('base64')}`;
    const { cookie } = sessionHeader(key) as { readonly cookie: string };
    const server = createServer(api.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    const answered = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
    socket.write(
      `PATCH ${at} HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\nConnection: close\r\nUpload-Offset: 0\r\nUpload-Checksum: ${sum}\r\nContent-Length: ${content.length}\r\n\r\n`,
    );
    const begins = async () => (await readdir(folder)).includes(path.basename(at));
    expect(await until(begins, { timeoutMs: 10_000 })).toBe(true);
    await append(as, at, 0, content).expect(204);
    socket.write(Buffer.alloc(content.length));
    expect(await answered).toContain('460');
    server.close();
    expect(await received(as, at)).toBe(0);
    await append(as, at, 0, content).expect(204);
    expect((await as.post(`${at}/document`).expect(201)).body.sha256).toBe(sha256(content));
  });

  test.each([
    ['nothing', 0, words, 422],
    ['more than 20 MB', largestFile + 1, words, 413],
    ['no kind of document', 10, { ...words, kind: 'treasure' }, 422],
    ['a kind the unit makes', 10, { ...words, kind: 'recommendation' }, 403],
    ['a name with slashes', 10, { ...words, fileName: '../../keys/master.json' }, 422],
    ['a name with control characters', 10, { ...words, fileName: 'a\u0000\r\nb.pdf' }, 422],
    ['something else beside', 10, { ...words, owner: 'me' }, 422],
  ])('of %s is not begun', async (_what, length, said, status) => {
    const { as, applicationId } = await candidate();
    await create(as, applicationId, length, said).expect(status);
    expect(await api.db.unfinishedUpload.count({ where: { applicationId } })).toBe(0);
  });

  test('is one of twenty that a person has under way', async () => {
    const { as, applicationId } = await candidate();
    const all = await Promise.all(Array.from({ length: 22 }, () => create(as, applicationId, 10)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(20);
    const [first] = all.filter(({ status }) => status === 201);
    await as.delete(first?.headers.location ?? '').expect(204);
    await create(as, applicationId, 10).expect(201);
  });

  test('that is no evidence is refused once it is whole, and nothing of it is left', async () => {
    const content = Buffer.from('MZ a program');
    const { as, applicationId, at } = await begun(content.length);
    await sendAll(as, at, content);
    expect((await as.post(`${at}/document`).expect(422)).body.code).toBe('file_refused');
    await as.head(at).expect(404);
    expect(await readdir(folder)).not.toContain(path.basename(at));
    expect(await api.db.document.count({ where: { applicationId } })).toBe(0);
  });

  test('that nobody goes on with is forgotten a day later, and no younger one', async () => {
    const [stale, young] = [await begun(10), await begun(10)];
    for (const { as, at } of [stale, young]) await append(as, at, 0, Buffer.from('%PDF')).expect(204);
    const [old, kept] = [stale, young].map(({ at }) => path.basename(at)) as [string, string];
    const daysAgo = (await databaseTime(api.db)) / 1000 - 86_460;
    await utimes(path.join(folder, old), daysAgo, daysAgo);
    await api.db.unfinishedUpload.update({ where: { id: old }, data: { lastAt: new Date(daysAgo * 1000) } });
    const sweeper = startTestSweeper(api.deps, { interval: 3_600_000 });
    await sweeper.sweep();
    await sweeper.stop();
    await stale.as.head(stale.at).expect(404);
    expect(await readdir(folder)).toContain(kept);
    expect(await readdir(folder)).not.toContain(old);
    expect(await received(young.as, young.at)).toBe(4);
    await rm(path.join(folder, kept));
    // Its bytes are gone, as after a restore: it ends, and the file is sent anew.
    await append(young.as, young.at, 4, Buffer.from('x')).expect(404);
    await young.as.head(young.at).expect(404);
  });

  describe('over a poor line', () => {
    let server: Server;
    let port: number;
    beforeAll(async () => {
      // Much faster than it is: a body may pause 400 ms, a request may last 700 ms, and a part takes 960.
      const app = createApp({ ...api.deps, bodyPauseMs: 400, metrics: createMetrics() });
      const limits = { all: 100, fromAddress: 100, headersMs: 600, requestMs: 700, idleMs: 5_000 };
      server = limitConnections(createServer({ connectionsCheckingInterval: 25 }, app), () => false, limits);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ({ port } = server.address() as AddressInfo);
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    /** Sends a chunk in pieces, one every 60 ms, and cuts the line after some of them; the answer's first line. */
    async function sendSlowly(
      key: string,
      at: string,
      offset: number,
      chunk: Buffer,
      { pieces, sent = pieces }: { pieces: number; sent?: number },
    ) {
      const socket = connect(port, '127.0.0.1');
      const { cookie } = sessionHeader(key) as { readonly cookie: string };
      let answer = '';
      socket.on('data', (data) => {
        answer += String(data);
      });
      const closed = new Promise<void>((resolve) =>
        socket.once('close', () => resolve()).once('error', () => resolve()),
      );
      socket.write(
        `PATCH ${at} HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\nConnection: close\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: ${offset}\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${chunk.length}\r\n\r\n`,
      );
      const size = Math.ceil(chunk.length / pieces);
      for (let piece = 0; piece < sent; piece += 1) {
        socket.write(chunk.subarray(piece * size, (piece + 1) * size));
        await pause(60);
      }
      await closed;
      return answer.split('\r\n')[0];
    }

    test('gets on however slow it is, and one that is silent ends', async () => {
      const content = pdfOf(1_000_000);
      const { as, key, applicationId, at } = await begun(content.length);
      const chunk = (offset: number) => content.subarray(offset, offset + largestChunk);
      // A line that is dead: no more comes, and the answer says so. What had come counts.
      expect(await sendSlowly(key, at, 0, chunk(0), { pieces: 20, sent: 1 })).toContain('408');
      let offset = await received(as, at);
      // Each part takes longer than a request may: as much as came of it counts, and the next one goes on from there. On a busy
      // machine a request may end before any of its part came.
      let inPart = 0;
      for (let tries = 0; offset < content.length && tries < 20; tries += 1) {
        const part = chunk(offset);
        await sendSlowly(key, at, offset, part, { pieces: 16 });
        const next = await received(as, at);
        expect(next).toBeGreaterThanOrEqual(offset);
        if (next > offset && next < offset + part.length) inPart += 1;
        offset = next;
      }
      expect(inPart).toBeGreaterThan(0);
      const { body } = await as.post(`${at}/document`).expect(201);
      expect(body.sha256).toBe(sha256(content));
      expect(await api.db.document.count({ where: { applicationId } })).toBe(1);
    });
  });
});
