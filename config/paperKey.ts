import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { keep } from './keys.js';
import { selfSignedKey } from './selfSignedKey.js';

/** The key that signs electronic certificates, with the certificate of its owner and those of the authorities above it. */
export interface PaperKey {
  readonly key: KeyObject;
  /** DER, the signer's first. */
  readonly chain: readonly Uint8Array[];
  /** From when on the signer's certificate holds, in ms. */
  readonly validFrom: number;
  /** The chain, and further certificates of the file under which was signed before, as PEM: what anybody checks with. */
  readonly certificates: string;
}

const certificate = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * The key for electronic certificates from a PEM file: the private key, then the certificates, the signer's first. Without a file it
 * is `keys/papers.pem` of the data folder, self-made when it is missing. It is read once.
 */
export function createPaperKey(dataDir: string, file?: string): () => Promise<PaperKey> {
  let known: Promise<PaperKey> | undefined;
  return () => (known ??= readPaperKey(dataDir, file));
}

async function readPaperKey(dataDir: string, file?: string): Promise<PaperKey> {
  if (file !== undefined) return paperKeyOf(await readFile(file, 'utf8'), file);
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const own = path.join(folder, 'papers.pem');
  const present = await readFile(own, 'utf8').catch(() => undefined);
  const made = present ?? (await selfSignedKey());
  return paperKeyOf(await keep(own, () => made), own);
}

/** @throws Error naming the file that is no such key: its signatures would not be those of its certificate, or differ each time */
function paperKeyOf(pem: string, file: string): PaperKey {
  const [first, ...others] = [...pem.matchAll(certificate)].map(([one]) => new X509Certificate(one));
  const key = createPrivateKey(pem);
  // RSA signs the same file alike each time, and no other kind of key does.
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`${file}: 不是 RSA 密钥 / not an RSA key`);
  if (!first?.checkPrivateKey(key))
    throw new Error(`${file}: 首个证书与私钥不符 / the first certificate is not of the private key`);
  const all = [first, ...others];
  return {
    key,
    chain: chainOf(first, others).map(({ raw }) => raw),
    validFrom: Date.parse(first.validFrom),
    certificates: all.map((one) => one.toString()).join(''),
  };
}

/** The certificates from the signer's up to the last issuer that is known. */
function chainOf(signer: X509Certificate, others: readonly X509Certificate[]): readonly X509Certificate[] {
  const issuer = others.find((one) => signer.checkIssued(one));
  if (issuer === undefined || signer.checkIssued(signer)) return [signer];
  return [
    signer,
    ...chainOf(
      issuer,
      others.filter((one) => one !== issuer),
    ),
  ];
}
