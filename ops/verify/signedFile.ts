import { z } from 'zod';
import { isSignedBy, type PublicKey } from '../../config/signingKeys.js';
import { canonical } from '../../rules/canonical.js';
import { signature } from './schemas/parts.js';
import { difference } from './verdict.js';

/** The published keys, as `GET /api/proof/keys` answers them. */
const Keys = z.strictObject({
  keys: z.array(z.strictObject({ id: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() })).min(1),
});

/** Parses a file of public keys; null when it is none. */
export function readKeys(text: string): readonly PublicKey[] | null {
  return Keys.safeParse(parse(text)).data?.keys ?? null;
}

export const openingChecks = {
  format: '文件格式 / the format of the file',
  canonical: '文件为规范文本 / the file is canonical',
  signature: '文件由本系统签名 / the file was signed by the installation',
} as const;

/** The content of a signed file, or what does not hold. Every byte of it is covered: by its only form and the signature. */
export function openSigned<Shape extends z.ZodObject>(
  text: string,
  keys: readonly PublicKey[],
  shape: Shape,
): { readonly content: z.output<Shape> } | { readonly difference: string } {
  const read = shape.extend({ signature }).safeParse(parse(text));
  if (!read.success) {
    const [issue] = read.error.issues;
    const at = issue?.path.join('.') || '.';
    return {
      difference: difference(openingChecks.format, { at, stated: issue?.code ?? '?', expected: formatOf(shape) }),
    };
  }
  const { signature: signed, ...content } = read.data as { signature: z.output<typeof signature> };
  if (text !== canonical(read.data)) {
    return { difference: difference(openingChecks.canonical, { at: '.', stated: '?', expected: 'canonical JSON' }) };
  }
  if (!isSignedBy(keys, signed, canonical(content))) {
    const at = { at: 'signature', stated: signed.keyId, expected: keys.map(({ id }) => id).join() };
    return { difference: difference(openingChecks.signature, at) };
  }
  return { content: content as z.output<Shape> };
}

function formatOf(shape: z.ZodObject): string {
  const { format } = shape.shape as { format?: z.ZodLiteral<string> };
  return format?.value ?? 'JSON';
}

/** Text that is not JSON fails the check of the format. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
