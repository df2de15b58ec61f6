import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { Problem } from '../../http/problem.js';
import { malformed } from './uploadHeaders.js';

/** The sums a sender may give with a part. tus asks for sha1 at least. */
export const checksumAlgorithms = ['sha1', 'sha256'] as const;

/** What is taken in of a part, summed up as it arrives. */
export interface Checksum {
  add(part: Buffer): void;
  /** @throws Problem `checksum_mismatch` */
  require(): void;
}

/** The sum that the part of a request must have; null: its sender gave none. @throws Problem `body_malformed` */
export function checksumOf(request: Request): Checksum | null {
  const given = request.get('upload-checksum');
  if (given === undefined) return null;
  const [name, sum = '', ...more] = given.split(' ');
  const algorithm = checksumAlgorithms.find((one) => one === name);
  if (algorithm === undefined || more.length > 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(sum)) throw malformed();
  const hash = createHash(algorithm);
  return {
    add: (part) => void hash.update(part),
    require: () => {
      if (!hash.digest().equals(Buffer.from(sum, 'base64'))) throw mismatch();
    },
  };
}

const mismatch = () =>
  new Problem('checksum_mismatch', {
    zh: '这一段在传输中出错，没有保留，请重新发送。',
    en: 'This part was damaged on its way and is not kept; please send it again.',
  });
