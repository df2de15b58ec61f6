import { dueInDigits, formatDueZh, type Instant } from '../../calendar/instant.js';
import { fieldsByPath } from '../fieldsByPath.js';
import type { Policy } from '../policy.js';
import { policyValues } from '../policyValues.js';
import { departmentWindows, filingWindows, lastDayOf, windowsOfCommittee } from '../policyWindows.js';
import type { LintFinding } from './lintFinding.js';

/** A year in a citation: `2024年`, `〔2024〕`, `2024 年度`. */
const yearIn = /(?<!\d)(19|20)\d{2}(?=\s*年|〕)/g;

/** The document a citation is from: what stands before its first space. */
const documentOf = (citation: string) => citation.split(' ')[0] ?? '';

/**
 * Citations that are of another notice than the campaign's: values said to be of the notice that cite another document, or
 * another year. They are left over where one notice was made from another.
 */
export function lintClauses(policy: Policy): readonly LintFinding[] {
  const values = policyValues(policy).filter(([, { source }]) => source === 'notice');
  const documents = values.map(([, { clause }]) => documentOf(clause));
  const own = mostFrequent(documents);
  return values.flatMap(([path, { clause }]) => {
    const years = [...clause.matchAll(yearIn)].map(([year]) => Number(year));
    const elsewhere = documentOf(clause) !== own;
    if (!elsewhere && years.every((year) => year === policy.year)) return [];
    const field = fieldsByPath[path];
    return [
      {
        code: 'clause_of_another_notice' as const,
        severity: 'error' as const,
        clause,
        date: null,
        message: `“${field?.zh ?? path}”引用的是另一份通知的条款（${clause}），请改为本通知的条款。`,
        messageEn: `“${field?.en ?? path}” cites a clause of another notice (${clause}). Please cite this one.`,
        path,
      },
    ];
  });
}

function mostFrequent(all: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/** Years of continuing education that do not end with the campaign's own (通知 四（五）: 近4年). */
export function lintEducationYears({ evidence, year }: Policy): readonly LintFinding[] {
  const { value: years, clause } = evidence.continuingEducationYears;
  if (years.length === 0 || Math.max(...years) === year) return [];
  return [
    {
      code: 'education_years_wrong',
      severity: 'error',
      clause,
      date: null,
      message: `继续教育年度至${Math.max(...years)}年，而本次是${year}年度评审，应至${year}年。`,
      messageEn: `The years of continuing education end with ${Math.max(...years)}; in the review of ${year} they end with ${year}.`,
      path: 'evidence.continuingEducationYears',
    },
  ];
}

/** Windows and cutoffs that are over at an instant, at which the campaign is not announced yet. */
export function lintPast(policy: Policy, now: Instant): readonly LintFinding[] {
  const windows = [...filingWindows(policy), ...departmentWindows(policy), ...windowsOfCommittee(policy)];
  return windows
    .filter(({ due }) => due <= now)
    .map((window) => ({
      code: 'date_past',
      severity: 'error',
      clause: window.clause,
      date: lastDayOf(window),
      message: `${window.zh}截止于${formatDueZh(window.due)}，已经过去，不能再发布通知。`,
      messageEn: `${window.en} ended at ${dueInDigits(window.due)}, so the campaign cannot be announced any more.`,
      path: window.path,
    }));
}
