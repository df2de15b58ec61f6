import fc from 'fast-check';
import { inclusionProof, isIncluded, merkleRoot } from '../../../rules/meeting/ballot/merkle.js';

const someLeaves = fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{4,8}$/), { minLength: 1, maxLength: 33 });

describe('The tree over a motion’s papers', () => {
  test('is the one of RFC 6962: worked by hand for none, one, two and three leaves', () => {
    // SHA-256 of nothing; of 00 and the leaf; of 01 and both leaves' hashes (sha256sum over those bytes).
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot(['a'])).toBe('022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c');
    expect(merkleRoot(['a', 'b'])).toBe('b137985ff484fb600db93107c77b0365c80d78f5b429ded0fd97361d077999eb');
    expect(merkleRoot(['a', 'b', 'c'])).toBe('36642e73c2540ab121e3a6bf9545b0a24982cd830eb13d3cd19de3ce6c021ec1');
  });

  test('shows each leaf to be in it, at its own place and at no other', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), (leaves, at) => {
        const index = at % leaves.length;
        const size = leaves.length;
        const shown = {
          leaf: leaves[index] ?? '',
          index,
          size,
          proof: inclusionProof(leaves, index),
          root: merkleRoot(leaves),
        };
        expect(isIncluded(shown)).toBe(true);
        expect(isIncluded({ ...shown, leaf: 'another' })).toBe(false);
        expect(isIncluded({ ...shown, index: index + size })).toBe(false);
        if (size > 1) expect(isIncluded({ ...shown, index: (index + 1) % size })).toBe(false);
        expect(isIncluded({ ...shown, proof: [...shown.proof, shown.root] })).toBe(false);
      }),
    );
  });

  test('has another root when a leaf is changed, left out, added or moved', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{4,8}$/), { minLength: 2, maxLength: 20 }), (leaves) => {
        const [first = '', second = '', ...rest] = leaves;
        const root = merkleRoot(leaves);
        for (const other of [
          [`${first}x`, second, ...rest],
          [second, ...rest],
          [...leaves, 'x'],
          [second, first, ...rest],
        ]) {
          expect(merkleRoot(other)).not.toBe(root);
        }
      }),
    );
  });

  test('does not take a node for a leaf', () => {
    const leaves = ['a', 'b', 'c', 'd'];
    const root = merkleRoot(leaves);
    const [, right = ''] = inclusionProof(leaves, 0);
    expect(isIncluded({ leaf: `${merkleRoot(['a', 'b'])}`, index: 0, size: 2, proof: [right], root })).toBe(false);
  });
});
