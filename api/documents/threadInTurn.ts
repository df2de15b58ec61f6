import { Worker } from 'node:worker_threads';

/**
 * Asks a thread one question after the other, with bounded time and memory; it begins at the first one, and again after one
 * that took longer than `longestMs` or failed, which is answered `failed`.
 */
export function threadInTurn<Question, Answer>(
  program: URL,
  { longestMs, failed }: { readonly longestMs: number; readonly failed: Answer },
): (question: Question) => Promise<Answer> {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const ask = async (question: Question): Promise<Answer> => {
    thread ??= new Worker(program, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const asked = thread;
    return await new Promise((resolve) => {
      const giveUp = () => {
        thread = null;
        void asked.terminate();
        finish(failed);
      };
      const timer = setTimeout(giveUp, longestMs);
      const finish = (answer: Answer) => {
        clearTimeout(timer);
        asked.off('message', finish).off('error', giveUp).unref();
        resolve(answer);
      };
      asked.ref();
      asked.once('message', finish).once('error', giveUp);
      asked.postMessage(question);
    });
  };
  return async (question) => {
    const answer = last.then(() => ask(question));
    last = answer;
    return await answer;
  };
}
