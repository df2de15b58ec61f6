import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { extract, type Pack, pack } from 'tar-stream';
import { keep } from '../../config/keys.js';

type WebStream = Parameters<typeof Readable.fromWeb>[0];

/** The backup cannot be read: another key, or a file that is damaged or cut off. */
export class UnreadableBackup extends Error {
  override readonly name = 'UnreadableBackup';
}

/** The key of a file, made when it is missing (age, X25519). Whoever has it reads every backup made with it. */
export async function backupKey(keyFile: string): Promise<string> {
  const made = await generateX25519Identity();
  return await keep(keyFile, () => made);
}

/** One thing in a backup: its name, and what it holds. */
export interface Entry {
  readonly name: string;
  readonly content: Buffer;
}

/** Writes a file in the format of age (tar, compressed, encrypted in chunks whose order and end are authenticated). */
export async function writeSealed(file: string, key: string, entries: AsyncIterable<Entry>): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(key));
  const archive = pack();
  const compressed = archive.pipe(createGzip({ level: 3 }));
  const sealed = await encrypter.encrypt(Readable.toWeb(compressed) as ReadableStream<Uint8Array>);
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await Promise.all([fill(archive, entries), pipeline(Readable.fromWeb(sealed as unknown as WebStream), out)]);
}

/** Writes the same without encryption: for copies that hold nobody's data. */
export async function writeUnsealed(file: string, entries: AsyncIterable<Entry>): Promise<void> {
  const archive = pack();
  const out = createWriteStream(file, { flags: 'wx' });
  await Promise.all([fill(archive, entries), pipeline(archive, createGzip({ level: 9 }), out)]);
}

async function fill(archive: Pack, entries: AsyncIterable<Entry>): Promise<void> {
  try {
    for await (const { name, content } of entries) {
      await new Promise<void>((resolve, reject) => {
        archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
      });
    }
    archive.finalize();
  } catch (error) {
    archive.destroy(error as Error);
    throw error;
  }
}

/** The entries of such a file, in order. @throws UnreadableBackup */
export async function* readSealed(file: string, keyFile: string): AsyncGenerator<Entry> {
  const decrypter = new Decrypter();
  decrypter.addIdentity((await readFile(keyFile, 'utf8')).trim());
  try {
    const source = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>;
    yield* entriesIn(Readable.fromWeb((await decrypter.decrypt(source)) as unknown as WebStream));
  } catch (error) {
    throw new UnreadableBackup((error as Error).message);
  }
}

/** The entries of a file that is not sealed, in order. */
export const readUnsealed = (file: string): AsyncGenerator<Entry> => entriesIn(createReadStream(file));

async function* entriesIn(compressed: Readable): AsyncGenerator<Entry> {
  const archive = extract();
  const reading = pipeline(compressed, createGunzip(), archive);
  // The error reaches the loop below as well; here it is only kept from ending the process.
  reading.catch(() => undefined);
  for await (const entry of archive) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    yield { name: entry.header.name, content: Buffer.concat(parts) };
  }
  await reading;
}
