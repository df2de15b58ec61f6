import { readFile, writeFile } from 'node:fs/promises';
import { readmeWithLaw } from './lawPage.js';

/** Writes anew what a reader needs and the code knows: the law in the README. */
const readme = await readFile('README.md', 'utf8');
await writeFile('README.md', readmeWithLaw(readme));
