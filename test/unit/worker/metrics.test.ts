import { freePort } from '../../../ops/process/ports.js';
import { createWorkerMetrics, serveMetrics } from '../../../worker/metrics.js';

test('a worker tells Prometheus what its sweeper has finished, and nothing else', async () => {
  const { registry, swept } = createWorkerMetrics();
  swept.inc({ what: 'start' });
  const port = await freePort();
  const stop = await serveMetrics(registry, { port, host: '127.0.0.1' });
  try {
    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(metrics.headers.get('content-type')).toBe(registry.contentType);
    expect(await metrics.text()).toContain('pingshen_swept_total{what="start"} 1');
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  } finally {
    await stop();
  }
});

test('without a token, it tells this machine only', async () => {
  const port = await freePort();
  const stop = await serveMetrics(createWorkerMetrics().registry, { port, host: '0.0.0.0' });
  try {
    // Another address of this machine: who listens everywhere answers there.
    await expect(fetch(`http://127.0.0.2:${port}/metrics`)).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(200);
  } finally {
    await stop();
  }
});

test('and where a token is set, only to who sends it', async () => {
  const port = await freePort();
  const stop = await serveMetrics(createWorkerMetrics().registry, { port, host: '127.0.0.1', token: 'of-prometheus' });
  try {
    const ask = (authorization: string) => fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization } });
    expect((await ask('')).status).toBe(401);
    expect((await ask('Bearer of-prometheu')).status).toBe(401);
    expect((await ask('Bearer of-prometheus')).status).toBe(200);
  } finally {
    await stop();
  }
});
