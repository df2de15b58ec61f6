import { area } from './area.js';

/** Words of work queues. */
export const queue = area('queue', {
  applicant: ['申报人', 'Applicant'],
  unit: ['单位', 'Unit'],
  level: ['级别', 'Level'],
  status: ['环节', 'Status'],
  due: ['截止', 'Due'],
  submissions: ['上报次数', 'Submissions'],
  updated: ['更新', 'Updated'],
  allStatuses: ['全部环节', 'All statuses'],
  filter: ['按环节筛选', 'Filter by status'],
  search: ['姓名或编号', 'Name or number'],
  first: ['第一页', 'First page'],
  previous: ['上一页', 'Previous'],
  next: ['下一页', 'Next'],
  chosen: ['已选 {{n}} 份', '{{n}} selected'],
  clear: ['取消选择', 'Clear'],
  keys: ['键盘：j / k 上下移动，回车打开', 'Keyboard: j / k to move, Enter to open'],
  empty: ['没有符合条件的申报', 'No applications match'],
  none: ['无', 'none'],
});
