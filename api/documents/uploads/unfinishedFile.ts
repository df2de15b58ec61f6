import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Request } from 'express';
import { unfinishedFolder } from '../../../records/dossier/incomingFiles.js';
import {
  advanceUpload,
  forgetUpload,
  retractUpload,
  type UnfinishedUpload,
} from '../../../records/dossier/unfinishedUploads.js';
import { largestChunk } from '../../../rules/dossier/uploadLimits.js';
import type { Deps } from '../../deps.js';
import { Problem } from '../../http/problem.js';
import { type Checksum, checksumOf } from './checksum.js';

type Services = Pick<Deps, 'db' | 'dataDir'>;

/** Where the bytes of an upload lie until it is whole. */
export const unfinishedFile = ({ dataDir }: Pick<Deps, 'dataDir'>, { id }: Pick<UnfinishedUpload, 'id'>): string =>
  path.join(unfinishedFolder(dataDir), id);

/**
 * Writes a chunk behind the bytes that have arrived, and returns how many there are now. What arrives of a chunk before its
 * line is cut counts too, so that a slow line gets on however often it is cut; only a whole chunk can be compared with the
 * sum that its sender gave.
 *
 * @throws Problem `body_too_large` for more than a chunk or more than was announced, `checksum_mismatch`, of both of which nothing is
 *   kept; `body_too_slow`; `body_malformed`
 */
export async function appendChunk(services: Services, upload: UnfinishedUpload, request: Request): Promise<number> {
  const announced = Number(request.get('content-length') ?? 0);
  const most = Math.min(largestChunk, upload.length - upload.received);
  if (announced > most) throw tooMuch();
  const checksum = checksumOf(request);
  const file = await openFile(services, upload);
  try {
    const { end, cut } = await write(file, { start: upload.received, most, checksum }, request);
    if (!cut) await requireWhole(services, upload, checksum);
    await file.datasync();
    const received = await advanceUpload(services.db, { id: upload.id, end });
    if (received === null) throw noSuchUpload();
    if (cut) throw cutOff();
    return received;
  } finally {
    await file.close();
  }
}

interface Chunk {
  readonly start: number;
  readonly most: number;
  readonly checksum: Checksum | null;
}

async function write(file: FileHandle, { start, most, checksum }: Chunk, request: Request) {
  let end = start;
  try {
    // A refused chunk must not destroy the request: its sender reads the answer on the same connection.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (end + part.length > start + most) throw tooMuch();
      await file.write(part, 0, part.length, end);
      checksum?.add(part);
      end += part.length;
    }
  } catch (error) {
    if (error instanceof Problem || request.complete) throw error;
    return { end, cut: true };
  }
  return { end, cut: false };
}

/** Takes back what a chunk with a wrong sum has overwritten: another request may have brought the same bytes meanwhile. @throws Problem */
async function requireWhole({ db }: Services, { id, received }: UnfinishedUpload, checksum: Checksum | null) {
  try {
    checksum?.require();
  } catch (error) {
    await retractUpload(db, { id, start: received });
    throw error;
  }
}

/** @throws Problem `not_found` when its bytes are gone, as after a restore from a backup */
async function openFile(services: Services, upload: UnfinishedUpload): Promise<FileHandle> {
  const place = unfinishedFile(services, upload);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const isNew = upload.received === 0;
  const flags = constants.O_RDWR | (isNew ? constants.O_CREAT : 0);
  const file = await open(place, flags, 0o600).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await endUpload(services, upload.id);
    throw noSuchUpload();
  });
  return file;
}

/** Ends an upload and removes what has arrived of it. */
export async function endUpload(services: Services, id: string): Promise<void> {
  await forgetUpload(services.db, id);
  await rm(unfinishedFile(services, { id }), { force: true });
}

/** The same for what is not there and for what is another person's. */
export const noSuchUpload = () =>
  new Problem('not_found', {
    zh: '没有这项上传，或者已经结束，请重新选择文件。',
    en: 'There is no such upload, or it has ended; please choose the file again.',
  });

const tooMuch = () =>
  new Problem('body_too_large', {
    zh: '这一段超过512KB，或超出了文件的长度。',
    en: 'This part is larger than 512 kB, or goes beyond the length of the file.',
  });

const cutOff = () =>
  new Problem('body_too_slow', {
    zh: '内容传输中断，已收到的部分已保留，请继续上传。',
    en: 'The content stopped arriving; what has arrived is kept, so please go on from there.',
  });
