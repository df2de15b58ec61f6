import { writeFile } from 'node:fs/promises';
import { openapiDocument } from './document.js';

/** Writes `docs/openapi.json` anew: `npx tsx api/openapi/write.ts`. A test holds the file against the schemas. */
await writeFile(new URL('../../docs/openapi.json', import.meta.url), `${JSON.stringify(openapiDocument(), null, 2)}\n`);
