import { Router } from 'express';
import { openapiDocument } from './document.js';
import { referencePage } from './referencePage.js';

/** `/openapi.json`, and `/docs`: the same as a page. Each is made when first asked for; neither needs another host. */
export function docsRoutes(): Router {
  const document = once(() => JSON.stringify(openapiDocument(), null, 2));
  const page = once(referencePage);
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.type('json').send(document());
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page());
  });
  return router;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
