import { area } from './area.js';

/** Words of the supervisor's pages. */
export const supervisor = area('supervisor', {
  search: ['查询', 'Search'],
  proof: ['核验经过', 'Verify the record'],
});
