import { base32, codeOf, stepAt, stepOfCode } from '../../../api/accounts/totp.js';
import { fromBase32 } from '../../support/people/fromBase32.js';

// RFC 6238, appendix B, SHA-1: the secret is the ASCII text; of eight digits authenticators show the last six.
const secret = Buffer.from('12345678901234567890');
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;

describe('A code of an authenticator', () => {
  test.each(vectors)('at second %i is the one of RFC 6238: %s', (second, code) => {
    expect(codeOf(secret, stepAt(second * 1000))).toBe(code.slice(-6));
  });

  test('is taken in its half minute and in the ones beside it, and not further away', () => {
    const now = 1_111_111_111_000;
    const step = stepAt(now);
    for (const near of [step - 1, step, step + 1]) expect(stepOfCode(secret, codeOf(secret, near), now)).toBe(near);
    for (const far of [step - 2, step + 2]) expect(stepOfCode(secret, codeOf(secret, far), now)).toBeNull();
    for (const none of ['', '12345', '1234567', 'abcdef']) expect(stepOfCode(secret, none, now)).toBeNull();
  });

  test('comes from a secret that people can type', () => {
    // RFC 4648, chapter 10, without padding.
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
    expect(fromBase32(base32(secret))).toEqual(secret);
  });
});
