import type { Transition } from '../../rules/application/act.js';
import { type Deadline, explain, publicPeriods } from '../../rules/application/deadline.js';
import { deadlineNames } from '../../rules/application/deadlines.js';
import { decide } from '../../rules/application/decide.js';
import { lawsIn, lifecycle, type StatusLaw } from '../../rules/application/lifecycle.js';
import { handsOver } from '../../rules/application/moves.js';
import { dueTransitions, judge } from '../../rules/application/timers.js';
import { isWorkingDay } from '../../rules/calendar/calendar.js';
import { addDays, endOfDay, type Instant, localDateOf, startOfDay } from '../../rules/calendar/instant.js';
import { attemptsIn } from '../attempts.js';
import { fixedMarks } from '../marks.js';
import { type Subject, transitionsTo } from '../visited.js';
import { type Property, transitionsOf } from './property.js';
import { gist } from './requestProperties.js';

interface Pause {
  readonly from: Instant;
  readonly to: Instant;
}

/** The pauses among transitions; one that still runs ends now. */
function pausesIn(transitions: readonly Transition[], now: Instant): readonly Pause[] {
  const pauses: Pause[] = [];
  let since: Instant | null = null;
  for (const { changes, at } of transitions) {
    if (changes.tolledSince === undefined) continue;
    if (since !== null) pauses.push({ from: since, to: at });
    since = changes.tolledSince;
  }
  return since === null ? pauses : [...pauses, { from: since, to: now }];
}

/** Full working days of a period that no pause touched. */
function fullDays({ countedFrom, due }: Deadline, pauses: readonly Pause[], { calendar }: Subject): number {
  if (countedFrom === null) return Number.POSITIVE_INFINITY;
  let days = 0;
  for (let date = addDays(countedFrom, 1); endOfDay(date) <= due; date = addDays(date, 1)) {
    const touched = pauses.some(({ from, to }) => from < endOfDay(date) && to > startOfDay(date));
    if (!touched && isWorkingDay(calendar, date)) days += 1;
  }
  return days;
}

const isPublic = (deadline: Deadline | undefined): deadline is Deadline =>
  deadline !== undefined && publicPeriods.some((name) => name === deadline.name);

export const timeProperties: readonly Property[] = [
  {
    name: 'in_time_is_taken',
    says: { zh: '按时办理不会以时间为由被拒绝', en: 'What comes in time is never refused for time' },
    basis: 'schedule',
    refusal: ({ facts, at, policy }, _attempt, { code, deadline }) => {
      if (code === 'deadline_passed') return deadline && deadline.due <= at ? null : `${deadline?.name} had not passed`;
      if (code !== 'window_not_open') return null;
      const opens = fixedMarks(facts, policy).some((mark) => mark.name.endsWith('opens') && mark.at > at);
      const notice = facts.noticeFrom !== null && startOfDay(facts.noticeFrom) > at;
      return opens || notice ? null : 'every window had opened';
    },
  },
  {
    name: 'late_is_not_taken',
    says: { zh: '逾期的不再受理', en: 'What comes late is never taken' },
    basis: 'schedule',
    accepted: ({ facts, at }, { act }) => {
      if (facts.tolledSince !== null) return null;
      const lapses = lawsIn(facts.status).flatMap(([, { when, next }]) => (when && next === 'lapsed' ? [when] : []));
      const passed = lapses.find((name) => (facts.deadlines[name]?.due ?? at + 1) <= at);
      return passed ? `${act.event} after ${passed}` : null;
    },
  },
  {
    name: 'whole_periods',
    says: { zh: '按工作日计算的期限不少于规定的天数', en: 'A period of working days is never shorter than its number' },
    basis: 'publicity_form',
    step: (before, after, subject) => {
      for (const { event, at } of transitionsOf(after)) {
        const row = lawsIn(before.facts.status).find(([name]) => name === event)?.[1];
        const deadline = row?.when && before.facts.deadlines[row.when];
        if (deadline?.rule !== 'working_days' || deadline.days === null) continue;
        const days = fullDays(deadline, pausesIn(transitionsTo(after), at), subject);
        if (days < deadline.days) return `${deadline.name}: ${days} full working days of ${deadline.days}`;
      }
      return null;
    },
  },
  {
    name: 'never_earlier',
    says: { zh: '已告知的期限不会提前', en: 'No date that was told becomes earlier' },
    basis: 'amendment',
    step: (before, after) => {
      // Who is handed an application has a cutoff of their own, also from one department to the next.
      if (before.facts.status !== after.facts.status || transitionsOf(after).some(handsOver)) return null;
      const earlier = deadlineNames.find((name) => {
        const [was, is] = [before.facts.deadlines[name], after.facts.deadlines[name]];
        return was && is && is.due < was.due;
      });
      return earlier ? `${earlier} became earlier` : null;
    },
  },
  {
    name: 'told_alike',
    says: {
      zh: '先到期或先收件，结果相同',
      en: 'It makes no difference whether the deadline or the act was seen first',
    },
    basis: 'schedule',
    step: (before, after, { calendar }) => {
      if (after.from?.step.kind !== 'wait' || transitionsOf(after).length === 0) return null;
      for (const { act } of attemptsIn(after.facts, after.policy, after.at, false)) {
        if (act.event === 'amend_policy') continue;
        const unseen = judge(before.facts, act, after.policy, calendar, after.at);
        const seen = decide(after.facts, act, after.policy, calendar, after.at);
        if (gist(unseen) !== gist(seen)) return act.event;
      }
      return null;
    },
  },
  {
    name: 'up_to_date',
    says: { zh: '到期的期限都已生效', en: 'Nothing that has fallen due is left undone' },
    basis: 'schedule',
    state: ({ facts, at, policy }, { calendar }) => {
      const [due] = dueTransitions(facts, policy, calendar, at);
      return due ? `${due.event} was due at ${due.at}` : null;
    },
  },
  {
    name: 'paused_stands_still',
    says: { zh: '期限中止期间，不因到期而变动', en: 'Nothing falls due during a pause' },
    basis: 'tolling',
    step: (before, after) => {
      if (after.from?.step.kind !== 'wait' || before.facts.tolledSince === null) return null;
      const [fired] = transitionsOf(after);
      return fired ? `${fired.event} during a pause` : null;
    },
  },
  {
    name: 'deadlines_of_the_status',
    says: { zh: '每个环节运行的正是规定的期限', en: 'Exactly the deadlines of the status run' },
    basis: 'procedure',
    state: ({ facts }) => {
      const { deadlines }: StatusLaw = lifecycle[facts.status];
      const running = Object.keys(facts.deadlines);
      return running.length === deadlines.length && deadlines.every((name) => facts.deadlines[name])
        ? null
        : `${running.join()} and not ${deadlines.join()}`;
    },
  },
  {
    name: 'explained',
    says: { zh: '每个期限都说明依据和算法', en: 'Every deadline explains itself, with its clause' },
    basis: 'schedule',
    state: ({ facts }) => {
      for (const deadline of Object.values(facts.deadlines)) {
        const { zh, en } = explain(deadline);
        if (!/\p{Script=Han}/u.test(zh) || en === '' || deadline.clause === '') return deadline.name;
      }
      return null;
    },
  },
  {
    name: 'whole_days',
    says: { zh: '公示期至当日24时', en: 'A public period ends at the end of a day' },
    basis: 'publicity_form',
    state: ({ facts }) => {
      const odd = Object.values(facts.deadlines).find(
        (deadline) => isPublic(deadline) && startOfDay(localDateOf(deadline.due)) !== deadline.due,
      );
      return odd ? `${odd.name} ends within a day` : null;
    },
  },
  {
    name: 'extension_holds',
    says: { zh: '批准的延期不会落空', en: 'An extension that was approved holds' },
    basis: 'extension',
    step: (before, after) => {
      const [first] = transitionsOf(after);
      const pending = before.facts.pendingExtension;
      if (first?.event !== 'approve_extension' || !pending) return null;
      const due = after.facts.deadlines[pending.deadline]?.due ?? 0;
      return due >= pending.due ? null : `${pending.deadline} ends before the extension`;
    },
  },
  {
    name: 'notice_after_result',
    says: { zh: '结果公示自结果产生的次日起', en: 'A public notice starts after the day of its result' },
    basis: 'result_notice',
    step: (_before, after) => {
      const set = transitionsOf(after).find(({ changes }) => changes.noticeFrom);
      return set?.changes.noticeFrom && set.changes.noticeFrom <= localDateOf(set.at)
        ? `on ${set.changes.noticeFrom}, by an act of ${localDateOf(set.at)}`
        : null;
    },
  },
  {
    name: 'defense_told_ahead',
    says: { zh: '答辩提前通知', en: 'A defense is told ahead' },
    basis: 'defense',
    accepted: ({ policy, at }, _attempt, { changes }) => {
      if (!changes.defenseAt) return null;
      const earliest = addDays(localDateOf(at), policy.defense.noticeDays.value);
      return localDateOf(changes.defenseAt) >= earliest ? null : 'appointed too soon';
    },
  },
];
