import { area } from './area.js';

/** Words of the applicant's pages. */
export const applicant = area('applicant', {
  mine: ['我的申报', 'My applications'],
  start: ['新建申报', 'New application'],
  none: ['您还没有申报', 'You have no application yet'],
  form: ['填写申报材料', 'Fill in the form'],
  correction: ['补正', 'Correction'],
});
