import { cp } from 'node:fs/promises';
import path from 'node:path';
import { workflowBundle } from '../../worker/workflowBundle.js';
import { ownFolder } from './ownFolder.js';

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };
let made: Promise<string> | undefined;

/**
 * The product's data folder of one stack: in a folder it shares, a product would find the signed heads of another one's
 * record, and check that it is gone. The workflows are bundled already, as at every start but the first: bundling in the
 * worker would distort its memory figures.
 */
export async function dataFolder(): Promise<string> {
  const folder = await ownFolder();
  await cp(await bundles(), path.join(folder, 'bundle'), { recursive: true });
  return folder;
}

function bundles(): Promise<string> {
  made ??= ownFolder().then(async (folder) => {
    await workflowBundle(folder, silent);
    return folder;
  });
  return made;
}
