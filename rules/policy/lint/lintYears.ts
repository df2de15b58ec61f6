import { type Calendar, isYearAnnounced } from '../../calendar/calendar.js';
import { calendarYear } from '../../calendar/calendarYear.js';
import { localDateOf } from '../../calendar/instant.js';
import { regions } from '../../calendar/overlays/regions.js';
import type { Policy } from '../policy.js';
import { departmentWindows, filingWindows, lastDayOf, windowsOfCommittee } from '../policyWindows.js';
import { everyRound } from '../rounds.js';
import type { LintFinding } from './lintFinding.js';

/** The years the windows touch, in order. */
function yearsOf(policy: Policy): readonly string[] {
  const windows = everyRound(policy).flatMap((round) => [
    ...filingWindows(round),
    ...departmentWindows(round),
    ...windowsOfCommittee(round),
  ]);
  const dates = windows.flatMap((window) => [localDateOf(window.opens), lastDayOf(window)]);
  return [...new Set(dates.map((date) => date.slice(0, 4)))].toSorted();
}

/** Years the windows touch whose holidays nobody has announced: periods in them are provisional. */
export function lintYears(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  return yearsOf(policy)
    .filter((year) => !isYearAnnounced(calendar, `${year}-01-01`))
    .map((year) => ({
      code: 'year_not_announced',
      severity: 'warning',
      clause: '国务院办公厅节假日安排',
      date: `${year}-01-01`,
      message: `${year}年节假日安排尚未公布，涉及该年的期限为暂定，公布后重算，只会延后不会提前。已公布而系统未收录的，在工作日历中录入各节日的放假日和调休日，另一人确认。`,
      messageEn: `The holidays of ${year} are not announced yet. Deadlines that touch that year are provisional; they are counted anew once it is, and can only become later. If they are announced and not known here, enter the days of each festival on the calendar page for another to confirm.`,
      path: null,
    }));
}

/** Years the windows touch for which the notice of the region on its festivals is missing. */
export function lintRegion(policy: Policy, calendar: Calendar): readonly LintFinding[] {
  const { region } = policy;
  const { zh, en } = regions[region];
  return yearsOf(policy).flatMap((year): LintFinding[] => {
    const { regional, days } = calendarYear(calendar, region, Number(year));
    if (regional === null || regional === 'official') return [];
    const [first] = days.filter(({ kind }) => kind === 'regional');
    const [counted, countedEn] =
      regional === 'provisional'
        ? [
            '地方节日按历法推算或尚未录全，涉及的期限为暂定',
            'its festivals are derived or not all entered, and deadlines that they touch are provisional',
          ]
        : ['日历中没有地方节日', 'the calendar has none of its festivals'];
    return [
      {
        code: 'region_not_announced',
        severity: 'warning',
        clause: `${zh}节假日放假通知`,
        date: first?.date ?? `${year}-01-01`,
        message: `缺少${zh}${year}年的放假通知：${counted}。请取得通知，在工作日历中录入各日，另一人确认。`,
        messageEn: `The holiday notice of ${en} for ${year} is missing: ${countedEn}. Please obtain it and enter its days on the calendar page, for another to confirm.`,
        path: null,
      },
    ];
  });
}
