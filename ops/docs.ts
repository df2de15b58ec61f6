import { readFile, writeFile } from 'node:fs/promises';
import { openapiDocument } from '../api/openapi/document.js';
import { readmeWithLaw } from './documents/lawPage.js';

/** Writes anew what a reader needs and the code knows: the law in the README, the API in docs/openapi.json. */
const readme = await readFile('README.md', 'utf8');
await writeFile('README.md', readmeWithLaw(readme));
await writeFile('docs/openapi.json', `${JSON.stringify(openapiDocument(), null, 2)}\n`);
