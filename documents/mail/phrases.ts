import type { ActData } from '../../rules/application/act.js';
import { type Deadline, explain } from '../../rules/application/deadline.js';
import {
  formatDueZh,
  type Instant,
  instantOf,
  isoInBeijing,
  localDateOf,
  weekdayOf,
} from '../../rules/calendar/instant.js';
import { labelOfCode } from '../../rules/campaign/codes.js';
import { deadlineLabelFor } from '../../rules/candidate/labelsOfTrack.js';
import { contactSentence } from '../../rules/policy/contact.js';
import type { WindowName } from '../../rules/policy/policy.js';
import { windowOf } from '../../rules/policy/policyWindows.js';
import type { Obligation } from '../../rules/policy/stagePlan.js';
import type { LetterFacts } from './letter.js';

/** The candidate as clerks know them: `张三（某厂，中级，机械电子）`. */
export function candidate({
  applicantName,
  unitName,
  profile,
  policy,
}: Pick<LetterFacts, 'applicantName' | 'unitName' | 'profile' | 'policy'>): string {
  const specialty = policy.specialties.find(({ code }) => code === profile.specialty)?.name ?? profile.specialty;
  return `${applicantName}（${unitName}，${labelOfCode(policy.codes.levels, profile.level).zh}，${specialty}）`;
}

/** An instant at which something begins or happens: `2024年9月20日 周五 10:30`. */
export function moment(instant: Instant): string {
  const [date = '', time = ''] = isoInBeijing(instant).split('T');
  const [year, month, day] = date.split('-').map(Number);
  const weekday = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'][weekdayOf(localDateOf(instant))];
  return `${year}年${month}月${day}日 ${weekday} ${time.slice(0, 5)}`;
}

/** An amount as people say it, from fen: `400元`, `400.50元`. */
export function yuan(fen: number): string {
  const rest = fen % 100;
  return `${Math.floor(fen / 100)}${rest ? `.${String(rest).padStart(2, '0')}` : ''}元`;
}

/** The end of the candidate's window, or null where there is none. */
export function endOf(name: WindowName, { profile, policy }: Pick<LetterFacts, 'profile' | 'policy'>): string | null {
  const window = windowOf(name, profile, policy);
  return window && formatDueZh(instantOf(window.value.due));
}

/** When a window opens; empty once it has, or where there is none. */
export function opening(what: string, window: ReturnType<typeof windowOf>, now: Instant): string {
  if (!window) return '';
  const instant = instantOf(window.value.opens);
  return instant > now ? `${what}自${moment(instant)}开始。` : '';
}

/** Whether the unit puts its candidates on notice before it recommends them. */
export const posts = ({ policy }: Pick<LetterFacts, 'policy'>): boolean => policy.stages.unitPublicity.value;

/** What the unit needs time for. */
export const unitWork = (letter: Pick<LetterFacts, 'policy'>): string => (posts(letter) ? '单位公示' : '单位审核');

/** When the office takes originals, where the notice says so. */
export function officeHours({ delivery }: LetterFacts['policy']): string {
  return delivery.officeHours ? `原件收取时间：${delivery.officeHours.value}。` : '';
}

/** Whom to pay and where originals go, as far as the reader is to do it and the notice states it. */
export function whereTo(asked: readonly Obligation[], { to, policy }: Pick<LetterFacts, 'to' | 'policy'>): string {
  const byReader = { payment: to === 'applicant', materials: (to !== 'applicant') === policy.delivery.byUnit.value };
  const occasions = { payment: 'payment', materials: 'originals' } as const;
  return asked
    .filter((obligation) => byReader[obligation])
    .map((obligation) => contactSentence(policy, occasions[obligation]))
    .join('');
}

type Told = Pick<LetterFacts, 'profile' | 'policy' | 'audited'>;

/** On which side of the audit the application is. */
export const sideOf = ({ audited }: Pick<LetterFacts, 'audited'>): 'before' | 'after' => (audited ? 'after' : 'before');

/** What a deadline is called for the candidate. */
export function deadlineLabel(deadline: Pick<Deadline, 'name' | 'whose'>, letter: Told): string {
  return deadlineLabelFor(deadline, letter.profile, letter.policy, sideOf(letter)).zh;
}

/** How a deadline is counted, as the candidate knows it. */
export function explained(deadline: Deadline, letter: Told): string {
  return explain(deadline, deadlineLabelFor(deadline, letter.profile, letter.policy, sideOf(letter))).zh;
}

/** A member of the act's data, or undefined. */
export function dataOf<Key extends string>({ transition }: LetterFacts, key: Key): unknown {
  const data: ActData | undefined = transition?.data;
  return data && key in data ? Object.entries(data).find(([name]) => name === key)?.[1] : undefined;
}
