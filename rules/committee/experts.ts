import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';

/** The title an expert holds. */
export const expertRanks = ['senior', 'deputy_senior', 'mid'] as const;
export type ExpertRank = (typeof expertRanks)[number];
export const expertRankLabels: Readonly<Record<ExpertRank, BilingualText>> = {
  senior: { zh: '正高级', en: 'Senior' },
  deputy_senior: { zh: '副高级', en: 'Deputy senior' },
  mid: { zh: '中级', en: 'Intermediate' },
};

/** The first day after a term that begins on a day (人社部令第40号: 评审专家任期). */
export function endOfTerm(from: LocalDate, years: number): LocalDate {
  const [year = '', month, day] = from.split('-');
  const end = `${Number(year) + years}-${month}-${day}`;
  // A term from 29 February ends with February where there is no such day.
  return new Date(`${end}T00:00:00Z`).toISOString().slice(0, 10) === end ? end : `${Number(year) + years}-03-01`;
}

/** The specialty for which an expert is in a committee's pool: the first of theirs that it judges, or null. */
export function pooledSpecialty(theirs: readonly string[], judged: readonly string[]): string | null {
  return theirs.find((specialty) => judged.includes(specialty)) ?? null;
}
