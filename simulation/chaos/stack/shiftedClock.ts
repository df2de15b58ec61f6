/** Runs before the program; plain JavaScript, in a process of the run only. */
const preload = (ms: number) => `
const TrueDate = Date;
globalThis.Date = class Date extends TrueDate {
  constructor(...given) {
    if (given.length === 0) super(TrueDate.now() + ${ms});
    else super(...given);
  }
  static now() {
    return TrueDate.now() + ${ms};
  }
};`;

/** The environment of a Node process whose clock is ahead by so many ms. */
export function shiftedClock(ms: number): Readonly<Record<string, string>> {
  if (ms === 0) return {};
  return { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(preload(ms))}` };
}
