import type { Response } from 'express';
import type { Signature, Signer } from '../../config/signingKeys.js';
import { canonical } from '../../rules/canonical.js';

/** An exported file with the installation's signature over the canonical JSON of all the rest. */
export type SignedFile<Content extends object> = Content & { readonly signature: Signature };

/** Signs an exported file. Members that are undefined do not exist in it. */
export async function signFile<Content extends object>(signer: Signer, content: Content): Promise<SignedFile<Content>> {
  return { ...content, signature: await signer.sign(canonical(content)) };
}

/** Sends a signed file as canonical JSON, to be saved: one text, byte for byte, for one content. */
export async function sendSigned(signer: Signer, response: Response, name: string, content: object): Promise<void> {
  const text = canonical(await signFile(signer, content));
  response.attachment(name).type('json').send(text);
}
