import { enteredDayLabels, enteredDayStateLabels } from '../../../rules/calendar/enteredDays.js';
import { area, codeLabels } from '../labelArea.js';

/** The marks in the corner of a day: day off, or make-up working day. */
export const calendar = area('calendar', {
  holiday: ['休', 'off'],
  regional: ['休', 'off'],
  makeup: ['班', 'on'],
  entered: ['刚公布的节假日和调休日', 'Days just announced'],
  enteredMore: [
    '系统尚未收录的，由一人录入、另一人确认；办理中的年度评审随后可以修订方式采用，已告知的期限只延不缩。',
    'What the system does not know yet is entered by one person and confirmed by another; campaigns under way can then take it by an amendment, and no date comes earlier.',
  ],
  ...codeLabels('entered', enteredDayLabels),
  ...codeLabels('enteredState', enteredDayStateLabels),
  whatDay: ['种类', 'Kind'],
  dayName: ['节日名称', 'Festival'],
  announcedIn: ['公布的文件', 'Announced in'],
  isOfficial: ['已正式公布（否则为预计，只限地方节日）', 'Announced; otherwise expected, for regional festivals only'],
  expected: ['（预计）', '(expected)'],
  enterDay: ['录入，待另一人确认', 'Enter it for another to confirm'],
  withdraw: ['撤回', 'Withdraw'],
  withdrawDay: ['撤回：{{date}}', 'Withdraw: {{date}}'],
});
