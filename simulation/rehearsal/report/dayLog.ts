import type { Print } from '../../../ops/process/progress.js';
import { eventLabels } from '../../../rules/application/lifecycle.js';
import { type LocalDate, weekdayOf } from '../../../rules/calendar/instant.js';
import type { Reply } from '../../http/apiClient.js';
import { apiStepLabels, isApiStep, type Step } from '../plans/plan.js';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Prints one line for each day of the campaign on which something happened. */
export class DayLog {
  #day: LocalDate | null = null;
  #began = 0;
  readonly #done = new Map<string, number>();

  constructor(private readonly print: Print) {}

  begin(day: LocalDate): void {
    if (day === this.#day) return;
    this.end();
    this.#day = day;
    this.#began = performance.now();
  }

  count({ event }: Step, { status }: Reply): void {
    const text = isApiStep(event) ? apiStepLabels[event] : eventLabels[event].zh;
    const what = status >= 200 && status < 300 ? text : '被拒 refused';
    this.note(what);
  }

  /** Counts something that happened once. */
  note(text: string): void {
    this.#done.set(text, (this.#done.get(text) ?? 0) + 1);
  }

  end(): void {
    if (this.#day === null) return;
    const done = [...this.#done].map(([what, count]) => `${what} ${count}`).join(' · ');
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    this.print(`${this.#day} 周${weekdays[weekdayOf(this.#day)]}  ${done}  (${seconds} s)`);
    this.#done.clear();
    this.#day = null;
  }
}
