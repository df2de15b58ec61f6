import fc from 'fast-check';
import { dossierSchema, sectionSchemas } from '../../../api/dossier/dossierSchema.js';
import { fieldErrors } from '../../../api/http/fieldErrors.js';
import { sectionNames } from '../../../rules/dossier/dossier.js';
import { maskedText } from '../../../rules/dossier/maskedText.js';
import { completeDossier } from '../rules/completeDossier.js';

const faults = (form: unknown): string[] => {
  const read = dossierSchema.safeParse(form);
  return read.success ? [] : fieldErrors(read.error).map(({ field, message }) => `${field}: ${message}`);
};
const person = (change: object) => faults({ basicInformation: change });

describe('the form a candidate saves', () => {
  test('a complete form is read back as it was written', () => {
    expect(dossierSchema.parse(completeDossier)).toEqual(completeDossier);
  });

  test('every section of the form has a schema, and each may be empty', () => {
    expect(Object.keys(sectionSchemas).sort()).toEqual([...sectionNames].sort());
    for (const name of sectionNames) expect(sectionSchemas[name].parse({})).toEqual({});
    expect(dossierSchema.parse({})).toEqual({});
  });

  test('any part of a form may be saved, however incomplete', () => {
    fc.assert(
      fc.property(fc.subarray(Object.entries(completeDossier)), fc.nat(20), (sections, keep) => {
        const form = Object.fromEntries(
          sections.map(([name, section]) => [name, Object.fromEntries(Object.entries(section).slice(0, keep % 4))]),
        );
        expect(faults(form)).toEqual([]);
      }),
    );
  });

  test('fields and sections that do not exist are refused', () => {
    expect(faults({ salary: {} })).toHaveLength(1);
    for (const name of sectionNames) expect(sectionSchemas[name].safeParse({ unknown: 1 }).success).toBe(false);
    expect(faults({ education: { entries: [{ grade: 'A' }] } })).toHaveLength(1);
    expect(faults(JSON.parse('{"basicInformation":{"__proto__":{"name":"x"}}}'))).toHaveLength(1);
  });

  test('text is trimmed, and text with nothing in it is not filled in yet', () => {
    expect(dossierSchema.parse({ basicInformation: { name: '  阿依古丽 ' } })).toEqual({
      basicInformation: { name: '阿依古丽' },
    });
    expect(person({ name: '   ', idNumber: '', phone: '' })).toEqual([]);
  });

  test.each([
    ['a null character', 'a\u0000b'],
    ['an escape', 'a\u001bb'],
    ['a line break in a name', 'a\nb'],
    ['half a surrogate pair', 'a\ud800'],
    ['a direction override', 'a\u202eb'],
  ])('a name with %s is refused', (_what, name) => {
    expect(person({ name })).toEqual(['basicInformation.name: 含有不可见的控制字符，请删除。']);
  });

  test('a summary may have several lines, and no other control characters', () => {
    expect(faults({ workSummary: { text: '一\n\t二' } })).toEqual([]);
    expect(faults({ workSummary: { text: '一\u0007' } })).toHaveLength(1);
  });

  test('markup and quotes in a name are text like any other', () => {
    expect(person({ name: "<b>'; drop table people; --" })).toEqual([]);
  });

  test('text that is too long and lists that are too long are refused', () => {
    expect(person({ name: '长'.repeat(101) })).toEqual(['basicInformation.name: 不超过100字。']);
    const entries = Array.from({ length: 21 }, () => ({}));
    expect(faults({ education: { entries } })).toEqual(['education.entries: 最多20条。']);
  });

  test.each(['2023-02-29', '2024-13-01', '2024-8-1', '0024-01-01', '2024-08-01T00:00', '', 20240801])(
    'the day %j does not exist',
    (startedWorkOn) => {
      expect(person({ startedWorkOn })).toHaveLength(1);
    },
  );

  test('a leap day exists', () => {
    expect(person({ startedWorkOn: '2024-02-29' })).toEqual([]);
  });

  test.each([
    ['a wrong check digit', '652901198503070020'],
    ['a day of birth that does not exist', '652901198502300025'],
    ['an area that does not exist', '992901198503070020'],
    ['15 digits', '652901850307002'],
    ['letters', '65290119850307002A'],
    ['a number and not text', 652901198503070],
  ])('an ID number with %s is refused', (_what, idNumber) => {
    expect(person({ idNumber })).toHaveLength(1);
  });

  test('an ID number agrees with the gender and the start of work, or both are told', () => {
    const idNumber = '652901198503070022';
    expect(person({ idNumber, gender: 'female', startedWorkOn: '2007-07-01' })).toEqual([]);
    expect(person({ idNumber, gender: 'male', startedWorkOn: '1985-03-07' })).toEqual([
      'basicInformation.gender: 性别与身份证号不一致，请核对。',
      'basicInformation.startedWorkOn: 参加工作时间早于出生日期，请核对。',
    ]);
  });

  test('a small x ends an ID number as a large one does', () => {
    expect(dossierSchema.parse({ basicInformation: { idNumber: '65290119850307017x' } })).toEqual({
      basicInformation: { idNumber: '65290119850307017X' },
    });
  });

  test('work that ended before it began is told by its place', () => {
    const entries = [
      { from: '2020-01-01', to: null },
      { from: '2020-01-01', to: '2019-01-01' },
    ];
    expect(faults({ workHistory: { entries } })).toEqual(['workHistory.entries.1.to: 截止时间早于起始时间，请核对。']);
  });

  test('an answer that is not offered is refused', () => {
    expect(person({ employmentStatus: 'minister' })).toEqual([
      'basicInformation.employmentStatus: 请从所列选项中选择。',
    ]);
    expect(faults({ masking: { maskedItems: ['phone'] } })).toEqual(['masking.maskedItems.0: 请从所列选项中选择。']);
  });

  test('whatever else comes is refused and never breaks the reader', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sectionNames), fc.anything(), (name, junk) => {
        const read = dossierSchema.safeParse({ [name]: junk });
        for (const issue of read.error?.issues ?? []) expect(issue.message).not.toBe('');
      }),
    );
  });
});

describe('Free text', () => {
  const two = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));
  const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));
  const area = fc.constantFrom('652901', '110105', '440301', '310115');
  const born = fc.tuple(fc.constantFrom('19', '20'), two(0, 99), two(1, 12), two(1, 28));
  const idNumbers = fc.oneof(
    fc
      .tuple(area, born, digits(3), fc.constantFrom(...'0123456789Xx'))
      .map(([at, day, rest, check]) => [at, ...day, rest + check]),
    fc.tuple(area, born, digits(3)).map(([at, [, ...day], rest]) => [at, ...day, rest]),
  );
  const mobiles = fc
    .tuple(fc.constantFrom('', '86', '0086'), fc.constantFrom('139', '150', '199'), digits(4), digits(4))
    .map(([country, ...rest]) => [...(country ? [country] : []), ...rest]);
  const landlines = fc
    .tuple(fc.constantFrom('010', '021', '0997', '0991'), fc.constantFrom('2', '6', '8'), digits(2), digits(4))
    .map(([code, first, rest, last]) => [code, `${first}${rest}`, last]);
  const written = fc.tuple(
    fc.oneof(idNumbers, mobiles, landlines),
    fc.constantFrom('', ' ', '-', '—', ' - ', '.', '　', '·'),
    fc.constantFrom('0123456789', '０１２３４５６７８９', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'),
    fc.constantFrom('', '身份证号', '请联系：', 'tel:', '2024年8月12日 ', '（'),
    fc.constantFrom('', '。', '，张三', '）', ' 谢谢'),
  );

  test('shows no ID number and no telephone, in whatever digits and groups, and keeps every other word', () => {
    const property = fc.property(written, ([groups, separator, alphabet, before, after]) => {
      const number = groups.join(separator).replace(/\d/g, (digit) => alphabet[Number(digit)] ?? '');
      const masked = maskedText(`${before}${number}${after}`);
      const kept = masked.slice(before.length, masked.length - after.length);
      expect(masked).toBe(`${before}${kept}${after}`);
      expect(kept).toMatch(/^[\d]{3,4}\*{3,}[\dX]{4}$/);
    });
    fc.assert(property, { numRuns: 500 });
  });

  test.each([
    '2024-08-12 10:30 至 2024-09-10 18:00',
    '2024.08.12—2024.09.10公示',
    '阿人社处〔2024〕13号，金额300.00元',
    '凭证号 202408120012345，批次 20240812-001',
    '评审得分 85.5、90.25，共 12 人',
    '申报编号 00000000-0000-4000-8000-000000000001',
  ])('%j stays as it is', (text) => {
    expect(maskedText(text)).toBe(text);
  });

  test('with several numbers has each masked', () => {
    expect(maskedText('甲13900000001、乙 65290119851123002X；丙(0997)2123456')).toBe(
      '甲139****0001、乙 6529**********002X；丙(099****3456',
    );
  });
});
