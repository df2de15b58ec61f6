import { z } from 'zod';
import { defineRoute } from './defineRoute.js';
import { requireMetricsShown } from './metricsToken.js';
import { readinessOf } from './readiness.js';

const tag = '运维';
const ReadyAnswer = z.object({
  status: z.enum(['ok', 'degraded', 'unavailable']),
  database: z.boolean(),
  engine: z.boolean(),
  worker: z.boolean(),
  clocks: z.boolean(),
});

/** For what watches this process: whether it lives, whether it can serve, and its figures for Prometheus. */
export const healthRoutes = [
  defineRoute({
    method: 'get',
    path: '/healthz',
    tag,
    summary: '进程是否存活',
    roles: 'public',
    answers: { 200: z.object({ status: z.literal('ok') }) },
    handle: () => ({ status: 'ok' }),
  }),
  defineRoute({
    method: 'get',
    path: '/readyz',
    tag,
    summary: '能否提供服务：数据库、流程引擎、工作进程是否可达，时钟是否一致（无工作进程时收件照常，办理稍后进行）',
    roles: 'public',
    answers: { 200: ReadyAnswer, 503: ReadyAnswer },
    handle: async ({ response }, services) => {
      const readiness = await readinessOf(services);
      const { database, engine, worker, clocks } = readiness;
      const ready = database && engine;
      const status = ready && worker && clocks ? 'ok' : ready ? 'degraded' : 'unavailable';
      response.status(ready ? 200 : 503).json({ status, ...readiness });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/metrics',
    tag,
    summary: '供 Prometheus 读取的指标',
    roles: 'public',
    answers: { 200: 'file' },
    handle: async ({ request, response }, { metrics: { registry }, published }) => {
      requireMetricsShown(request, published);
      response.type(registry.contentType).send(await registry.metrics());
    },
  }),
];
