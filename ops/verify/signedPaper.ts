import { createHash, X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { difference, differs, type Verdict } from './verdict.js';

export const paperChecks = {
  signature: '文件由签名覆盖到最后一个字节 / the signature covers every byte of the file',
  content: '签名后内容未改动 / nothing was changed after it was signed',
  signer: '签名人在证书文件中 / the signer is among the certificates',
} as const;

/** The certificates of a PEM file; null when it has none. */
export function readCertificates(text: string): readonly X509Certificate[] | null {
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  try {
    return found.length === 0 ? null : found.map((one) => new X509Certificate(one));
  } catch {
    return null;
  }
}

/**
 * Checks a signed paper by itself and the issuer's certificates. Nothing may follow what was signed: a later update could show
 * something else. Whether the title was revoked since is no part of the file; its address says so.
 */
export async function verifySignedPaper(pdf: Buffer, trusted: readonly X509Certificate[]): Promise<Verdict> {
  const signed = signedPart(pdf);
  if (signed === null) return differs(problem(paperChecks.signature, '?', `0..${pdf.length}`));
  const { content, contents } = signed;
  const signer = await signerOf(contents, content);
  const agreed: string[] = [paperChecks.signature];
  if (signer === null) {
    return differs(problem(paperChecks.content, createHash('sha256').update(content).digest('hex'), '∅'), agreed);
  }
  agreed.push(paperChecks.content);
  if (!trusted.some((one) => one.fingerprint256 === signer.fingerprint256)) {
    const expected = trusted.map((one) => one.fingerprint256).join();
    return differs(problem(paperChecks.signer, signer.fingerprint256, expected), agreed);
  }
  return { about: aboutOf(pdf, signer), agreed: [...agreed, paperChecks.signer], difference: null };
}

const problem = (label: string, stated: string, expected: string) => difference(label, { at: '.', stated, expected });

/** All of the file but the signature itself, and the signature; null where something else is left out, or nothing is signed. */
function signedPart(pdf: Buffer): { readonly content: Uint8Array<ArrayBuffer>; readonly contents: Buffer } | null {
  const ranges = [...pdf.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  const [range] = ranges;
  if (ranges.length !== 1 || range === undefined) return null;
  const [start = -1, length = 0, next = 0, rest = 0] = range.slice(1).map(Number);
  const between = pdf.toString('latin1', length, next);
  if (start !== 0 || next + rest !== pdf.length || !/^<[0-9A-Fa-f]+>$/.test(between)) return null;
  const content = new Uint8Array(length + rest);
  content.set(pdf.subarray(0, length));
  content.set(pdf.subarray(next), length);
  return { content, contents: Buffer.from(between.slice(1, -1), 'hex') };
}

/** The certificate whose key made the signature over the content; null where none did. Others may stand beside it in the file. */
async function signerOf(contents: Buffer, content: Uint8Array<ArrayBuffer>): Promise<X509Certificate | null> {
  try {
    const { offset, result } = fromBER(contents);
    // What is left of the room for the signature is zeros: nothing else hides there.
    if (contents.subarray(offset).some((byte) => byte !== 0)) return null;
    const info = new ContentInfo({ schema: result });
    const data = new SignedData({ schema: info.content });
    const asked = { signer: 0, data: content.buffer, checkChain: false, extendedMode: true } as const;
    const { signatureVerified, signerCertificate } = await data.verify(asked);
    if (signatureVerified !== true || !signerCertificate) return null;
    return new X509Certificate(Buffer.from(signerCertificate.toSchema().toBER(false)));
  } catch {
    return null;
  }
}

function aboutOf(pdf: Buffer, { subject }: X509Certificate): readonly string[] {
  const text = pdf.toString('latin1');
  const address = /\/ContactInfo \(([^)]*)\)/.exec(text)?.[1];
  const at = /\/M \(D:(\d{4})(\d{2})(\d{2})/.exec(text)?.slice(1).join('-');
  return [
    `签名人 / signed by: ${subject.replaceAll('\n', ', ')}`,
    `签名所载日期 / date stated: ${at ?? '?'}`,
    `是否已撤销见 / whether it was revoked: ${address ?? '?'}`,
  ];
}
