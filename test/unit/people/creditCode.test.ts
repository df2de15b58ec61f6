import { isCreditCode } from '../../../rules/people/creditCode.js';

describe('A unified social credit code', () => {
  test.each(['91350100M000100Y43', '9144030071526726XG', '914403001922038216', '91110000802100433B'])(
    '%s is right',
    (code) => expect(isCreditCode(code)).toBe(true),
  );

  test('is wrong with any other character in any place, in small letters, shorter or longer', () => {
    const code = '91350100M000100Y43';
    for (let place = 0; place < code.length; place += 1) {
      for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        if (other === code[place]) continue;
        expect(isCreditCode(`${code.slice(0, place)}${other}${code.slice(place + 1)}`)).toBe(false);
      }
    }
    for (const wrong of [code.toLowerCase(), code.slice(0, 17), `${code}0`, ` ${code}`])
      expect(isCreditCode(wrong)).toBe(false);
  });
});
