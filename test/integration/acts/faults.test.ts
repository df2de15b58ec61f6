import { randomUUID } from 'node:crypto';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { Client, type WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { OutcomeAnswer, PendingAnswer } from '../../../api/acts/answers.js';
import { openConnection } from '../../../config/openConnection.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { traceTo } from '../../../config/tracing/openTelemetry.js';
import type { Engine, Outcome } from '../../../engine/engine.js';
import { until } from '../../../ops/process/ports.js';
import { stories } from '../../../simulation/story/story.js';
import { campaignId, createOffice, type Office } from '../../support/office.js';
import { payloadKeys, startTestApi, type TestApi } from '../../support/testApi.js';
import { startTestSweeper } from '../../support/testSweeper.js';
import { workflowIdOf } from '../../support/workflowIdOf.js';
import { testWorkflows } from '../../support/workflows.js';

/** Faults between the API and the engine, for the next calls. */
let fault: 'none' | 'lost' | 'slow' | 'late answer' | 'clock ahead' | 'no start' = 'none';

function faulty(real: Engine): Engine {
  return {
    ...real,
    async act(number, act): Promise<Outcome> {
      if (fault === 'lost') throw new Error('the process was killed here');
      if (fault === 'slow') return { kind: 'slow' };
      if (fault === 'clock ahead') return await real.act(number, { ...act, receivedAt: act.receivedAt + 60_000 });
      const outcome = await real.act(number, act);
      return fault === 'late answer' ? { kind: 'slow' } : outcome;
    },
    async actTogether(id, acts) {
      if (fault === 'lost') throw new Error('the process was killed here');
      return fault === 'slow' ? 'slow' : await real.actTogether(id, acts);
    },
    async start(input) {
      if (fault === 'no start') throw new Error('the process was killed here');
      await real.start(input);
    },
  };
}

const spans: ReadableSpan[] = [];
const exporter: SpanExporter = {
  export: (ended, done) => {
    spans.push(...ended);
    done({ code: 0 });
  },
  shutdown: () => Promise.resolve(),
};
const tracing = traceTo(exporter, 'pingshen-test');

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'faults', at: '2024-08-12T10:00:00+08:00', engine: faulty, tracing });
  office = await createOffice(api);
});
afterEach(() => {
  fault = 'none';
});
afterAll(() => api.close());

const sweeper = () => startTestSweeper(api.deps, { interval: 3_600_000, minimumAge: -1_000 });
const sweep = async () => {
  const one = sweeper();
  await one.sweep();
  await one.stop();
};
const accept = (id: string, key: string = randomUUID()) =>
  office.as('office').post(`/api/applications/${id}/actions/accept`).set('Idempotency-Key', key).send({});
const outcomeOf = async (location: string) =>
  OutcomeAnswer.parse((await office.as('office').get(location).expect(200)).body);

describe('An act that was registered', () => {
  test.each(['lost', 'slow'] as const)('and %s on its way counts from its registration', async (what) => {
    const id = await office.application(stories.committee_audit);
    fault = what;
    const { body, headers } = await accept(id).expect(202);
    const { receivedAt } = PendingAnswer.parse(body);
    expect((await outcomeOf(headers.location ?? '')).outcome).toBe('pending');
    fault = 'none';
    await sweep();
    expect(await outcomeOf(headers.location ?? '')).toMatchObject({
      outcome: 'done',
      receivedAt,
      answer: { status: 'payment' },
    });
    const event = await api.db.event.findFirstOrThrow({ where: { applicationId: id, event: 'accept' } });
    expect(event.at.getTime()).toBe(Date.parse(receivedAt));
  });

  test('is done once when its answer was lost, whoever asks again', async () => {
    const id = await office.application(stories.committee_audit);
    const key = randomUUID();
    fault = 'late answer';
    expect((await accept(id, key).expect(200)).body.status).toBe('payment');
    fault = 'none';
    await sweep();
    expect((await accept(id, key).expect(200)).body.status).toBe('payment');
    expect(await api.db.event.count({ where: { applicationId: id, event: 'accept' } })).toBe(1);
  });

  test('is handed on by one of several sweepers at once, once', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => office.application(stories.committee_audit)));
    fault = 'lost';
    for (const id of ids) await accept(id).expect(202);
    fault = 'none';
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    for (const id of ids) expect(await api.db.event.count({ where: { applicationId: id, event: 'accept' } })).toBe(1);
  });

  test.each(['lost', 'slow'] as const)(
    'with others, and %s with them, counts from their registration',
    async (what) => {
      const ids = await Promise.all([1, 2, 3].map(() => office.application(stories.committee_audit)));
      const acts = ids.map((application) => ({ application, seq: null, key: randomUUID(), body: {} }));
      fault = what;
      const { body } = await office.as('office').post('/api/acts').send({ event: 'accept', acts }).expect(200);
      const receipts = body.results.map(({ receipt }: { receipt: unknown }) => PendingAnswer.parse(receipt));
      fault = 'none';
      await sweep();
      for (const [place, id] of ids.entries()) {
        const events = await api.db.event.findMany({ where: { applicationId: id, event: 'accept' } });
        expect(events.map(({ at }) => at.getTime())).toEqual([Date.parse(receipts[place].receivedAt)]);
      }
    },
  );

  test('and that the law refuses later is told so', async () => {
    const id = await office.application(stories.committee_audit);
    fault = 'lost';
    const { headers } = await accept(id).expect(202);
    fault = 'none';
    await office.as('secondOffice').post(`/api/applications/${id}/actions/accept`).send({}).expect(200);
    await sweep();
    expect(await outcomeOf(headers.location ?? '')).toMatchObject({
      outcome: 'refused',
      problem: { code: 'event_not_allowed', status: 409 },
    });
  });

  test('and finds the application ended is refused, not lost', async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    const id = await office.application(stories.unit_review, { applicantId: applicant.id });
    const post = (key: string) =>
      applicant.as
        .post(`/api/applications/${id}/actions/withdraw`)
        .set('Idempotency-Key', key)
        .send({ reason: '撤回' });
    fault = 'lost';
    const { headers } = await post('one').expect(202);
    fault = 'none';
    await post('other').expect(200);
    await sweep();
    const { body } = await applicant.as.get(headers.location ?? '').expect(200);
    expect(body).toMatchObject({ outcome: 'refused', problem: { code: 'already_final' } });
  });

  test('ahead of the clock of the engine waits until the clocks agree, and an operator can see it', async () => {
    const id = await office.application(stories.committee_audit);
    fault = 'clock ahead';
    const { headers } = await accept(id).expect(202);
    expect((await api.deps.metrics.clockAhead.get()).values[0]?.value).toBe(1);
    fault = 'none';
    await sweep();
    expect((await outcomeOf(headers.location ?? '')).outcome).toBe('done');
  });

  test('of another person is none of the caller’s business', async () => {
    const id = await office.application(stories.committee_audit);
    const { body } = await accept(id).expect(200);
    await office.as('secondOffice').get(`/api/applications/${id}/acts/${body.key}`).expect(404);
  });
});

describe('A draft whose workflow was not started', () => {
  test('is there, and the sweeper starts it', async () => {
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    fault = 'no start';
    const draft = { campaignId, level: 'mid', track: 'regular', specialty: 'mechanical_electronic' };
    const { body } = await as.post('/api/applications').send(draft).expect(201);
    expect(body.started).toBe(false);
    fault = 'none';
    await sweep();
    expect((await as.get(`/api/applications/${body.id}`).expect(200)).body.started).toBe(true);
    await as.post(`/api/applications/${body.id}/actions/withdraw`).send({ reason: '撤回' }).expect(200);
  });

  test('is started by its first act, if that is earlier', async () => {
    const { as } = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    fault = 'no start';
    const draft = { campaignId, level: 'mid', track: 'regular', specialty: 'mechanical_electronic' };
    const { body } = await as.post('/api/applications').send(draft).expect(201);
    fault = 'none';
    await as.post(`/api/applications/${body.id}/actions/withdraw`).send({ reason: '撤回' }).expect(200);
  });
});

test('a sweeper works by itself, at its interval', async () => {
  const id = await office.application(stories.committee_audit);
  fault = 'lost';
  const { headers } = await accept(id).expect(202);
  fault = 'none';
  const running = startTestSweeper(api.deps, { interval: 50, minimumAge: -1_000 });
  const done = async () => (await outcomeOf(headers.location ?? '')).outcome === 'done';
  expect(await until(done, { timeoutMs: 30_000 })).toBe(true);
  await running.stop();
});

describe('Traces', () => {
  // Ending the tracing sends what is left, so this is the last of the suite.
  const idNumber = '110101199003074610';
  const name = '欧阳某某';
  const reason = `${name}（${idNumber}）因故撤回`;
  const foreign = '4bf92f3577b34da6a3ce929d0e0e4736';
  let id: string;
  beforeAll(async () => {
    const applicant = await office.hire([{ role: 'applicant', unitId: 'unit-1' }]);
    id = await office.application(stories.unit_review, { applicantId: applicant.id });
    await sendForgedTrace(id);
    await applicant.as.get(`/api/applications/${id}?name=${encodeURIComponent(name)}`);
    const { body } = await applicant.as
      .post(`/api/applications/${id}/actions/withdraw`)
      .set('Idempotency-Key', `${idNumber}-withdraw`)
      .set('traceparent', `00-${foreign}-00f067aa0ba902b7-01`)
      .set('tracestate', `person=${idNumber}`)
      .send({ reason });
    expect(body).toMatchObject({ status: 'withdrawn' });
    await tracing.stop();
  });

  const withEngine = async <T>(use: (client: Client) => Promise<T>, bad = false): Promise<T> => {
    if (!api.reached) throw new Error('the engine has an address');
    const { address, namespace } = api.reached;
    const connection = await openConnection({ address });
    const header = { '_tracer-data': defaultPayloadConverter.toPayload({ traceparent: reason }) };
    const workflow: WorkflowClientInterceptor[] = bad
      ? [{ startUpdate: (input, next) => next({ ...input, headers: header }) }]
      : [];
    const dataConverter = createDataConverter(payloadKeys);
    try {
      return await use(new Client({ connection, namespace, dataConverter, interceptors: { workflow } }));
    } finally {
      await connection.close();
    }
  };

  /** An act that nobody registered, with a trace that is none. */
  async function sendForgedTrace(of: string): Promise<void> {
    const actor = { role: 'applicant', personId: 'forged', scope: null };
    const act = { key: randomUUID(), event: 'withdraw', actor, receivedAt: await api.deps.clock() };
    const args: [object, number] = [{ ...act, expectedSeq: null, data: {}, freeTextHash: null }, 0];
    const workflowId = await workflowIdOf(api.db, of);
    const send = (client: Client) => client.workflow.getHandle(workflowId).executeUpdate('withdraw', { args });
    await expect(withEngine(send, true)).rejects.toThrow();
  }

  test('show an act from the request to the activity that records it, as one', () => {
    const request = spans.findLast((span) => span.name === 'POST /api/applications/:id/actions/withdraw');
    const own = spans.filter((span) => span.spanContext().traceId === request?.spanContext().traceId);
    const parentOf = ({ parentSpanContext }: ReadableSpan) =>
      own.find((span) => span.spanContext().spanId === parentSpanContext?.spanId)?.name;
    const parents = Object.fromEntries(own.map((span) => [span.name, parentOf(span)]));
    expect(parents).toMatchObject({
      'POST /api/applications/:id/actions/withdraw': undefined,
      'StartWorkflowUpdate:withdraw': 'POST /api/applications/:id/actions/withdraw',
      'RunActivity:recordTransition': 'StartWorkflowUpdate:withdraw',
    });
    expect(request?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/api/applications/:id/actions/withdraw',
      'http.response.status_code': 200,
    });
  });

  test('hold nothing about people, nothing that anybody wrote, and no trace from outside', async () => {
    const text = JSON.stringify(
      spans.map((span) => [span.name, span.spanContext(), span.attributes, span.events, span.status, span.links]),
    );
    expect(text).toContain(await workflowIdOf(api.db, id));
    for (const secret of [idNumber, name, reason, foreign, 'tracestate', '张三']) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test('change nothing about the workflow: its history is replayed without them', async () => {
    const workflowId = await workflowIdOf(api.db, id);
    const history = await withEngine((client) => client.workflow.getHandle(workflowId).fetchHistory());
    expect(JSON.stringify(history)).toContain('_tracer-data');
    const dataConverter = createDataConverter(payloadKeys);
    await Worker.runReplayHistory({ workflowBundle: await testWorkflows(), dataConverter }, history, workflowId);
  });
});
