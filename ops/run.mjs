// Runs one of the product's TypeScript programs. `node --import tsx` would apply to every thread: the worker's thread
// for workflows runs a finished script and would load a compiler it never needs.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

const [file = ''] = process.argv.slice(2);
register();
await import(pathToFileURL(path.resolve(file)).href);
