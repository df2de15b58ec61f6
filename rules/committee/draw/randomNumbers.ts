import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The first bytes of every block: domain separation. */
const domain = 'pingshen-draw/1';
const range = 2 ** 32;

/** Uniform whole numbers below a bound that anybody can compute from the seed. */
export type RandomNumbers = (below: number) => number;

/**
 * Numbers from SHA-256(domain ‖ 0 ‖ seed ‖ label ‖ 0 ‖ counter), the counter in 8 bytes, big-endian, from 0. A block
 * gives eight numbers of 4 bytes; one that would favour the lower results is passed over.
 *
 * @param label what the numbers are for: streams of different labels are independent
 */
export function randomNumbers(seed: string, label: string): RandomNumbers {
  const start = concatBytes(utf8ToBytes(domain), new Uint8Array(1), hexToBytes(seed), utf8ToBytes(label));
  const uint32s = uint32From(start);
  return (below) => {
    // The largest multiple of `below`: beyond it some remainders would come up once more than others.
    const fair = range - (range % below);
    for (;;) {
      const uint32 = uint32s.next().value;
      if (uint32 < fair) return uint32 % below;
    }
  };
}

function* uint32From(start: Uint8Array): Generator<number, never> {
  for (let counter = 0n; ; counter += 1n) {
    const count = new Uint8Array(9);
    new DataView(count.buffer).setBigUint64(1, counter);
    const block = sha256(concatBytes(start, count));
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    for (let at = 0; at < block.byteLength; at += 4) yield view.getUint32(at);
  }
}
