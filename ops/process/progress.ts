/** Tells the person at the terminal what is going on; one call, one line. */
export type Print = (message: string) => void;

/** Says what is being done, again every few seconds with the time it has taken, until it is done. */
export async function withProgress<Result>(print: Print, what: string, work: () => Promise<Result>): Promise<Result> {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  print(`${what}…`);
  const ticking = setInterval(() => print(`${what}… ${seconds()}`), 5000);
  try {
    return await work();
  } finally {
    clearInterval(ticking);
  }
}
