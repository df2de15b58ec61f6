import { area } from './area.js';

/** Words of finance's pages. */
export const finance = area('finance', {
  due: ['应收', 'Due'],
  unmatched: ['不符款项', 'Unmatched payments'],
});
