import type { Readable } from 'node:stream';

/** Parses the body of an answer as the bytes it is, whatever its type. */
export function wholeBody(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as Readable;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: string | Buffer) => chunks.push(Buffer.from(chunk as string, 'latin1')));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
