import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

// The tree of RFC 6962: a leaf and a node are hashed under different first bytes, so that no node can be shown as a leaf.
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

const hashLeaf = (text: string) => sha256(concatBytes(leafPrefix, utf8ToBytes(text)));
const hashNode = (left: Uint8Array, right: Uint8Array) => sha256(concatBytes(nodePrefix, left, right));

/** The largest power of two below `size`: where RFC 6962 divides a list. */
function divide(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

function rootOf(leaves: readonly string[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return hashLeaf(first);
  const half = divide(leaves.length);
  return hashNode(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

/** The root over leaves in their order, in hex; of no leaves the hash of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  return bytesToHex(rootOf(leaves));
}

/** The inclusion proof of the leaf at `index`: hashes up to the root, the nearest first, in hex. */
export function inclusionProof(leaves: readonly string[], index: number): readonly string[] {
  if (leaves.length <= 1) return [];
  const half = divide(leaves.length);
  return index < half
    ? [...inclusionProof(leaves.slice(0, half), index), merkleRoot(leaves.slice(half))]
    : [...inclusionProof(leaves.slice(half), index - half), merkleRoot(leaves.slice(0, half))];
}

/** The proof that a leaf is the one at `index` of `size` under a root. */
export interface Inclusion {
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly string[];
  readonly root: string;
}

/** Whether the proof leads from the leaf to the root. */
export function isIncluded({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (index < 0 || index >= size) return false;
  const reached = climb(hashLeaf(leaf), index, size, [...proof]);
  return reached !== null && bytesToHex(reached) === root;
}

function climb(hash: Uint8Array, index: number, size: number, proof: string[]): Uint8Array | null {
  if (size === 1) return proof.length === 0 ? hash : null;
  const sibling = proof.pop();
  if (sibling === undefined || !/^[0-9a-f]{64}$/.test(sibling)) return null;
  const half = divide(size);
  const below = index < half ? climb(hash, index, half, proof) : climb(hash, index - half, size - half, proof);
  if (below === null) return null;
  return index < half ? hashNode(below, hexToBytes(sibling)) : hashNode(hexToBytes(sibling), below);
}
