import { statusOf } from '../../../api/http/problem.js';
import { deadlineLabels } from '../../../rules/application/deadlines.js';
import { lifecycle } from '../../../rules/application/lifecycle.js';
import type { Checked } from '../checks/checkAll.js';
import { allChecksPass, type Counts, type Report } from './report.js';

/** Durations in seconds; the processor time of this process and its servers is null where there is no /proc. */
export interface Effort {
  readonly seconds: number;
  readonly processorSeconds: number | null;
}

const shown = 20;

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''];
}

const listed = (counts: Counts) => counts.map(([name, count]) => `${name} ${count}`).join(' · ');

function checkLines({ zh, en, findings }: Checked): string[] {
  const mark = findings.length ? '✗' : '✓';
  return [
    `- ${mark} ${zh} / ${en}${findings.length ? ` (${findings.length})` : ''}`,
    ...findings.slice(0, shown).map(({ name, id, what }) => `  - **${name}** (${id}): ${what}`),
    ...(findings.length > shown ? [`  - … ${findings.length - shown}`] : []),
  ];
}

/** The report as Markdown, readable on a terminal too. */
export function markdown(report: Report, { seconds, processorSeconds }: Effort): string {
  const { applications, units, plans, ends, deadlines, reminders, letters, mails, refusals, acts, documents } = report;
  const effort = processorSeconds === null ? '' : `，处理器 / processor ${processorSeconds.toFixed(0)} s`;
  return [
    `# 演练报告 / Rehearsal: ${report.title}`,
    '',
    `${applications} 份申报 / applications, ${units} 个单位 / units, ${plans} 种预案 / plans, ${acts} 件收件 / acts, ` +
      `${documents} 份材料 / documents, ${mails} 封邮件 / mails; ${seconds.toFixed(0)} s${effort}`,
    '',
    '## 结局 / How they ended',
    '',
    ...table(
      ['环节', 'status', '份数 / count', '预案 / expected'],
      ends.map(({ status, count, expected }) => [lifecycle[status].zh, status, count, expected]),
    ),
    '## 到期 / Deadlines that fired',
    '',
    ...table(
      ['期限', 'deadline', '到期 / fired', '提醒 / reminders'],
      Object.entries(deadlineLabels).map(([name, { zh }]) => [
        zh,
        name,
        countOf(deadlines, name),
        countOf(reminders, name),
      ]),
    ),
    '## 通知 / Letters',
    '',
    listed(letters),
    '',
    '## 被拒 / Refusals met',
    '',
    listed(refusals.map(([code, count]) => [`${code} (${(statusOf as Record<string, number>)[code] ?? '?'})`, count])),
    '',
    '## 评委会 / The committee',
    '',
    ...report.committeeLines.map((line) => `- ${line}`),
    '',
    '## 政策检查 / What the policy linter says',
    '',
    ...report.lint.map(
      ({ severity, code, date, message }) => `- ${severity} ${code}${date ? ` ${date}` : ''}: ${message}`,
    ),
    '',
    '## 核对 / Checks',
    '',
    ...report.checks.flatMap(checkLines),
    ...(report.idle ? [] : ['- ✗ 到最后仍有收件或邮件未办完 / acts or letters were still on their way at the end']),
    ...report.errors.slice(0, shown).map((line) => `- ✗ 系统出错 / the system complained: ${line}`),
    ...report.warnings.slice(0, shown).map((line) => `- 系统提示 / a warning: ${line}`),
    '',
    allChecksPass(report)
      ? '**全部相符 / Everything adds up.**'
      : '**有不符之处，见上 / Something does not add up, see above.**',
    '',
  ].join('\n');
}

function countOf(counts: Counts, name: string): number {
  return counts.find(([one]) => one === name)?.[1] ?? 0;
}
