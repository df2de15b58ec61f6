import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { formats } from '../exports/fileOf.js';
import type { Route } from '../http/route.js';
import { routes } from '../routes.js';
import { ProblemAnswer } from './problemAnswer.js';

const file = { schema: { type: 'string' as const, contentMediaType: 'application/octet-stream' } };
const problems = {
  default: {
    description: '401 未登录，403 无权，404 没有，409 现在不能，422 内容不对，429 过于频繁',
    content: { 'application/problem+json': { schema: ProblemAnswer } },
  },
};

/** The whole API as an OpenAPI 3.1 document, from the schemas that validate it. The same each time. */
export function openapiDocument() {
  const registry = new OpenAPIRegistry();
  const security = ['session'];
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'pingshen.session',
  });
  for (const route of routes) register(registry, route, security);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '职称评审 · pingshen',
      version: '0.1.0',
      description: '从填报到取得资格。时间一律为北京时间（+08:00）。',
    },
    servers: [{ url: '/' }],
  });
}

function register(registry: OpenAPIRegistry, route: Route, security: readonly string[]): void {
  const { method, path, tag, summary, roles, headers, body, answers } = route;
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  registry.registerPath({
    method,
    path,
    tags: [tag],
    summary,
    operationId: `${method}${path.replace(/\W+/g, '_').replace(/_$/, '')}`,
    security: roles === 'public' ? [] : security.map((name) => ({ [name]: [] })),
    ...(Array.isArray(roles) ? { 'x-roles': roles } : {}),
    request: {
      ...(names.length ? { params } : {}),
      ...queryOf(route),
      ...(headers ? { headers } : {}),
      ...(body ? { body: { required: true, content: contentOf(body, 'application/octet-stream') } } : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          { description: summary, ...(answer ? { content: contentOf(answer, 'application/octet-stream') } : {}) },
        ]),
      ),
      ...problems,
    },
  });
}

const exported = { format: z.enum(formats).optional().meta({ description: '整个列表导出为文件：CSV 或 XLSX' }) };

/** What may stand behind the question mark; of a list also in which form it is wanted. */
function queryOf(route: Route): { readonly query?: z.ZodObject } {
  const { method, roles, query, answers } = route;
  const answer = answers[200];
  const isList = method === 'get' && roles !== 'public' && answer instanceof z.ZodObject && 'items' in answer.shape;
  if (!isList) return query ? { query } : {};
  return { query: (query ?? z.object({})).extend(exported) };
}

function contentOf(schema: z.ZodType | 'file', fileType: string) {
  return schema === 'file' ? { [fileType]: file } : { 'application/json': { schema } };
}
