import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { isSigned } from '../../../api/meetings/paperSignature.js';
import { createBlindedPaper } from '../../../simulation/rehearsal/committee/blindedPaper.js';
import { CheckLog } from '../../../simulation/rehearsal/committee/checkLog.js';

const motion = 'a-motion';
const keys = () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sign = (blinded: string) =>
    privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'base64'));
  const shown = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { shown, sign: (blinded: string) => sign(blinded).toString('base64') };
};

test("a paper of a rehearsal's voter is signed blindly by the server and accepted as a ballot", () => {
  const office = keys();
  for (const kind of ['ballot', 'receipt'] as const) {
    const paper = createBlindedPaper(kind, motion, office.shown);
    const signature = paper.unblind(office.sign(paper.blinded));
    expect(isSigned(kind, motion, office.shown, { serial: paper.serial, signature })).toBe(true);
    expect(isSigned(kind, 'another', office.shown, { serial: paper.serial, signature })).toBe(false);
    expect(isSigned(kind, motion, keys().shown, { serial: paper.serial, signature })).toBe(false);
  }
});

test('each blinded message is different and unblinds no other paper', () => {
  const office = keys();
  const [one, other] = [
    createBlindedPaper('ballot', motion, office.shown),
    createBlindedPaper('ballot', motion, office.shown),
  ];
  expect(one.blinded).not.toBe(other.blinded);
  expect(() => one.unblind(office.sign(other.blinded))).toThrow('not signed by this key');
});

test('the check log files each failure under its topic', () => {
  const checkLog = new CheckLog();
  checkLog.expect('draw', 'size', [11, 3], [11, 3]);
  checkLog.expect('fan_out', '2024-09-26', { total: 2, moved: 1 }, { total: 2, moved: 2 });
  expect(checkLog.checks.map(({ en, findings }) => [en, findings.length])).toEqual([
    ['the draw, verified offline', 0],
    ['outcomes applied, the counts add up', 1],
  ]);
  expect(checkLog.checks[1]?.findings[0]?.what).toBe('{"total":2,"moved":1} ≠ {"total":2,"moved":2}');
});
