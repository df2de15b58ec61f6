import { type Logger, pino } from 'pino';

/** Collects warnings and errors of API, worker and engine during a rehearsal. */
export class ProblemLog {
  readonly #lines: { readonly level: number; readonly text: string }[] = [];

  /** The logger to pass to them. */
  readonly log: Logger = pino(
    { level: 'warn', base: null, timestamp: false },
    { write: (text: string) => this.#lines.push({ level: JSON.parse(text).level, text: text.trim() }) },
  );

  /** Errors, which no act of a person explains. */
  get errors(): readonly string[] {
    return this.#lines.filter(({ level }) => level >= errorLevel).map(({ text }) => text);
  }

  /** Warnings: something was retried. */
  get warnings(): readonly string[] {
    return this.#lines.filter(({ level }) => level < errorLevel).map(({ text }) => text);
  }
}

const errorLevel = 50;
