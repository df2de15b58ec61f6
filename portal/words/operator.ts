import { area } from './area.js';

/** Words of the operator's pages. */
export const operator = area('operator', {
  operations: ['运行状况', 'Operations'],
  parked: ['待处理步骤', 'Parked steps'],
  noneParked: ['没有待处理的步骤', 'No step is parked'],
});
