import { area } from './labelArea.js';

/** Labels of the applicant's first page, kept apart so that the page stays small. */
export const mine = area('mine', {
  mine: ['我的申报', 'My applications'],
  start: ['新建申报', 'New application'],
  none: ['您还没有申报', 'You have no application yet'],
  noUnitMore: [
    '先选择所在单位并申请加入，单位同意后即可开始申报；申请的进展在“我的单位”中查看。',
    'First choose your unit and ask to join; once it accepts you, you can apply. “My unit” shows how your request stands.',
  ],
  chooseUnit: ['选择单位', 'Choose your unit'],
  noneMore: [
    '选择年度评审、级别和专业后即可开始填写；填写的内容随时自动保存，可以分多次完成。',
    'Choose a campaign, a level and a specialty to begin. Everything is saved as you type; you need not finish at once.',
  ],
  fill: ['继续填写', 'Continue the form'],
  correct: ['去补正', 'Correct it'],
  toDo: ['去办理', 'See what to do'],
  details: ['查看进程', 'See the progress'],
  step: ['第 {{n}} 步，共 {{all}} 步', 'Step {{n}} of {{all}}'],
  waitsFor: ['目前由{{who}}办理，您无需操作。', 'It is with the {{who}} now; there is nothing for you to do.'],
  yourTurn: ['现在轮到您办理。', 'It is your turn.'],
  over: ['申报已办结。', 'This application is over.'],
  number: ['申报编号', 'Application number'],
});
