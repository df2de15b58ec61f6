/** Tells the person at the terminal what is going on; one call, one line. */
export type Say = (message: string) => void;

/** Says what is being done, again every few seconds with the time it has taken, until it is done. */
export async function withProgress<Result>(say: Say, what: string, work: () => Promise<Result>): Promise<Result> {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  say(`${what}…`);
  const ticking = setInterval(() => say(`${what}… ${seconds()}`), 5000);
  try {
    return await work();
  } finally {
    clearInterval(ticking);
  }
}
