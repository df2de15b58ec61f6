import { z } from 'zod';
import { isReachable } from '../../records/database.js';
import { defineRoute } from './defineRoute.js';

const tag = '运维';
const ReadyAnswer = z.object({ status: z.enum(['ok', 'unavailable']), database: z.boolean(), engine: z.boolean() });

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
    summary: '能否提供服务：数据库与流程引擎可达',
    roles: 'public',
    answers: { 200: ReadyAnswer, 503: ReadyAnswer },
    handle: async ({ response }, { db, engine }) => {
      const [database, reached] = await Promise.all([
        isReachable(db),
        engine.ready().then(
          () => true,
          () => false,
        ),
      ]);
      const ready = database && reached;
      response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'unavailable', database, engine: reached });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/metrics',
    tag,
    summary: '供 Prometheus 读取的指标',
    roles: 'public',
    answers: { 200: 'file' },
    handle: async ({ response }, { metrics: { registry } }) => {
      response.type(registry.contentType).send(await registry.metrics());
    },
  }),
];
