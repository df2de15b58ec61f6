import { formatDueZh, instantOf, type LocalDateTime } from '../../calendar/instant.js';
import type { DepartmentCutoff } from '../belonging.js';
import { fieldsByPath } from '../fieldsByPath.js';
import type { Policy, PolicyWindow, Ruled } from '../policy.js';
import { policyValues } from '../policyValues.js';
import { windowsOfCommittee, windowsOfDefenseFee } from '../policyWindows.js';
import type { LintFinding } from './lintFinding.js';

/** “8月30日前”, “8月30日（星期五）前”, “月底前” or “以前”: before a day, not before another step (“审核前缴费”). */
const saysBefore = /([日号底初末]|[之以])(（[^）]*）)?前/;
/** “含当日”: the notice says itself whether the day is in. */
const saysWhether = /含|当日|当天/;
const saysNothing = /未(规定|写明|注明|明确)|没有(规定|写明)/;

/** One end of a window, or a cutoff, as the policy writes it. */
interface Edge {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly end: 'opens' | 'due';
  readonly written: LocalDateTime;
  readonly ruled: Ruled<unknown>;
}

/** Every instant the policy fixes, but those of windows that the campaign does not hold. */
function edgesOf(policy: Policy): readonly Edge[] {
  const held = windowsOfCommittee(policy).map(({ path }) => path);
  return policyValues(policy).flatMap(([path, ruled]): readonly Edge[] => {
    const field = fieldsByPath[path];
    if (!field) return [];
    const about = { path, zh: field.zh, en: field.en, ruled };
    if (field.kind === 'moment') {
      const end = path.endsWith('.opens') ? 'opens' : 'due';
      return [{ ...about, end, written: ruled.value as LocalDateTime }];
    }
    if (field.kind === 'cutoffs') {
      return (ruled.value as readonly DepartmentCutoff[]).map(({ name, due }) => {
        return { ...about, zh: `${field.zh}：${name}`, en: `${field.en}: ${name}`, end: 'due', written: due };
      });
    }
    if (field.kind === 'levelWindows' || field.kind === 'committees' || field.kind === 'defenseFee') {
      return ownEdges(path, about, policy);
    }
    if (field.kind !== 'window' || !held.includes(path)) return [];
    const { opens, due } = ruled.value as PolicyWindow;
    return [
      { ...about, end: 'opens', written: opens },
      { ...about, end: 'due', written: due },
    ];
  });
}

/** The ends of the windows of single levels and committees, and of the defense fee. */
function ownEdges(path: string, about: Omit<Edge, 'end' | 'written'>, policy: Policy): readonly Edge[] {
  const windows = [...windowsOfCommittee(policy), ...windowsOfDefenseFee(policy)].filter((one) => one.path === path);
  return windows.flatMap(({ zh, en, written: { opens, due } }): readonly Edge[] => [
    { ...about, zh, en, end: 'opens', written: opens },
    { ...about, zh, en, end: 'due', written: due },
  ]);
}

function finding({ path, written, ruled }: Edge, code: LintFinding['code'], message: string, messageEn: string) {
  const { clause, source, confirmed } = ruled;
  // A value of the notice is confirmed by its text, which is what is in doubt; a default only by a person.
  const severity = source === 'default' && confirmed ? 'info' : 'warning';
  return { code, severity, clause, date: written.slice(0, 10), message, messageEn, path } as const;
}

/** Cutoffs at the beginning or end of a day that the notice words as “before” that day. */
export function lintDayBefore(policy: Policy): readonly LintFinding[] {
  return edgesOf(policy)
    .filter(({ end, written, ruled: { clause } }) => {
      return end === 'due' && atMidnight(written) && saysBefore.test(clause) && !saysWhether.test(clause);
    })
    .map((edge) => {
      const { zh, en, written, ruled } = edge;
      const [day, time] = written.split('T');
      const isIn = time === '24:00';
      return finding(
        edge,
        'day_before_unclear',
        `“${zh}”的依据写“前”（${ruled.clause}），现按${day} ${time}截止，即当日${isIn ? '计入' : '不计入'}；请确认当日是否计入。`,
        `“${en}” is worded as “before” a day (${ruled.clause}). It is taken as ${day} ${time}, with the day itself ${isIn ? 'in' : 'out'}; please confirm whether the day is in.`,
      );
    });
}

/** Openings and cutoffs at midnight whose hour, or day, the notice does not state. */
export function lintUnstated(policy: Policy): readonly LintFinding[] {
  return edgesOf(policy)
    .filter(
      ({ written, ruled }) => atMidnight(written) && (ruled.source === 'default' || saysNothing.test(ruled.clause)),
    )
    .map((edge) => {
      const { zh, en, end, written, ruled } = edge;
      const taken = written.replace('T', ' ');
      const whole = ruled.source === 'default';
      if (end === 'opens') {
        return finding(
          edge,
          'opening_not_stated',
          `“${zh}”${whole ? '何日何时' : '几时'}开始，通知没有写明，现按${taken}；请确认${whole ? '开始的日期和时刻' : '是当日零时还是上班时间'}。`,
          `“${en}”: the notice does not state ${whole ? 'when' : 'at which hour'} it begins. It is taken as ${taken}; please confirm ${whole ? 'the day and the hour' : 'whether it is midnight or the hour at which the office opens'}.`,
        );
      }
      return finding(
        edge,
        'hour_not_stated',
        `“${zh}”${whole ? '何日何时' : '几时'}截止，通知没有写明，现按${taken}（${formatDueZh(instantOf(written))}）；请确认${whole ? '截止的日期和时刻' : '是当日24:00还是下班时间'}。`,
        `“${en}”: the notice does not state ${whole ? 'when' : 'at which hour'} it ends. It is taken as ${taken}; please confirm ${whole ? 'the day and the hour' : 'whether it is the end of the day or of office hours'}.`,
      );
    });
}

function atMidnight(written: LocalDateTime): boolean {
  return written.endsWith('T00:00') || written.endsWith('T24:00');
}
