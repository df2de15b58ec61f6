// Preloaded into API and worker. Acts in their threads only: in the worker's, workflows run.
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  // The SDK compiles a function for each promise of a workflow, and with source maps Node reads each for a map of its own.
  // The SDK maps a failing workflow's lines to their sources itself.
  process.setSourceMapsEnabled(false);
  // For its stack-trace query the SDK keeps the stack of every promise of a workflow.
  // Where an application waits stands in its current details and in the summary of each timer and activity.
  // Node installs the hooks of AsyncLocalStorage, which holds a workflow's cancellation scope, through the same function. Those have
  // a `before`, which the SDK's do not.
  const { createHook } = v8.promiseHooks;
  v8.promiseHooks.createHook = (hooks) => (hooks.before === undefined ? () => undefined : createHook(hooks));
}
