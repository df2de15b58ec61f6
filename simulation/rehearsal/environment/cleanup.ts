/** Cleanup tasks, run in reverse order. */
export class Cleanup {
  readonly #tasks: (() => Promise<unknown>)[] = [];
  #running: Promise<void> | undefined;

  add(task: () => Promise<unknown>): void {
    this.#tasks.push(task);
  }

  /** Adds the task that ends something just started, and returns it. */
  keep<Thing>(thing: Thing, end: () => Promise<unknown>): Thing {
    this.add(end);
    return thing;
  }

  /** The same for a server with a `stop` method. */
  readonly stops = <Server extends { stop(): Promise<void> }>(server: Server): Server =>
    this.keep(server, () => server.stop());

  /**
   * Like `Promise.all`, but rejects only after every promise has settled, so that nothing is started after the cleanup.
   */
  async all<Things extends readonly unknown[]>(
    starting: { [Each in keyof Things]: Promise<Things[Each]> },
  ): Promise<Things> {
    await Promise.allSettled(starting);
    return (await Promise.all(starting)) as unknown as Things;
  }

  /** Runs all tasks once; a failure does not keep the others from running. */
  run(): Promise<void> {
    this.#running ??= (async () => {
      for (const task of this.#tasks.reverse()) await task().catch(() => undefined);
    })();
    return this.#running;
  }
}
