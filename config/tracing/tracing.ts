import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** What an answered request leaves in its span: nothing but these. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the address. */
  readonly route: string;
  readonly status: number;
}

/** How a process traces what it does. */
export interface Tracing {
  /** Runs what handles a request within a span of its own; call `answered` once it is over. */
  request(method: string, handle: (answered: (request: AnsweredRequest) => void) => void): void;
  /** Traces calls to the engine, and tells it which trace they belong to. */
  readonly client: WorkflowClientInterceptor;
  /** Traces activities, within the trace of the act that they carry out. */
  readonly activity: ActivityInterceptorsFactory;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

/** The tracing of this process, or null where the environment names no collector: then none of its libraries is loaded. */
export async function startTracing(
  { tracesTo }: { readonly tracesTo?: string },
  service: string,
): Promise<Tracing | null> {
  if (tracesTo === undefined) return null;
  const { traceTo, otlpExporter } = await import('./openTelemetry.js');
  return traceTo(otlpExporter(), service);
}
