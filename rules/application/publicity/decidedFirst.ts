import { type Instant, type LocalDate, localDateOf } from '../../calendar/instant.js';

/** Whether a unit posted the publicity before the day on which it decided to recommend (通知 四（二）: 经单位研究同意推荐后公示). */
export function postedUndecided(decidedOn: LocalDate, postedAt: Instant | null): boolean {
  return postedAt !== null && localDateOf(postedAt) < decidedOn;
}
