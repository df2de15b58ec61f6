import { readTable } from '../../../portal/components/tables/readTable.js';

const file = (bytes: string | Uint8Array<ArrayBuffer>) => new File([bytes], 'table.csv');
// 姓名,角色 / 张三,申报人 in GBK.
const gbk = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbd, 0xc7, 0xc9, 0xab, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xc9, 0xea, 0xb1,
  0xa8, 0xc8, 0xcb,
]);
const people = [
  ['姓名', '角色'],
  ['张三', '申报人'],
];

test.each([
  ['UTF-8', '姓名,角色\r\n张三,申报人\r\n'],
  ['UTF-8 with a mark, quotes and tabs', '\uFEFF"姓名"\t角色\n张三 \t申报人\n\n\n'],
  ['UTF-16', Uint8Array.from(Buffer.from('\uFEFF姓名;角色\n张三;申报人', 'utf16le'))],
  ['GBK', gbk],
])('a table in %s is read', async (_, bytes) => {
  expect(await readTable(file(bytes), 10)).toEqual(people);
});

test('lines keep their numbers where some are empty', async () => {
  expect(await readTable(file('a,b\n\n"1\n2",\n'), 10)).toEqual([['a', 'b'], [''], ['1\n2', '']]);
});

test.each([
  ['encoding', Uint8Array.from([0x61, 0xff, 0xff, 0x0a])],
  ['encoding', Uint8Array.from([0x61, 0x00, 0x00, 0x0a])],
  ['quotes', 'a,"b\n1,2'],
  ['format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['format', '%PDF-1.7'],
  ['empty', ' ,\n,\n'],
  ['tooLong', 'a\n'.repeat(100_001)],
  ['tooBig', new Uint8Array(20_000_001)],
])('a file is refused for its %s', async (why, bytes) => {
  await expect(readTable(file(bytes), 20_000)).rejects.toMatchObject({ why });
});
