import { byDefault } from '../campaigns/ruled.js';
import type { FieldTree } from '../policyFields.js';
import { years } from '../ranges.js';

/** Which achievements and publications count, by the day each was obtained: a section of `policyTable`. */
export const resultsTable = {
  sinceTitle: {
    kind: 'yesNo',
    zh: '业绩成果是否只计取得现职称后的',
    en: 'Only results since the present title count',
    usual: byDefault(false, '通知未规定：不按取得现职称的时间区分业绩成果'),
  },
  /** Null: Annex 1 shows results of any age. */
  recentYears: { ...years, optional: true, zh: '近几年业绩成果', en: 'Years within which results are recent' },
  /** The end of those years; null: the day on which filing opens, the same for everybody. */
  recentReference: {
    kind: 'moment',
    optional: true,
    zh: '近几年业绩成果的截止日',
    en: 'Day up to which recent years count',
  },
  /** Zero: none is asked for. */
  atLeast: {
    kind: 'number',
    min: 0,
    max: 20,
    zh: '计入的业绩成果最少条数',
    en: 'Fewest achievements that count',
    usual: byDefault(1, '通知未规定条数：至少有一条计入的业绩成果，公示方有内容'),
  },
  refuseOthers: {
    kind: 'yesNo',
    zh: '不计入的业绩成果是否须删除后提交',
    en: 'A form with results that do not count is refused',
    usual: byDefault(false, '通知未规定：不计入的业绩成果可以保留，标注“不计入”，由评审委员会审核'),
  },
} as const satisfies FieldTree;
