import { area } from './area.js';

/** Words of the help pages. */
export const help = area('help', {
  title: ['各环节说明', 'What each status means'],
  turn: ['由谁办理', 'Whose turn'],
  over: ['已结束', 'Over'],
});
