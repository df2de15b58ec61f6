import { buffer, text } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { z } from 'zod';
import { labelsOf } from '../../../api/exports/codeLabels.js';
import { listName } from '../../../api/exports/exportLists.js';
import { fileOf } from '../../../api/exports/fileOf.js';
import { safeCell } from '../../../api/exports/safeCell.js';
import { columnsOf, rowOf } from '../../../api/exports/tableOf.js';
import { routes } from '../../../api/routes.js';
import { rosterColumns } from '../../../rules/exports/rosterColumns.js';
import { rosterNames, rosters } from '../../../rules/exports/rosters.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';

const labels = labelsOf([aksu2024]);

/** A list of such items, as its columns and rows. */
function sheetOf(item: z.ZodType, items: readonly unknown[]) {
  const columns = columnsOf(z.object({ items: z.array(item) })) ?? [];
  return { name: '名单', columns, rows: items.map((one) => rowOf(one, columns, labels)) };
}
const headOf = ({ columns }: Pick<ReturnType<typeof sheetOf>, 'columns'>) => columns.map(({ label }) => label);
const translated = z.object({ zh: z.string(), en: z.string() });

describe('A cell', () => {
  test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '=HYPERLINK("http://evil")'])('%j is no formula', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  test.each(['张三', '1+1', ' =1', ''])('%j stays as it is', (text) => {
    expect(safeCell(text)).toBe(text);
  });

  test('a number is a number, below zero too', () => {
    expect([-1, 0, true, null].map(safeCell)).toEqual([-1, 0, true, null]);
  });

  test('commas, quotes and line breaks stay within it', async () => {
    const item = z.object({
      name: z.string(),
      reason: z.string(),
      year: z.number(),
      at: z.string().nullable(),
      active: z.boolean(),
      roles: z.array(z.string()),
    });
    const one = {
      name: '张,三',
      reason: '他说"好"\n又说不',
      year: 2024,
      at: null,
      active: true,
      roles: ['unit', 'office'],
    };
    expect(await text(fileOf.csv(sheetOf(item, [one])))).toBe(
      '\uFEFF姓名,理由或说明,年度,时间,是否在库,角色\r\n"张,三","他说""好""\n又说不",2024,,是,用人单位、评委会办事机构\r\n',
    );
  });

  test('what lies within an item has columns of its own, and what stands in two languages is told in Chinese', () => {
    const item = z.object({ by: z.object({ role: z.string(), name: z.string() }).nullable(), label: translated });
    const sheet = sheetOf(item, [
      { by: { role: 'office', name: '李四' }, label: { zh: '提交申报', en: 'Submit' } },
      { by: null, label: { zh: '到期', en: 'Deadline' } },
    ]);
    expect(headOf(sheet)).toEqual(['办理人·角色', '办理人·姓名', '事项']);
    expect(sheet.rows).toEqual([
      ['评委会办事机构', '李四', '提交申报'],
      [null, null, '到期'],
    ]);
  });

  test('a list within an item is told by names and labels, without ids and without what does not hold', () => {
    const members = z.array(z.object({ expertId: z.string(), name: z.string() }));
    const item = z.object({ code: z.string(), name: z.string(), levels: z.array(z.string()), members });
    const member = {
      expertId: 'e-1',
      name: '白评审',
      position: 'member',
      ordinal: 2,
      invitation: 'accepted',
      isChair: true,
    };
    const sheet = sheetOf(item, [
      { code: 'c1', name: '工程', levels: ['mid'], members: [member, { ...member, name: '葛评审', isChair: false }] },
    ]);
    expect(headOf(sheet)).toEqual(['姓名', '级别', '委员']);
    expect(sheet.rows).toEqual([['工程', '中级', '白评审 委员 2 已接受 主任委员、葛评审 委员 2 已接受']]);
  });

  test('a code is translated in its own column, and what people wrote stays as they wrote it', () => {
    const fields = ['level', 'track', 'employerKind', 'ground', 'outcome', 'reason', 'name', 'specialty'];
    const item = z.object(Object.fromEntries(fields.map((field) => [field, z.string().optional()])));
    const sheet = sheetOf(item, [
      { level: 'mid', track: 'skilled', employerKind: 'state_enterprise', reason: 'mid', name: 'constructor' },
      { level: 'toString', ground: 'fraud', outcome: 'absent', reason: 'person', name: 'fraud', specialty: 'absent' },
    ]);
    expect(sheet.rows).toEqual([
      ['中级', '高技能人才贯通', '企业', null, null, 'mid', 'constructor', null],
      ['toString', null, null, '弄虚作假', '缺席', 'person', 'fraud', 'absent'],
    ]);
  });
});

describe('A workbook', () => {
  const item = z.object({
    name: z.string(),
    phone: z.string(),
    conferredOn: z.iso.date(),
    at: z.iso.datetime({ offset: true }),
    count: z.int(),
  });
  const one = {
    name: '=1+1',
    phone: '013900000001',
    conferredOn: '2024-11-30',
    at: '2024-08-12T00:30:00.000+08:00',
    count: 7,
  };

  test('holds dates as dates in Beijing time, long numbers as text, and no formula', async () => {
    const [head, row] = await readSheet(await buffer(fileOf.xlsx(sheetOf(item, [one]))));
    expect(head).toEqual(['姓名', '手机号', '取得日期', '时间', '份数']);
    // A day is a fraction in a workbook: to the second it is what was written.
    const seconds = row?.map((cell) => (cell instanceof Date ? Math.round(cell.getTime() / 1000) : cell));
    const at = (text: string) => Date.parse(text) / 1000;
    expect(seconds).toEqual(["'=1+1", '013900000001', at('2024-11-30'), at('2024-08-12T00:30:00Z'), 7]);
  });

  test('has its headings without a row, too', async () => {
    expect(await readSheet(await buffer(fileOf.xlsx(sheetOf(item, []))))).toEqual([
      ['姓名', '手机号', '取得日期', '时间', '份数'],
    ]);
    expect(await text(fileOf.csv(sheetOf(item, [])))).toBe('\uFEFF姓名,手机号,取得日期,时间,份数\r\n');
  });
});

const chinese = /\p{Script=Han}/u;
const lists = routes
  .filter(({ method, roles }) => method === 'get' && roles !== 'public')
  .flatMap((route) => {
    const answer = route.answers[200];
    const options = answer instanceof z.ZodUnion ? answer.options : [answer];
    return options
      .filter((option) => option instanceof z.ZodObject && 'items' in option.shape)
      .map((option) => ({ path: route.path, name: listName(route), columns: columnsOf(option) ?? [] }));
  });

test.each(lists)(
  '$path is exported in Chinese: its name, its headings, its codes; its dates as dates',
  ({ name, columns }) => {
    expect(name).toMatch(chinese);
    expect(columns).not.toEqual([]);
    const headings = columns.map(({ label }) => label);
    expect(headings.filter((label) => label.split('·').some((part) => !chinese.test(part)))).toEqual([]);
    const codes = columns.flatMap(({ path, codes: own }) => own.map((code) => [path.at(-1) ?? '', code] as const));
    expect(codes.filter(([column, code]) => !chinese.test(labels(column, code)))).toEqual([]);
    const times = columns.filter(({ path }) => /(^at|At|On)$/.test(path.at(-1) ?? ''));
    expect(times.filter(({ kind }) => kind !== 'instant' && kind !== 'date').map(({ path }) => path)).toEqual([]);
  },
);

test.each(rosterNames)('the roster %s has Chinese headings, no two the same, and a name', (name) => {
  const { zh, columns } = rosters[name];
  const headings = columns.map((column) => rosterColumns[column].label);
  expect(headings.filter((label) => !chinese.test(label))).toEqual([]);
  expect(new Set(headings).size).toBe(headings.length);
  expect(zh).toMatch(chinese);
});
