/** What has to be ended again, the youngest first. */
export class Cleanup {
  readonly #tasks: (() => Promise<unknown>)[] = [];
  #running: Promise<void> | undefined;

  add(task: () => Promise<unknown>): void {
    this.#tasks.push(task);
  }

  /** Remembers how to end something that has just been started. */
  keep<Thing>(thing: Thing, end: () => Promise<unknown>): Thing {
    this.add(end);
    return thing;
  }

  /** The same for what has a `stop`. */
  readonly stops = <Server extends { stop(): Promise<void> }>(server: Server): Server =>
    this.keep(server, () => server.stop());

  /** Like `Promise.all`, but fails only when every one has come to its end: none is started behind the cleanup's back. */
  async all<Things extends readonly unknown[]>(
    starting: { [Each in keyof Things]: Promise<Things[Each]> },
  ): Promise<Things> {
    await Promise.allSettled(starting);
    return (await Promise.all(starting)) as unknown as Things;
  }

  /** Ends everything, once; what fails does not keep the others. */
  run(): Promise<void> {
    this.#running ??= (async () => {
      for (const task of this.#tasks.reverse()) await task().catch(() => undefined);
    })();
    return this.#running;
  }
}
