import { type Logger, pino } from 'pino';

/** What the door, the worker and the engine complain of while a rehearsal runs. */
export class ProblemLog {
  readonly #lines: { readonly level: number; readonly text: string }[] = [];

  /** Where they are to log. */
  readonly log: Logger = pino(
    { level: 'warn', base: null, timestamp: false },
    { write: (text: string) => this.#lines.push({ level: JSON.parse(text).level, text: text.trim() }) },
  );

  /** Something went wrong that no person's act explains. */
  get errors(): readonly string[] {
    return this.#lines.filter(({ level }) => level >= errorLevel).map(({ text }) => text);
  }

  /** Something had to be done again. */
  get warnings(): readonly string[] {
    return this.#lines.filter(({ level }) => level < errorLevel).map(({ text }) => text);
  }
}

const errorLevel = 50;
