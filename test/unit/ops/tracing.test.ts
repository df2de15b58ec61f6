import { BasicTracerProvider, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { startTracing } from '../../../config/tracing/tracing.js';
import { withoutContent } from '../../../config/tracing/withoutContent.js';

const exported: ReadableSpan[] = [];
const exporter = withoutContent({
  export: (spans, done) => {
    exported.push(...spans);
    done({ code: 0 });
  },
  shutdown: () => Promise.resolve(),
});
const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).getTracer('test');

test('A span leaves with its ids, patterns and kinds of errors only', () => {
  const span = tracer.startSpan('RunActivity:drainOutbox');
  span.setAttributes({
    temporalWorkflowId: 'application:1',
    temporalUpdateId: '110101199003074610',
    'url.query': 'name=张三',
    'http.route': '/api/people/张三',
    run_id: 'two words',
  });
  span.recordException(new TypeError('550 张三 <zhang@example.cn> is unknown'));
  span.setStatus({ code: 2, message: '550 张三 <zhang@example.cn> is unknown' });
  span.addEvent('张三');
  span.end();
  const [{ attributes, events, status } = {} as ReadableSpan] = exported;
  expect(attributes).toEqual({ temporalWorkflowId: 'application:1', 'error.type': 'TypeError' });
  expect({ events, status }).toEqual({ events: [], status: { code: 2 } });
});

test('nothing is traced where no collector is named', async () => {
  expect(await startTracing({}, 'pingshen-test')).toBeNull();
});
