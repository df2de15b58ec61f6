import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keepFile } from '../../records/dossier/documentFile.js';
import { incomingFolder } from '../../records/dossier/incomingFiles.js';
import type { Owner } from '../../records/sealed/dataKeys.js';
import { largestFile } from '../../rules/dossier/uploadLimits.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';

/** file-type needs no more to tell PDF, JPEG and PNG. */
const headLength = 4100;

/** A file that has arrived whole and is not in its place yet. */
export interface Arrived {
  readonly file: string;
  readonly sha256: string;
  readonly size: number;
  /** The first bytes. */
  readonly head: Buffer;
}

/**
 * Takes in a file of at most 20 MB beside its future place, hashing it on the way.
 *
 * @throws Problem `body_too_large`, or `file_refused` when it is empty
 */
export async function takeIn(dataDir: string, content: Readable): Promise<Arrived> {
  const folder = incomingFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  try {
    await pipeline(
      // A refused file must not destroy the request: its sender reads the answer on the same connection.
      content.iterator({ destroyOnReturn: false }),
      async function* measure(chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          if (size < headLength) head.push(chunk.subarray(0, headLength - size));
          size += chunk.length;
          if (size > largestFile) throw tooLarge();
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(file, { mode: 0o600, flush: true }),
    );
    if (size === 0) throw emptyFile();
    return { file, sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Puts a file that has arrived into its place, encrypted with its owner's key, and clears it from where it arrived. */
export async function keep(services: Pick<Deps, 'db' | 'dataDir'>, owner: Owner, arrived: Arrived): Promise<void> {
  await keepFile(services, { owner, sha256: arrived.sha256 }, await readFile(arrived.file));
  await discard(arrived);
}

/** Throws away a file that was not wanted. */
export async function discard({ file }: Arrived): Promise<void> {
  await rm(file, { force: true });
}

export const tooLarge = () =>
  new Problem('body_too_large', {
    zh: '文件超过20MB，请压缩或分开上传。',
    en: 'The file is larger than 20 MB; please compress it, or upload it in parts.',
  });

export const emptyFile = () =>
  new Problem('file_refused', {
    zh: '文件是空的，请重新选择。',
    en: 'The file is empty; please choose another one.',
  });
