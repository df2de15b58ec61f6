import type { BilingualText } from '../bilingualText.js';

/** What a table registers. */
export const importKinds = {
  departments: { zh: '主管部门', en: 'Departments' },
  units: { zh: '用人单位', en: 'Units' },
  people: { zh: '人员与角色', en: 'People and roles' },
  experts: { zh: '评审专家', en: 'Experts' },
} as const satisfies Record<string, BilingualText>;
export type ImportKind = keyof typeof importKinds;

/** Whether a table belongs to a campaign, whose office registers it; operators register the others. */
export const isOfCampaign = (kind: ImportKind): boolean => kind === 'experts';

/** What a row of a table would do. */
export const rowVerdicts = {
  new: { zh: '新增', en: 'New' },
  changed: { zh: '修改', en: 'Changed' },
  same: { zh: '无变化', en: 'Unchanged' },
  wrong: { zh: '有误', en: 'Wrong' },
} as const satisfies Record<string, BilingualText>;
export type RowVerdict = keyof typeof rowVerdicts;

/** What became of a row. */
export const rowOutcomes = {
  applied: { zh: '已登记', en: 'Registered' },
  already: { zh: '已由他人登记', en: 'Registered meanwhile' },
  moved: { zh: '未登记：其间有变动', en: 'Not registered: changed meanwhile' },
  undone: { zh: '已撤销', en: 'Undone' },
  kept: { zh: '保留：其后有变动', en: 'Kept: changed since' },
} as const satisfies Record<string, BilingualText>;
export type RowOutcome = keyof typeof rowOutcomes;

/** How people whose accounts a table opens get their invitations. */
export const deliveries = {
  letters: { zh: '邮件或短信', en: 'By mail or short message' },
  sheets: { zh: '打印密封单，每单位一页', en: 'Printed and sealed, one page a unit' },
} as const satisfies Record<string, BilingualText>;
export type Delivery = keyof typeof deliveries;

/** The most rows of one table. */
export const mostImportRows = 20_000;
/** The most rows sent at once. */
export const rowsSentAtOnce = 1_000;
/** How long the rows of a table are kept, and can be undone. */
export const importKeptDays = 90;
