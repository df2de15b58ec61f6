import { area } from './labelArea.js';

/** Labels of the department's pages. */
export const department = area('department', {
  queue: ['主管部门待办', 'Work queue of the department'],
  lead: ['最早到期的在最前；过了截止时间即视为放弃', 'Those due first are on top; what passes the cutoff lapses'],
});
