import type { BilingualText } from '../bilingualText.js';
import type { LocalDate } from '../calendar/instant.js';

/** The refusal of a defense announced too late, with the first day that is possible. */
export function defenseNotice(days: number, earliest: LocalDate): BilingualText {
  return {
    zh: `答辩须至少提前${days}日通知，最早可安排在${earliest}。`,
    en: `Candidates have to be told at least ${days} days before a defense; the earliest day is ${earliest}.`,
  };
}
