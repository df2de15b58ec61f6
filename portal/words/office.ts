import { area } from './area.js';

/** Words of the committee office's pages. */
export const office = area('office', {
  board: ['评审概览', 'Campaign board'],
  queue: ['审核队列', 'Audit queue'],
  audit: ['审核', 'Audit'],
  campaigns: ['政策与日历', 'Policy and calendar'],
  policy: ['评审政策', 'Policy'],
  calendar: ['日历', 'Calendar'],
  openQueue: ['进入审核队列', 'Open the audit queue'],
});
