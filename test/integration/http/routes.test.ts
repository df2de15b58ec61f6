import { createApp } from '../../../api/createApp.js';
import { openapiDocument } from '../../../api/openapi/document.js';
import { routes } from '../../../api/routes.js';
import { stubDeps } from './stubDeps.js';

interface Layer {
  readonly route?: { readonly path: string; readonly stack: readonly { readonly method?: string }[] };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Method and path of every handler Express holds, routers within routers included. */
function heldBy(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) =>
    route ? [...new Set(route.stack.map(({ method }) => `${method} ${route.path}`))] : heldBy(handle?.stack ?? []),
  );
}

const { paths = {} } = openapiDocument();
const held = heldBy((createApp(stubDeps()) as unknown as { router: { stack: Layer[] } }).router.stack);
const defined = routes.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);

/** Pages and files without a session, and the Temporal UI with its codec, which have an authorization of their own. */
const notOfTheApi = [
  'get /announcements',
  'get /announcements/:id',
  'get /announcements/:id/files/:fileId',
  'get /docs',
  'get /notices',
  'get /notices/:id',
  'get /openapi.json',
  'get /temporal,/temporal/{*page}',
  'get /temporal/api/v1/settings',
  'get /verify',
  'get /verify/:code',
  'post /decode',
];

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s names its roles and its answers, and stands in the reference',
  (_name, { method, path, roles, answers }) => {
    expect(roles.length).toBeGreaterThan(0);
    expect(Object.keys(answers).some((status) => /^2|^302$/.test(status))).toBe(true);
    const operation = paths[path]?.[method];
    expect(operation?.security?.length).toBe(roles === 'public' ? 0 : 1);
    expect(operation?.['x-roles' as keyof typeof operation]).toEqual(Array.isArray(roles) ? roles : undefined);
  },
);

test('Express holds every defined route once, and no other but pages and files', () => {
  expect(held.toSorted()).toEqual([...defined, ...notOfTheApi].toSorted());
});
