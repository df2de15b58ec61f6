import type { PublicKey } from '../../config/signingKeys.js';
import { openingChecks, openSigned } from './signedFile.js';
import type { Verdict } from './verdict.js';
import { difference, differs } from './verdict.js';

type Verifier = (text: string, keys: readonly PublicKey[]) => Promise<Verdict>;

/** The offline verifiers by kind of file. */
const verifiers = {
  campaign: async (text, keys) => {
    const { CampaignFile } = await import('./schemas/campaignFile.js');
    const { verifyCampaign } = await import('./campaign.js');
    return judged(openSigned(text, keys, CampaignFile), (content) => verifyCampaign(content as never, keys));
  },
  certificate: async (text, keys) => {
    const { CertificateFile } = await import('./schemas/campaignFile.js');
    const { verifyCertificate } = await import('./certificate.js');
    return judged(openSigned(text, keys, CertificateFile), (content) => verifyCertificate(content as never));
  },
  application: async (text, keys) => {
    const { ApplicationFile } = await import('./schemas/campaignFile.js');
    const { verifyApplication } = await import('./certificate.js');
    return judged(openSigned(text, keys, ApplicationFile), (content) => verifyApplication(content as never));
  },
  draw: async (text, keys) => {
    const { DrawFile } = await import('./schemas/drawFile.js');
    const { verifyDraw } = await import('./draw.js');
    return judged(openSigned(text, keys, DrawFile), (content) => verifyDraw(content, keys));
  },
  ballot: async (text, keys) => {
    const { BallotFile } = await import('./schemas/ballotFile.js');
    const { verifyBallots } = await import('./ballot.js');
    return judged(openSigned(text, keys, BallotFile), (content) => verifyBallots(content as never, keys));
  },
} as const satisfies Record<string, Verifier>;
export type FileKind = keyof typeof verifiers;
export const fileKinds = Object.keys(verifiers) as readonly FileKind[];

/** Recomputes an exported file from itself and the public keys alone. Whatever the file holds, the answer is a verdict. */
export async function verifyFile(kind: FileKind, text: string, keys: readonly PublicKey[]): Promise<Verdict> {
  return await verifiers[kind](text, keys);
}

type Opened<Content> = { readonly content: Content } | { readonly difference: string };

function judged<Content>(opened: Opened<Content>, judge: (content: Content) => Verdict): Verdict {
  if ('difference' in opened) return differs(opened.difference);
  const passed = Object.values(openingChecks);
  try {
    const verdict = judge(opened.content);
    return { ...verdict, agreed: [...passed, ...verdict.agreed] };
  } catch (error) {
    // Well-formed, signed, and still not something the law can read: its policy or data have another shape.
    const stated = error instanceof Error ? error.message : '?';
    return differs(difference(openingChecks.format, { at: '.', stated, expected: '∅' }), passed);
  }
}
