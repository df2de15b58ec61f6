import { area } from './area.js';

/** Words of the department's pages. */
export const department = area('department', {
  queue: ['主管部门待办', 'Work queue of the department'],
});
