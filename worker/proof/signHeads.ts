import { isSignedBy, type PublicKey, type Signer } from '../../config/signingKeys.js';
import type { Database } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { presentHeads } from '../../records/proof/presentHeads.js';
import { addSignedHeads, type Head, headsHash, rootOf, type SignedHeads } from '../../records/proof/signedHeads.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { appendHeads } from './headsFile.js';

/** The heads that signed lines add up to, by kind and id. */
export type SignedState = ReadonlyMap<string, Head>;

const none = '0'.repeat(64);
const keyOf = ([kind, id]: Head) => `${kind} ${id}`;

/** What a signature is made over. */
export function signedText({
  signature: _,
  ...content
}: Omit<SignedHeads, 'signature'> & { signature?: unknown }): string {
  return canonical(content);
}

/** The heads that these lines add up to. */
export function stateOf(lines: readonly SignedHeads[]): SignedState {
  return new Map(lines.flatMap(({ moved }) => moved).map((head) => [keyOf(head), head]));
}

/** The first line that was not signed here, does not follow the one before, or whose root is another; null: all do. */
export function headsFault(lines: readonly SignedHeads[], keys: readonly PublicKey[]): string | null {
  let previous = none;
  const state = new Map<string, Head>();
  for (const [index, line] of lines.entries()) {
    for (const head of line.moved) state.set(keyOf(head), head);
    const follows = line.ordinal === index + 1 && line.previous === previous;
    const whole = line.root === rootOf([...state.values()]) && line.heads === state.size;
    if (!follows || !whole || !isSignedBy(keys, line.signature, signedText(line))) return `line ${index + 1}`;
    previous = headsHash(line);
  }
  return null;
}

/** Whether a campaign moved since the last line, or a day has passed: the reason to sign, or null. */
export function reasonToSign(
  lines: readonly SignedHeads[],
  present: readonly Head[],
  now: Instant,
  interval: Instant,
): string | null {
  const last = lines.at(-1);
  if (!last) return 'start';
  const signed = stateOf(lines);
  const moved = present.find((head) => head[0] === 'campaign' && signed.get(keyOf(head))?.[2] !== head[2]);
  if (moved) return `campaign ${moved[1]} ${moved[2]}`;
  return now - last.at >= interval ? 'daily' : null;
}

/** Signs the present heads after these lines, in the database and outside it. Null: another process has signed meanwhile. */
export async function signHeads(
  { db, signer, dataDir }: { readonly db: Database; readonly signer: Signer; readonly dataDir: string },
  lines: readonly SignedHeads[],
  { at, reason }: Pick<SignedHeads, 'at' | 'reason'>,
): Promise<SignedHeads | null> {
  const signed = stateOf(lines);
  const moved = (await presentHeads(db.pool)).filter(
    (head) => canonical(signed.get(keyOf(head)) ?? null) !== canonical(head),
  );
  const state = new Map([...signed, ...moved.map((head): [string, Head] => [keyOf(head), head])]);
  const last = lines.at(-1);
  const content = {
    format: 'pingshen-heads/1',
    ordinal: lines.length + 1,
    at,
    reason,
    heads: state.size,
    root: rootOf([...state.values()]),
    moved,
    previous: last ? headsHash(last) : none,
  } as const;
  const line: SignedHeads = { ...content, signature: await signer.sign(signedText(content)) };
  try {
    await addSignedHeads(db, line);
  } catch (error) {
    if (isAlreadyThere(error)) return null;
    throw error;
  }
  await appendHeads(dataDir, line);
  return line;
}
