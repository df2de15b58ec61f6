import { area } from './labelArea.js';

/** Labels of the help pages. */
export const help = area('help', {
  guide: ['办事指南', 'How do I …'],
  guideLead: [
    '想办什么，怎么办：每件事的步骤，不必登录就能看。',
    'What you want to do, step by step; no sign-in is needed.',
  ],
  findTask: ['查找：例如“补正”“缴费”', 'Search: “correct” or “pay”, for instance'],
  foundTasks: ['找到 {{n}} 件', '{{n}} found'],
  noTask: [
    '没有找到。换一个词，或拨打页面下方的咨询电话。',
    'Nothing found. Try another word, or call the number at the foot of the page.',
  ],
  everybody: ['所有人', 'Everybody'],
  toPage: ['去办理', 'Go to the page'],
  toPageOf: ['去办理：{{task}}', 'Go to the page: {{task}}'],
  statuses: ['各环节说明（登录后）', 'What each status means (signed in)'],
  ofCampaign: ['{{title}}：说明', 'On {{title}}'],
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
