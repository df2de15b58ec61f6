import { findLaw, type Status } from '../../rules/application/lifecycle.js';
import { formatDueZh, formatInstantZh, instantOf } from '../../rules/calendar/instant.js';
import { partPaidIn } from '../../rules/candidate/fees.js';
import type { ReminderKind } from '../../rules/notifications/reminders.js';
import type { Policy } from '../../rules/policy/policy.js';
import { filingWindowOf } from '../../rules/policy/policyWindows.js';
import { type Obligation, obligationsAround } from '../../rules/policy/stagePlan.js';
import { type LetterFacts, toEach, type Write } from './letter.js';
import { overdueLetters } from './overdueLetters.js';
import { candidate, deadlineLabel, endOf, officeHours, posts, sideOf, unitWork, whereTo } from './phrases.js';

const applicantTasks: Readonly<Partial<Record<Status, string>>> = {
  correction: '请逐项补正后重新提交。',
  defense_payment: '请按时缴纳答辩费。',
};
const obligationLabels: Readonly<Record<Obligation, string>> = { payment: '缴费', materials: '材料报送' };
const obligationTasks: Readonly<Record<Obligation, string>> = { payment: '缴纳评审费', materials: '报送材料原件' };
const clerkTasks: Readonly<Partial<Record<Status, string>>> = {
  unit_publicity: '公示期满后请尽快推荐上报。',
  recommendation: '请尽快推荐上报。',
  superior_review: '请尽快审核上报。',
};

function dueOf(letter: LetterFacts): string {
  const [deadline] = letter.deadlines;
  return deadline ? `${deadlineLabel(deadline, letter)}为${formatDueZh(deadline.due)}` : '期限将至';
}

/** While the deadlines stand still, the date is that of before the pause. */
function standsStill({ deadlines }: LetterFacts): string {
  const since = deadlines.find(({ pausedSince }) => pausedSince !== undefined)?.pausedSince;
  return since === undefined ? '' : `期限自${formatInstantZh(since)}起中止，目前不会届满，恢复后按中止的时间顺延。`;
}

/** The cutoff the applicant has to meet: their own, or that of the next stage that has one. */
function filingUntil(policy: Policy, chain: readonly string[]): string {
  const { zh, due } = filingWindowOf('applicant', policy, chain);
  return `${zh}截止于${formatDueZh(due)}`;
}

/** Fee and originals, as far as the candidate's track asks for them now. */
const askedOf = (letter: LetterFacts) => obligationsAround(sideOf(letter), letter.profile, letter.policy);
const obligationsTodo = (letter: LetterFacts) =>
  `请按时${askedOf(letter)
    .map((obligation) => obligationTasks[obligation])
    .join('并')}。${whereTo(askedOf(letter), letter)}`;

function applicantTask(letter: LetterFacts): string {
  if (findLaw(letter.status, 'confirm_payment')) return obligationsTodo(letter);
  if (findLaw(letter.status, 'submit')) return `请尽快完成填报并提交，给${unitWork(letter)}和逐级报送留出时间。`;
  return applicantTasks[letter.status] ?? '请在截止时间前办理。';
}

function clerkTask(letter: LetterFacts): string {
  if (findLaw(letter.status, 'post_publicity'))
    return `请尽快审核${posts(letter) ? '；同意推荐的须先完成单位公示' : ''}。`;
  return clerkTasks[letter.status] ?? '请在截止时间前办理。';
}

/** What has opened, each with the end of its window. */
function obligationsOpen(letter: LetterFacts) {
  const asked = askedOf(letter);
  const ends = asked.map((obligation) => {
    const end = endOf(obligation, letter);
    return end === null ? obligationLabels[obligation] : `${obligationLabels[obligation]}至${end}`;
  });
  const names = asked.map((obligation) => obligationLabels[obligation]).join('、');
  const hours = asked.includes('materials') ? officeHours(letter.policy) : '';
  return {
    title: `${names}已开始`,
    happened: `${names}已开始：${ends.join('；')}。`,
    todo: `${obligationsTodo(letter)}${hours}`,
  };
}

function defenseFeeOpen(letter: LetterFacts) {
  const window = letter.policy.defenseFee?.value.window;
  const until = window ? `，至${formatDueZh(instantOf(window.due))}` : '';
  return {
    title: '答辩费缴纳已开始',
    happened: `答辩费缴纳已开始${until}。`,
    todo: `请按时缴纳答辩费。${whereTo(['payment'], letter)}`,
  };
}

function filingOpen(letter: LetterFacts) {
  return {
    title: '申报已开始',
    happened: `申报已开始，${filingUntil(letter.policy, letter.chain)}。`,
    todo: `请完成填报并提交，给${unitWork(letter)}和逐级报送留出时间。`,
  };
}

/** Letters about a date, not about an event. */
export const reminderLetters = {
  reminder: toEach({
    applicant: (letter) => ({
      title: `提醒：${dueOf(letter)}`,
      happened: `您的申报期限将至：${dueOf(letter)}。${standsStill(letter)}`,
      todo: `${applicantTask(letter)}逾期视为放弃。`,
    }),
    clerk: (letter) => ({
      title: `提醒：${candidate(letter)}的${dueOf(letter)}`,
      happened: `${candidate(letter)}的申报期限将至：${dueOf(letter)}。${standsStill(letter)}`,
      todo: `${clerkTask(letter)}逾期视为申报人放弃。`,
    }),
  }),
  window_open: (letter) => {
    const part = partPaidIn(letter.status);
    if (part === 'defense') return defenseFeeOpen(letter);
    return part === 'review' ? obligationsOpen(letter) : filingOpen(letter);
  },
  ...overdueLetters,
} as const satisfies Record<ReminderKind, Write>;
