import { area } from '../labelArea.js';

/** The marks in the corner of a day: day off, or make-up working day. */
export const calendar = area('calendar', {
  holiday: ['休', 'off'],
  regional: ['休', 'off'],
  makeup: ['班', 'on'],
});
