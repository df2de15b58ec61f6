import { roleLabels } from '../application/labels.js';
import { grantedByTwo, roles, withoutAccount } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import { expertColumns } from './expertColumns.js';
import type { ImportKind } from './importKinds.js';

/** A column of a table, headed by its Chinese or English name. */
export interface ImportColumn extends BilingualText {
  readonly field: string;
  /** Whether the table needs the column at all. */
  readonly required: boolean;
  /** Cells of the two example rows of the template. */
  readonly examples: readonly [string, string];
  readonly about: BilingualText;
}

/** A row of the template, which begins with this, registers nothing. */
export const exampleMark = '示例';

/** Roles that a table can give; those that decide over others are given one by one, by two operators. */
export const importedRoles = roles.filter((role) => ![...withoutAccount, ...grantedByTwo].some((one) => one === role));
const roleNames = importedRoles.map((role) => roleLabels[role]);

const chainLevels = [
  ['一级主管部门', 'Department 1'],
  ['二级主管部门', 'Department 2'],
  ['三级主管部门', 'Department 3'],
  ['四级主管部门', 'Department 4'],
] as const;
const chainExamples: readonly (readonly [string, string])[] = [
  ['温宿县工信局', 'wensu-health'],
  ['阿克苏地区工信局', ''],
];
/** The fields of the departments above a unit, the nearest first. */
export const chainFields = chainLevels.map((_, index) => `chain${index + 1}`);

const code = { zh: '小写字母、数字和连字符', en: 'Lower-case letters, digits and hyphens' };

/** The columns of each kind of table, in the order of its template. */
export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  departments: [
    {
      field: 'id',
      zh: '部门编号',
      en: 'Department code',
      required: true,
      examples: ['示例：wensu-industry', '示例：aksu-industry'],
      about: code,
    },
    {
      field: 'name',
      zh: '部门名称',
      en: 'Department name',
      required: true,
      examples: ['温宿县工信局', '阿克苏地区工信局'],
      about: { zh: '全称', en: 'The full name' },
    },
  ],
  units: [
    {
      field: 'name',
      zh: '单位名称',
      en: 'Unit name',
      required: true,
      examples: ['示例：温宿县机械厂', '示例：温宿县人民医院'],
      about: { zh: '全称', en: 'The full name' },
    },
    {
      field: 'creditCode',
      zh: '统一社会信用代码',
      en: 'Credit code',
      required: false,
      examples: ['91350100M000100Y43', ''],
      about: { zh: '18位；没有的填单位编号', en: '18 characters; without one, give a unit code' },
    },
    {
      field: 'id',
      zh: '单位编号',
      en: 'Unit code',
      required: false,
      examples: ['', 'wensu-hospital'],
      about: {
        zh: '小写字母、数字和连字符；空：用统一社会信用代码',
        en: 'Lower-case letters, digits and hyphens; empty: the credit code',
      },
    },
    {
      field: 'kind',
      zh: '单位类别',
      en: 'Kind',
      required: true,
      examples: ['企业', '事业单位'],
      about: { zh: '评审政策中的名称或编码', en: 'Its name or code in a policy' },
    },
    {
      field: 'rank',
      zh: '单位层级',
      en: 'Rank',
      required: false,
      examples: ['', '县级'],
      about: { zh: '名称或编码；可空', en: 'Its name or code; may be empty' },
    },
    {
      field: 'region',
      zh: '行政区划代码',
      en: 'Region code',
      required: false,
      examples: ['652922', '652922'],
      about: { zh: '6位；可空', en: '6 digits; may be empty' },
    },
    {
      field: 'superior',
      zh: '上级单位',
      en: 'Superior unit',
      required: false,
      examples: ['', ''],
      about: {
        zh: '由另一单位先审核的，填其编号、代码或名称，须已登记或在前面的行；其主管部门即为本单位的，此后各列不填',
        en: 'Where another unit reviews first: its code or name, registered already or in a line above; its departments follow, and the next columns stay empty',
      },
    },
    ...chainLevels.map(([zh, en], index) => ({
      field: `chain${index + 1}`,
      zh,
      en,
      required: false,
      examples: chainExamples[index] ?? (['', ''] as const),
      about: {
        zh: index === 0 ? '最近的主管部门，编号或名称；空：直接报送' : '再上一级；可空',
        en: index === 0 ? 'The nearest department, by code or name; empty: none' : 'The next one above; may be empty',
      },
    })),
  ],
  people: [
    {
      field: 'name',
      zh: '姓名',
      en: 'Name',
      required: true,
      examples: ['示例：张三', '示例：李四'],
      about: { zh: '与身份证一致', en: 'As on the identity card' },
    },
    {
      field: 'email',
      zh: '邮箱',
      en: 'Email',
      required: false,
      examples: ['zhangsan@example.org', ''],
      about: { zh: '邮箱和手机号至少填一项', en: 'Either this or a mobile number' },
    },
    {
      field: 'phone',
      zh: '手机号',
      en: 'Mobile',
      required: false,
      examples: ['', '13800000000'],
      about: { zh: '11位', en: '11 digits' },
    },
    {
      field: 'role',
      zh: '角色',
      en: 'Role',
      required: true,
      examples: [roleLabels.applicant.zh, roleLabels.unit.zh],
      about: {
        zh: `${roleNames.map(({ zh }) => zh).join('、')}；一人多个角色的，每个角色一行`,
        en: `${roleNames.map(({ en }) => en).join(', ')}; a line for each role of a person`,
      },
    },
    {
      field: 'scope',
      zh: '所属',
      en: 'Belongs to',
      required: false,
      examples: ['温宿县机械厂', 'wensu-hospital'],
      about: {
        zh: '单位、主管部门或年度评审的编号或名称',
        en: 'The unit, department or annual review, by code or name',
      },
    },
  ],
  experts: expertColumns,
};
