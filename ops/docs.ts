import { readFile, writeFile } from 'node:fs/promises';
import { openapiDocument } from '../api/openapi/document.js';
import { accessPage } from './documents/accessPage.js';
import { lawPage, readmeWithLifecycle } from './documents/lawPage.js';

/** Writes the documents that follow from the code: the law, its picture in the README, who reaches what, the API. */
const readme = await readFile('README.md', 'utf8');
await writeFile('README.md', readmeWithLifecycle(readme));
await writeFile('docs/law.md', lawPage());
await writeFile('docs/access.md', accessPage());
await writeFile('docs/openapi.json', `${JSON.stringify(openapiDocument(), null, 2)}\n`);
