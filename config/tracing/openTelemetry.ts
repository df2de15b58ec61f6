import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';
import {
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import type { Tracing } from './tracing.js';
import { withoutContent } from './withoutContent.js';

/** Sends spans where OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT says. */
export const otlpExporter = (): SpanExporter => new OTLPTraceExporter();

/** Traces this process, as the standard variables say: OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER, OTEL_BSP_… */
export function traceTo(exporter: SpanExporter, service: string): Tracing {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': service }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(withoutContent(exporter))],
  });
  // A process is traced in one way at a time: the latest.
  for (const api of [trace, context, propagation]) api.disable();
  provider.register();
  const tracer = provider.getTracer('pingshen');
  return {
    // A trace begins here, whatever a caller's headers say: nobody outside decides what is traced, or puts text into it.
    request(method, handle) {
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER, root: true });
      const answered: Parameters<typeof handle>[0] = ({ route, status }) => {
        span.updateName(`${method} ${route}`);
        span.setAttributes({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
        });
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      };
      context.with(trace.setSpan(context.active(), span), () => handle(answered));
    },
    client: new OpenTelemetryWorkflowClientInterceptor({ tracer }),
    activity: (activity) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(activity, { tracer }) }),
    stop: () => provider.shutdown(),
  };
}
