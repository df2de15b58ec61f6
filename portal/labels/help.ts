import { area } from './labelArea.js';

/** Labels of the help pages. */
export const help = area('help', {
  title: ['各环节说明', 'What each status means'],
  lead: [
    '由评审流程的规定自动生成：每个环节意味着什么、由谁办理、可以怎样继续、依据哪一条。',
    'Written from the law itself: what each status means, whose turn it is, how it can go on, and on which clause it rests.',
  ],
  contents: ['全部环节', 'All statuses'],
  main: ['主要环节', 'The main road'],
  others: ['其他环节与结果', 'Other statuses and outcomes'],
  turn: ['由谁办理', 'Whose turn'],
  over: ['申报已结束', 'The application is over'],
  clause: ['依据', 'Rests on'],
  next: ['可以怎样继续', 'How it can go on'],
  act: ['事项', 'Act'],
  stays: ['不变', 'stays'],
  public: ['公开的通知与公示', 'Announcements and notices for everybody'],
});
