import { Router } from 'express';
import { openapiDocument } from './document.js';
import { referencePage } from './referencePage.js';

/** `/openapi.json`, and `/docs`: the same as a page. Both are made once; the page needs no script and no other host. */
export function docsRoutes(): Router {
  const document = JSON.stringify(openapiDocument(), null, 2);
  const page = referencePage();
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.type('json').send(document);
  });
  router.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  return router;
}
