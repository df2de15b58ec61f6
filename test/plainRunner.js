import LightRunner from 'jest-light-runner/child-process';

/** Gives one worker process what it asks for when it starts. */
function channelOf(workerData) {
  let send = () => {};
  return {
    onMessage(listener) {
      send = listener;
    },
    postMessage(message) {
      if (message === 'jest-light-runner-get-worker-data') send({ type: 'jest-light-runner-worker-data', workerData });
    },
  };
}

/** The pools of a run, each with a channel of its own for every suite. */
class Pools extends Map {
  constructor(globalConfig) {
    super();
    this.globalConfig = globalConfig;
  }

  set(projectConfig, { pool }) {
    const workerData = { globalConfig: this.globalConfig, projectConfig, runtime: 'child_process' };
    return super.set(projectConfig, {
      pool,
      run: (test) => pool.run(test.path, { channel: channelOf(workerData) }),
    });
  }
}

/**
 * Runs suites as plain Node modules in processes. The runner it extends answers the first process that starts by writing to
 * all of them: one that was not listening yet never heard again, and its suite never ran.
 */
export default class PlainRunner extends LightRunner {
  constructor(globalConfig, ...rest) {
    super(globalConfig, ...rest);
    if (this._runtime === 'child_process') this._testRunners = new Pools(globalConfig);
  }
}
