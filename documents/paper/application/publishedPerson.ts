import { publishedAchievements } from '../../../rules/dossier/resultDates.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { PaperInput } from './input.js';

/** What of a person is posted in the unit: name and unit covered where the form asks for it for confidential work. */
export function publishedPerson({ dossier, policy, applicantName, unitName }: PaperInput) {
  const covered = dossier.masking?.maskedItems ?? [];
  const [first = '', ...rest] = [...applicantName];
  return {
    name: covered.includes('name') ? `${first}${'*'.repeat(Math.max(1, rest.length))}` : applicantName,
    unitName: covered.includes('employer') ? '本单位' : unitName,
    /** Of the years that the policy counts. */
    achievements: publishedAchievements(dossier, policy),
  };
}

/** What a publicity rests on: the year of the campaign, and where its notice has the form. */
export function accordingTo({ year, clauses }: Policy): string {
  const clause = clauses.publicity_form?.value;
  return `根据${year}年度职称评审工作要求${clause === undefined ? '' : `（${clause}）`}`;
}
