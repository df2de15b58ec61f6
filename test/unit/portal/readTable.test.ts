import writeXlsxFile from 'write-excel-file/node';
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
  ['oldFormat', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
  ['format', '<html><table><tr><td>1</td></tr></table></html>'],
  ['format', Uint8Array.from([0x50, 0x4b, 0x03, 0x04])],
  ['tooBig', bomb()],
  ['format', '%PDF-1.7'],
  ['empty', ' ,\n,\n'],
  ['tooLong', 'a\n'.repeat(100_001)],
  ['tooBig', new Uint8Array(20_000_001)],
])('a file is refused for its %s', async (why, bytes) => {
  await expect(readTable(file(bytes), 20_000)).rejects.toMatchObject({ why });
});

test('a title above the heading does not decide what stands between fields', async () => {
  expect(await readTable(file('[HISTORYDETAIL]\n凭证号\t交易时间\n1\t2024-09-11\n'), 10)).toEqual([
    ['[HISTORYDETAIL]'],
    ['凭证号', '交易时间'],
    ['1', '2024-09-11'],
  ]);
  expect(await readTable(file('组织|\n类型|金额\n来账|1,200.00'), 10)).toEqual([
    ['组织', ''],
    ['类型', '金额'],
    ['来账', '1,200.00'],
  ]);
});

test('a sheet is read with its times, whatever size it states', async () => {
  const rows = [
    [{ value: '交易时间' }, { value: '金额' }],
    [{ value: new Date('2024-09-11T10:02:03Z'), format: 'yyyy-mm-dd hh:mm:ss' }, { value: 600.5 }],
    [{ value: new Date('2024-09-12T00:00:00Z'), format: 'yyyy-mm-dd' }, { value: '1,200.00' }],
  ];
  const bytes = Uint8Array.from(await writeXlsxFile(rows).toBuffer());
  expect(await readTable(file(bytes), 10)).toEqual([
    ['交易时间', '金额'],
    ['2024-09-11T10:02:03', '600.5'],
    ['2024-09-12', '1,200.00'],
  ]);
});

/** A ZIP that says of its only file that it has 4 GB. */
function bomb(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(46 + 22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(0, 0x4b50, true);
  view.setUint32(24, 4_000_000_000, true);
  view.setUint32(46, 0x06054b50, true);
  view.setUint16(46 + 10, 1, true);
  return bytes;
}
