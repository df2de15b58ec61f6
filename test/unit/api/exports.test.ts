import { labelsOf } from '../../../api/exports/codeLabels.js';
import { fileOf } from '../../../api/exports/fileOf.js';
import { safeCell } from '../../../api/exports/safeCell.js';
import { tableOf } from '../../../api/exports/tableOf.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';

const labels = labelsOf([aksu2024]);

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
    const table = tableOf(
      [{ name: '张,三', reason: '他说"好"\n又说不', year: 2024, at: null, open: true, parts: ['a', 'b'] }],
      labels,
    );
    expect(table.head).toEqual(['姓名', '理由或说明', '年度', '时间', 'open', 'parts']);
    expect((await fileOf.csv(table)).toString()).toBe(
      '\uFEFF姓名,理由或说明,年度,时间,open,parts\r\n"张,三","他说""好""\n又说不",2024,,是,a、b\r\n',
    );
  });

  test('what lies within an item has columns of its own, and what stands in two languages is told in Chinese', () => {
    expect(
      tableOf([{ by: { role: 'office', name: '=cmd' }, label: { zh: '提交申报', en: 'Submit' } }], labels),
    ).toEqual({
      head: ['办理人·角色', '办理人·姓名', '事项'],
      rows: [['office', "'=cmd", '提交申报']],
    });
  });

  test('a list within an item is told by names and labels, without ids and without what does not hold', () => {
    const member = {
      expertId: 'e-1',
      name: '白评审',
      position: 'member',
      ordinal: 2,
      invitation: 'accepted',
      isChair: true,
    };
    const { head, rows } = tableOf(
      [{ code: 'c1', name: '工程', levels: ['mid'], members: [member, { ...member, name: '葛评审', isChair: false }] }],
      labels,
    );
    expect(head).toEqual(['姓名', '级别', '委员']);
    expect(rows).toEqual([['工程', '中级', '白评审 委员 2 已接受 主任委员、葛评审 委员 2 已接受']]);
  });

  test('a code is translated in its own column, and what people wrote stays as they wrote it', () => {
    const items = [
      { level: 'mid', track: 'skilled', employerKind: 'state_enterprise', reason: 'mid', name: 'constructor' },
      { level: 'toString', ground: 'fraud', outcome: 'absent', reason: 'person', name: 'fraud', specialty: 'absent' },
    ];
    const { head, rows } = tableOf(items, labels);
    const cells = rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], cell])));
    expect(cells[0]).toMatchObject({
      级别: '中级',
      申报类别: '高技能人才贯通',
      单位类别: '企业',
      理由或说明: 'mid',
      姓名: 'constructor',
    });
    expect(cells[1]).toMatchObject({
      级别: 'toString',
      事由: '弄虚作假',
      结果: '缺席',
      理由或说明: 'person',
      姓名: 'fraud',
      专业: 'absent',
    });
  });

  test('a column without a label keeps its name', () => {
    expect(tableOf([{ constructor: 1, data: { toString: 2 } }], labels).head).toEqual(['constructor', 'data·toString']);
  });
});
