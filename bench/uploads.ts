import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import pMap from 'p-map';
import sharp from 'sharp';
import { largestChunk } from '../rules/dossier/uploadLimits.js';
import { requestedTitle } from '../simulation/hurried/bodies.js';
import { openPolicy } from '../simulation/hurried/campaign.js';
import type { Benchmark } from './benchmark.js';
import { type ClientPeople, signIn } from './data/people.js';
import { median } from './measure.js';
import { onNewStacks } from './stack/onNewStacks.js';
import type { Stack } from './stack/stack.js';

const size = 2_000_000;
const concurrency = [1, 8] as const;

/** Files of 2 MB, uploaded in parts and made documents, beside the same bytes written and synced to the same disk. */
export const uploads: Benchmark = {
  about: 'uploads of 2 MB files through the whole stack, by one client and by eight, beside a plain copy',
  counts: 'files a client uploads of each kind',
  defaults: { repeats: 3, count: 12, size: 0 },
  async run({ count, repeats, print }) {
    const { conditions, rounds } = await onNewStacks({ repeats, print }, `${count} files a client`, (stack) =>
      oneRound(stack, count),
    );
    const of = (kind: FileKind | 'copy', clients: number) =>
      median(rounds.map((round) => round[`${kind} ${clients}`] ?? Number.NaN));
    const row = (label: string, kind: FileKind | 'copy') => [label, ...concurrency.map((clients) => of(kind, clients))];
    const rows = [row('a plain copy', 'copy'), row('scans as PDF', 'pdf'), row('photos as JPEG', 'jpeg')];
    const header = ['MB a second', ...concurrency.map((clients) => `${clients} at once`)];
    return { conditions, notes: [note], tables: [{ caption: 'Uploads of 2 MB', header, rows }], raw: rounds };
  },
};

const note =
  'An upload: begun, sent in parts of 512 kB, examined (kind, scripts, what it unfolds to, size and sharpness of a picture), ' +
  'stripped, encrypted and recorded; each part is synced. No virus scanner. A plain copy: the same bytes written and synced.';

type FileKind = 'pdf' | 'jpeg';
const nameOf: Readonly<Record<FileKind, string>> = { pdf: 'scan.pdf', jpeg: 'photo.jpg' };

/** Files of 2 MB that do not compress, as scans and photos do not. */
async function samples(): Promise<Readonly<Record<FileKind, Buffer>>> {
  const start = Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\n2 0 obj\n<<>>\nstream\n');
  const end = Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n');
  const pdf = Buffer.concat([start, randomBytes(size - start.length - end.length), end]);
  const noise = { type: 'gaussian', mean: 160, sigma: 24 } as const;
  const picture = sharp({ create: { width: 1654, height: 2339, channels: 3, background: '#fff', noise } });
  return { pdf, jpeg: await picture.jpeg({ quality: 91 }).toBuffer() };
}

async function oneRound({ port, database, dataDir }: Stack, count: number): Promise<Readonly<Record<string, number>>> {
  const { people, close } = await signIn(port, database);
  const files = await samples();
  const round: Record<string, number> = {};
  try {
    const begun = await Promise.all(people.slice(0, Math.max(...concurrency)).map(beginApplication));
    for (const clients of concurrency) {
      round[`copy ${clients}`] = await rateOf(clients, count, size, () => copy(dataDir, files.pdf));
      for (const kind of ['pdf', 'jpeg'] as const) {
        const content = files[kind];
        round[`${kind} ${clients}`] = await rateOf(clients, count, content.length, async (client) => {
          const own = begun[client];
          if (own) await upload(own, kind, content);
        });
      }
    }
    return round;
  } finally {
    close();
  }
}

/** MB a second of clients that each do `count` of something, one after another, all at once. */
async function rateOf(clients: number, count: number, bytes: number, work: (client: number) => Promise<void>) {
  const one = async (client: number) => {
    for (let n = 0; n < count; n += 1) await work(client);
  };
  await pMap(
    Array.from({ length: clients }, (_, client) => client),
    work,
  );
  const start = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return (clients * count * bytes) / 1e6 / ((performance.now() - start) / 1000);
}

async function copy(dataDir: string, content: Buffer): Promise<void> {
  const folder = path.join(dataDir, 'copies');
  await mkdir(folder, { recursive: true });
  const name = path.join(folder, randomBytes(8).toString('hex'));
  const file = await open(name, 'wx');
  await file.writeFile(content);
  await file.sync();
  await file.close();
  await rm(name);
}

type Own = Awaited<ReturnType<typeof beginApplication>>;

async function beginApplication({ applicant }: ClientPeople) {
  const opened = await applicant.post('/api/applications', { campaignId: openPolicy.id, ...requestedTitle }, [201]);
  return { applicant, path: `/api/applications/${(opened as { id: string }).id}/uploads` };
}

async function upload({ applicant, path: uploadsPath }: Own, kind: FileKind, content: Buffer): Promise<void> {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  const words = `kind ${encoded('other')},fileName ${encoded(nameOf[kind])}`;
  const tus = { 'tus-resumable': '1.0.0' };
  const length = { 'upload-length': String(content.length), 'upload-metadata': words };
  const { headers } = await applicant.sendBytes('POST', uploadsPath, { headers: { ...tus, ...length }, expected: 201 });
  const at = headers.location ?? '';
  for (let offset = 0; offset < content.length; offset += largestChunk) {
    const body = content.subarray(offset, offset + largestChunk);
    const place = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    await applicant.sendBytes('PATCH', at, { headers: { ...tus, ...place }, body, expected: 204 });
  }
  await applicant.sendBytes('POST', `${at}/document`, { headers: {}, expected: 201 });
}
