import { isPayCode, mostPayCodes, payCode, payCodesIn } from '../../../rules/fees/payCode.js';

const some = Array.from({ length: 100 }, (_, index) => payCode(1 + index * 89_885));

test('every fee has a code of its own, of eight digits', () => {
  const first = Array.from({ length: 50_000 }, (_, ordinal) => payCode(ordinal));
  expect(new Set(first).size).toBe(first.length);
  expect(first.every(isPayCode)).toBe(true);
  expect(payCode(mostPayCodes - 1)).toMatch(/^[1-9]\d{7}$/);
  expect(() => payCode(mostPayCodes)).toThrow(RangeError);
});

test('one wrong digit is found wherever it stands', () => {
  for (const code of some) {
    for (let place = 0; place < code.length; place += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = code.slice(0, place) + digit + code.slice(place + 1);
        expect(isPayCode(typed)).toBe(typed === code);
      }
  }
});

test('two neighbours that have changed places are found', () => {
  for (const code of some)
    for (let place = 0; place + 1 < code.length; place += 1) {
      const typed = code.slice(0, place) + code[place + 1] + code[place] + code.slice(place + 2);
      expect(isPayCode(typed)).toBe(typed === code);
    }
});

test('codes of fees that arise one after the other differ in several digits', () => {
  const differing = (one: string, other: string) => [...one].filter((digit, place) => digit !== other[place]).length;
  for (let ordinal = 0; ordinal < 1000; ordinal += 1)
    expect(differing(payCode(ordinal), payCode(ordinal + 1))).toBeGreaterThan(1);
});

const [code = '', other = ''] = some;
test.each([
  [`职称评审费 ${code} 张三`, [code]],
  [`职称评审费${code}张三`, [code]],
  [`${code.slice(0, 4)} ${code.slice(4)}`, [code]],
  [`缴款码：${code.slice(0, 4)}-${code.slice(4)}。`, [code]],
  [[...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''), [code]],
  [`${code}、${other}`, [code, other]],
  [`${code} ${code}`, [code]],
  [`${code} ${other}`, [code, other]],
  [`1${code}`, []],
  [`${code}5`, []],
  ['13800138000 张三', []],
  ['65290119900101123X', []],
  ['评审费', []],
  ['', []],
])('in the remark %j the codes %j are found', (remark, codes) => {
  expect(payCodesIn(remark)).toEqual(codes);
});
