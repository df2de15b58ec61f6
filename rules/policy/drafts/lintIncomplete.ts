import type { Calendar } from '../../calendar/calendar.js';
import { fieldsByPath } from '../fieldsByPath.js';
import { lint } from '../lint/linter.js';
import type { LintFinding } from '../lint/lintFinding.js';
import type { Policy } from '../policy.js';
import { draftPathOf } from './draftPaths.js';

/**
 * What the linter finds in the values that a draft has, while others are missing or wrong: whatever is found of those, or of
 * a date while one of the dates is missing, is left out.
 */
export function lintIncomplete(policy: Policy, calendar: Calendar, lacking: readonly string[]): readonly LintFinding[] {
  const datesLack = lacking.some(isDate);
  return lint(policy, calendar).filter(
    ({ path, date }) => path !== null && !lacking.includes(draftPathOf(path) ?? path) && !(datesLack && date !== null),
  );
}

function isDate(path: string): boolean {
  const kind = fieldsByPath[path]?.kind;
  return kind === 'moment' || kind === 'window' || path === 'year';
}
