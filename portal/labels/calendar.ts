import { area } from './labelArea.js';

/** The marks at the corner of a day: who need not work, and who has to. */
export const calendar = area('calendar', {
  holiday: ['休', 'off'],
  regional: ['休', 'off'],
  makeup: ['班', 'on'],
});
