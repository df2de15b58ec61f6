import { endChildren } from './launch.js';

/**
 * Ends all children and then this process, once, on Ctrl-C, SIGTERM, a closed terminal, or the death of the process
 * that started it.
 *
 * @param begin runs first, to stop what should no longer happen; its promise is awaited
 * @param options.stopIsSuccess exit code 0 instead of 128 + the signal's number: a person ending this is its normal end
 * @param options.graceMs how long each child may take before it is killed
 * @returns a function for the normal end, which does not return
 */
export function endOnSignal(
  begin: (reason: string) => void | Promise<void>,
  options: { readonly stopIsSuccess?: boolean; readonly graceMs?: number } = {},
): (exitCode: number, reason?: string) => Promise<never> {
  let ending: Promise<never> | undefined;
  const end = (exitCode: number, reason = '') => {
    ending ??= (async () => {
      await begin(reason);
      await endChildren(options.graceMs);
      process.exit(exitCode);
    })();
    return ending;
  };
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => void end(options.stopIsSuccess ? 0 : code, signal));
  }
  if (process.channel) {
    process.on('disconnect', () => void end(143, 'disconnect'));
    process.channel.unref();
  }
  // The terminal may be closed before the last messages are written.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return end;
}
