import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import { currentUpdateInfo, type WorkflowInterceptors } from '@temporalio/workflow';

/** Where the client's and the activities' interceptors put the trace. */
const header = '_tracer-data';
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/;

/**
 * Hands the trace of an Update on to the activities that carry it out. A workflow makes no spans of its own: it would have
 * to do so on each replay as it did first, traced or not. What it does here follows from the history alone and adds no
 * command. A header that is no trace goes no further.
 */
export function interceptors(): WorkflowInterceptors {
  const traces = new Map<string, Headers>();
  const traced = <Input extends { readonly headers: Headers }>(input: Input): Input => {
    const trace = traces.get(currentUpdateInfo()?.id ?? '');
    return trace ? { ...input, headers: { ...input.headers, ...trace } } : input;
  };
  return {
    inbound: [
      {
        handleUpdate(input, next) {
          const trace = traceIn(input.headers);
          if (!trace) return next(input);
          traces.set(input.updateId, trace);
          const handled = next(input);
          const forget = () => void traces.delete(input.updateId);
          // Beside the answer and not before it, which would come later in a traced history than in another.
          void handled.then(forget, forget);
          return handled;
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next(traced(input)),
        scheduleLocalActivity: (input, next) => next(traced(input)),
      },
    ],
  };
}

/** The trace of a header, and nothing else that somebody may have put there; null: none. */
function traceIn({ [header]: given }: Headers): Headers | null {
  if (!given) return null;
  try {
    const { traceparent: trace } = defaultPayloadConverter.fromPayload<{ readonly traceparent?: unknown }>(given);
    if (typeof trace !== 'string' || !traceparent.test(trace)) return null;
    return { [header]: defaultPayloadConverter.toPayload({ traceparent: trace }) };
  } catch {
    return null;
  }
}
