import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** A seed: 32 bytes in lower-case hex. */
export const seedPattern = /^[0-9a-f]{64}$/;

/** What is published of a seed before the pool is frozen: its SHA-256, in hex. */
export function commitmentOf(seed: string): string {
  return bytesToHex(sha256(hexToBytes(seed)));
}
