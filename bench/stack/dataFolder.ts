import path from 'node:path';
import { workflowBundle } from '../../worker/workflowBundle.js';
import { ownFolder } from './ownFolder.js';

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };
let made: Promise<string> | undefined;

/**
 * The product's data folder, shared by the whole run. The workflows are bundled already, as at every start but the
 * first: bundling in the worker would distort its memory figures.
 */
export function dataFolder(): Promise<string> {
  made ??= ownFolder().then(async (folder) => {
    await workflowBundle(path.join(folder, 'bundle'), silent);
    return folder;
  });
  return made;
}
