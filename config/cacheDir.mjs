import os from 'node:os';
import path from 'node:path';

/**
 * The folder of the user's cache that holds the servers. Plain JavaScript: on a fresh clone it is needed before anything
 * is installed.
 *
 * @param {Record<string, string | undefined>} variables of the environment
 * @returns {string}
 */
export function cacheDir(variables) {
  const named = variables.XDG_CACHE_HOME?.trim();
  return path.join(named || path.join(os.homedir(), '.cache'), 'pingshen');
}
