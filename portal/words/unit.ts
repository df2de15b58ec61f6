import { area } from './area.js';

/** Words of the unit's pages. */
export const unit = area('unit', {
  queue: ['单位待办', 'Work queue of the unit'],
  lead: ['最早到期的在最前', 'Those due first are on top'],
});
