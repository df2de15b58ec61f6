import type { Attributes } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';

/** What a span may say: ids of workflows and activities, the route's pattern, and how it ended. */
const allowed = new Set([
  'http.request.method',
  'http.route',
  'http.response.status_code',
  'temporalWorkflowId',
  'temporalActivityId',
  'run_id',
  'error.type',
]);
/** Ids, patterns and names of code. What people write has other characters, or spaces. */
const plain = /^[\w.:/{}*-]{1,200}$/;

/**
 * Leaves out of every span what may hold personal data or what somebody wrote: attributes nobody has allowed, messages of
 * errors, events. Of an error its kind remains.
 */
export function withoutContent(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(stripped), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

function stripped(span: ReadableSpan): ReadableSpan {
  const thrown = span.events.find(({ name }) => name === 'exception')?.attributes?.['exception.type'];
  const attributes: Attributes = { ...span.attributes, ...(thrown === undefined ? {} : { 'error.type': thrown }) };
  const kept = Object.entries(attributes).filter(([name, value]) => allowed.has(name) && isPlain(value));
  return {
    name: span.name,
    kind: span.kind,
    spanContext: () => span.spanContext(),
    ...(span.parentSpanContext ? { parentSpanContext: span.parentSpanContext } : {}),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: { code: span.status.code },
    attributes: Object.fromEntries(kept),
    links: [],
    events: [],
    resource: span.resource,
    instrumentationScope: span.instrumentationScope,
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
  };
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && plain.test(value));
