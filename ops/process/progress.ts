/** Prints one line for the person at the terminal. */
export type Print = (message: string) => void;

/** Prints what is being done, and again every few seconds with the time taken, until it is done. */
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
