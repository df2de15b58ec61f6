import type { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDF } from '@libpdf/core';
import { createPaperKey, type PaperKey } from '../../../config/paperKey.js';
import { signPaper } from '../../../documents/paper/signPaper.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { paperChecks, readCertificates, verifySignedPaper } from '../../../ops/verify/signedPaper.js';

const at = Date.parse('2024-12-20T00:00:00+08:00');
let folder: string;
let remove: () => Promise<void>;
let key: PaperKey;
let plain: Uint8Array;
let signed: Buffer;
let trusted: readonly X509Certificate[];

beforeAll(async () => {
  ({ folder, remove } = await throwawayFolder());
  key = await createPaperKey(folder)();
  const pdf = PDF.create();
  pdf.addPage({ size: 'a4' });
  plain = await pdf.save();
  signed = await sign();
  trusted = readCertificates(key.certificates) ?? [];
});
afterAll(() => remove());

const sign = () => signPaper(plain, key, { at, reason: '证书 1', contact: 'http://localhost/verify/X' });

describe('An electronic certificate', () => {
  test('is the paper as it was, with the signature after it, and the same bytes each time', async () => {
    expect(signed.subarray(0, plain.length).equals(plain)).toBe(true);
    expect((await sign()).equals(signed)).toBe(true);
    expect(signed.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
  });

  test('is verified by itself and the published certificate', async () => {
    const verdict = await verifySignedPaper(signed, trusted);
    expect(verdict).toMatchObject({ difference: null, agreed: Object.values(paperChecks) });
    expect(verdict.about.join()).toContain('http://localhost/verify/X');
  });

  test('does not verify with any byte changed, anything added, or another key', async () => {
    const hole = signed.indexOf('/Contents <');
    const places = [20, plain.length - 30, plain.length + 40, hole + 200, hole + 20_000, signed.length - 8];
    for (const place of places) {
      const changed = Buffer.from(signed);
      changed.writeUInt8((changed[place] ?? 0) ^ 1, place);
      expect([place, (await verifySignedPaper(changed, trusted)).difference]).toEqual([place, expect.any(String)]);
    }
    const longer = Buffer.concat([signed, Buffer.from('\n%%EOF')]);
    expect((await verifySignedPaper(longer, trusted)).difference).toContain(paperChecks.signature);
    expect((await verifySignedPaper(Buffer.from(plain), trusted)).difference).toContain(paperChecks.signature);
    const other = await createPaperKey(path.join(folder, 'other'))();
    const verdict = await verifySignedPaper(signed, readCertificates(other.certificates) ?? []);
    expect(verdict.difference).toContain(paperChecks.signer);
  });

  test('is not taken for that of the issuer whose certificate somebody else put beside their own', async () => {
    const other = await createPaperKey(path.join(folder, 'other'))();
    for (const chain of [
      [...other.chain, ...key.chain],
      [...key.chain, ...other.chain],
    ]) {
      const forged = await signPaper(plain, { key: other.key, chain }, { at, reason: '', contact: '' });
      expect((await verifySignedPaper(forged, trusted)).difference).not.toBeNull();
    }
  });
});

describe('The key of certificates', () => {
  test('is made once, and taken from a file where one is named', async () => {
    const [again, fromFile] = [
      createPaperKey(folder),
      createPaperKey('/nowhere', path.join(folder, 'keys/papers.pem')),
    ];
    for (const read of [again, fromFile]) expect((await read()).certificates).toBe(key.certificates);
  });

  test('is refused where the certificate is of another key', async () => {
    const file = path.join(folder, 'mixed.pem');
    const other = await readFile(path.join(folder, 'other/keys/papers.pem'), 'utf8');
    await writeFile(file, `${other.slice(0, other.indexOf('-----BEGIN CERTIFICATE'))}${key.certificates}`);
    await expect(createPaperKey(folder, file)()).rejects.toThrow('mixed.pem');
  });
});
