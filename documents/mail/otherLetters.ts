import { deadlineNames } from '../../rules/application/deadlines.js';
import { formatDueZh } from '../../rules/calendar/instant.js';
import { movedBetween } from '../../rules/notifications/movedDeadlines.js';
import { type LetterFacts, toEach, type Write } from './letter.js';
import { candidate, dataOf, deadlineLabel, explained, posts } from './phrases.js';

/** Why an application lapsed: the deadline that passed, as it was counted. */
function passedText(letter: LetterFacts): string {
  const passed = letter.transition?.changes.passed;
  return passed ? `以下期限已过，未办理应办事项：${explained(passed.deadline, letter)}` : '应办事项的期限已过。';
}

function requested(letter: LetterFacts): string {
  const name = deadlineNames.find((each) => each === dataOf(letter, 'deadline'));
  const running = letter.deadlines.find((each) => each.name === name);
  return `${name ? deadlineLabel(running ?? { name }, letter) : '期限'}延至${formatDueZh(Number(dataOf(letter, 'due')))}`;
}

function movedTo(letter: LetterFacts): string {
  return movedBetween(letter.previous, letter.deadlines)
    .map(({ deadline }) => `${deadlineLabel(deadline, letter)}改为${formatDueZh(deadline.due)}`)
    .join('；');
}

function movedText(letter: LetterFacts): string {
  return movedBetween(letter.previous, letter.deadlines)
    .map(
      ({ deadline, from }) =>
        `${deadlineLabel(deadline, letter)}原为${formatDueZh(from.due)}，现为${formatDueZh(deadline.due)}`,
    )
    .join('；');
}

function plannedUntil({ transition }: LetterFacts): string {
  const until = transition?.changes.pausedUntil;
  return until ? `，计划${until}前恢复或复核` : '';
}

/** Letters that can come in more than one stage. */
export const otherLetters = {
  withdrawn: toEach({
    applicant: () => ({ title: '申报已撤回', happened: '您已撤回本次申报。', todo: '无需您办理。' }),
    clerk: (letter) => ({
      title: `${candidate(letter)}撤回申报`,
      happened: `${candidate(letter)}已撤回本次申报。`,
      todo: posts(letter) ? '无需办理；正在公示的请撤下。' : '无需办理。',
    }),
  }),
  lapsed: toEach({
    applicant: (letter) => ({
      title: '申报逾期，视为放弃',
      happened: `${passedText(letter)}按规定视为放弃本次申报。`,
      todo: '本次申报到此结束。在截止时间前已经提交而系统没有登记的，请凭收件回执联系评委会办事机构。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的申报逾期，视为放弃`,
      happened: `${candidate(letter)}：${passedText(letter)}按规定视为放弃本次申报。`,
      todo: '请告知申报人。',
    }),
  }),
  deadline_moved: toEach({
    applicant: (letter) => ({
      title: `期限有变：${movedTo(letter)}`,
      happened: `因评审政策修订或工作日历更新，您的申报期限有变：${movedText(letter)}。`,
      todo: '请以新的期限为准；此前已告知的期限只延后，不提前。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的期限有变：${movedTo(letter)}`,
      happened: `因评审政策修订或工作日历更新，${candidate(letter)}的申报期限有变：${movedText(letter)}。`,
      todo: '请以新的期限为准；此前已告知的期限只延后，不提前。',
    }),
  }),
  extension_requested: (letter) => ({
    title: `${candidate(letter)}的延期待批准`,
    happened: `有人为${candidate(letter)}申请：${requested(letter)}。`,
    todo: '请由申请人以外的另一人核实理由并批准；批准前原期限照常计算。',
  }),
  extended: toEach({
    applicant: () => ({
      title: '期限已延长',
      happened: '您的申报期限已经批准延长。',
      todo: '请在延长后的期限前办理。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的期限已延长`,
      happened: `${candidate(letter)}的申报期限已经批准延长。`,
      todo: '请在延长后的期限前办理。',
    }),
  }),
  pause_requested: (letter) => ({
    title: `${candidate(letter)}的期限中止待批准`,
    happened: `有人为${candidate(letter)}申请中止期限，计划${String(dataOf(letter, 'until'))}前恢复或复核。`,
    todo: '请由申请人以外的另一人核实理由并批准；批准前期限照常计算。',
  }),
  tolled: toEach({
    applicant: (letter) => ({
      title: '期限中止',
      happened: `因系统故障或调查等原因，您的申报期限中止计算${plannedUntil(letter)}。`,
      todo: '中止期间期限不会届满，恢复后另行通知，中止的时间顺延。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的期限中止`,
      happened: `${candidate(letter)}的申报期限中止计算${plannedUntil(letter)}。`,
      todo: '中止期间期限不会届满，恢复后另行通知；手中的事项可以照常办理。',
    }),
  }),
  untolled: toEach({
    applicant: () => ({
      title: '期限恢复',
      happened: '您的申报期限恢复计算：中止占用的时间已经顺延，没有受到影响的期限不变。',
      todo: '有期限在进行的，请在期限前办理。',
    }),
    clerk: (letter) => ({
      title: `${candidate(letter)}的期限恢复`,
      happened: `${candidate(letter)}的申报期限恢复计算：中止占用的时间已经顺延，没有受到影响的期限不变。`,
      todo: '有期限在进行的，请在期限前办理。',
    }),
  }),
} as const satisfies Record<string, Write>;
