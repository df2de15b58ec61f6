import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../canonical.js';
import type { DrawPlan } from './plan.js';

/** SHA-256 of a frozen pool with its quotas, published while nobody knows the seed. */
export function poolHashOf(plan: DrawPlan): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(plan))));
}

/** What the installation signs as a pool is frozen: of which draw, under which seed's hash, and when (ISO, Beijing). */
export function frozenText(frozen: {
  readonly drawId: string;
  readonly seedHash: string;
  readonly committedAt: string;
  readonly frozenAt: string;
  readonly poolHash: string;
}): string {
  const { drawId, seedHash, committedAt, frozenAt, poolHash } = frozen;
  return canonical({ format: 'pingshen-pool-signature/1', drawId, seedHash, committedAt, frozenAt, poolHash });
}
