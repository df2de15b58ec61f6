import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import {
  addCampaignFile,
  type CampaignFile,
  campaignFileOwner,
  countCampaignFiles,
  type FilePlace,
  findCampaignFile,
} from '../../records/campaign/campaignFiles.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { receiveFile } from '../documents/receiveFile.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { fileKind } from './fileAnswers.js';

/** What is said of an upload beside its content. */
export const FileQuery = z.strictObject({
  kind: fileKind,
  fileName: line(200).refine(
    (name) => !/[/\\]/.test(name),
    bilingualMessage('文件名不能含有斜线。', 'A file name has no slashes.'),
  ),
  replaces: z.string().optional().meta({ description: '更换哪一份；原来的留作旧版本' }),
});

/** Versions included. */
const most = 200;

/**
 * Takes in a file of a campaign or draft, and keeps it.
 *
 * @throws Problem `file_refused`, `not_found` or `already_done` for what it is to replace
 */
export async function takeFile(
  services: Pick<Deps, 'db' | 'dataDir' | 'clamdUrl' | 'clock'>,
  request: Request,
  place: FilePlace,
  { kind, fileName, replaces, by }: z.output<typeof FileQuery> & { readonly by: string },
): Promise<CampaignFile> {
  const { db, clock } = services;
  if (request.is('json'))
    throw new Problem('file_refused', {
      zh: '请把文件本身作为请求内容上传（application/octet-stream）。',
      en: 'Please send the file itself as the body of the request (application/octet-stream).',
    });
  if (replaces !== undefined && (await getFile(db, place, replaces)).replacedBy !== null) throw replacedAlready();
  if ((await countCampaignFiles(db, place)) >= most)
    throw new Problem('file_refused', { zh: `文件至多${most}份。`, en: `There can be ${most} files at most.` });
  const id = randomUUID();
  const owner = campaignFileOwner(id);
  const { mediaType, size, sha256 } = await receiveFile(services, request, { owner, fileName, isPublished: true });
  const uploaded = { id, kind, fileName, mediaType, size, sha256, uploadedBy: by, uploadedAt: await clock() };
  if (!(await addCampaignFile(db, place, uploaded, replaces ?? null))) throw replacedAlready();
  return { ...uploaded, owner, isTakenOver: false, replacedBy: null };
}

/** A file of a campaign or draft. @throws Problem `not_found` */
export async function getFile(db: Deps['db'], place: FilePlace, id: string): Promise<CampaignFile> {
  const file = isUuid(id) ? await findCampaignFile(db, place, id) : null;
  if (!file) throw new Problem('not_found', { zh: '没有这份文件。', en: 'There is no such file.' });
  return file;
}

/** The file has a later version already, which has to be looked at first. */
export function replacedAlready(): Problem {
  return new Problem('already_done', {
    zh: '这份文件已经更换或撤下，请重新载入。',
    en: 'This file has been replaced or withdrawn; please reload the page.',
  });
}
