// Preloaded into API and worker. Acts in their threads only: in the worker's, workflows run.
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  // The SDK compiles a function for each promise of a workflow, and with source maps Node reads each for a map of its own.
  // The SDK maps a failing workflow's lines to their sources itself.
  process.setSourceMapsEnabled(false);
  // For its stack-trace query the SDK keeps the stack of every promise of a workflow, which takes nearly half of the time of a replay.
  // Where an application waits stands in its current details and in the summary of each timer and activity.
  // Node's own hooks, by which an AsyncLocalStorage (the scope of a timer) follows a promise, come the same way and stay: they look before
  // and after, the SDK's only at the beginning.
  const { createHook } = v8.promiseHooks;
  v8.promiseHooks.createHook = (hooks) => (hooks.before === undefined ? () => undefined : createHook(hooks));
}
