import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../process/isAlive.mjs';

const SIGN_OF_LIFE_MS = 1000;
// A draft without a sign of life belongs to a process that is gone, even when its number has been given to another.
const ABANDONED_MS = 30_000;

/**
 * The folder `name` in the user's cache directory, filled by `fill` when it is missing. It appears complete or not at
 * all: `fill` writes to a draft beside it, and the draft of a killed process is removed by the next one. While another
 * process fills the same folder, this one waits for it.
 *
 * @param {string} cacheDir
 * @param {string} name
 * @param {(draft: string) => Promise<void>} fill
 * @param {<Result>(work: () => Promise<Result>) => Promise<Result>} [waiting] shows that another process is waited for
 * @returns {Promise<string>}
 */
export async function cached(cacheDir, name, fill, waiting = (work) => work()) {
  const folder = path.join(cacheDir, name);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDir, { recursive: true });
  if (await isBeingFilled(cacheDir, name)) await waiting(() => endOfOthers(cacheDir, name));
  if (existsSync(folder)) return folder;
  const draft = await mkdtemp(path.join(cacheDir, `draft-${process.pid}-${name}-`));
  const alive = setInterval(() => utimes(draft, new Date(), new Date()).catch(() => {}), SIGN_OF_LIFE_MS);
  alive.unref();
  try {
    await fill(draft);
    // Two clones may build at once; the second keeps the result of the first.
    await rename(draft, folder).catch((error) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error;
    });
  } finally {
    clearInterval(alive);
    await remove(draft);
  }
  return folder;
}

/**
 * @param {string} cacheDir
 * @param {string} name
 */
async function endOfOthers(cacheDir, name) {
  while (await isBeingFilled(cacheDir, name)) await sleep(200);
}

/**
 * Removes abandoned drafts on the way.
 *
 * @param {string} cacheDir
 * @param {string} name
 */
async function isBeingFilled(cacheDir, name) {
  let found = false;
  for (const entry of await readdir(cacheDir)) {
    if (!entry.startsWith('draft-')) continue;
    const draft = path.join(cacheDir, entry);
    if (await isAbandoned(draft, Number(entry.split('-')[1]))) await remove(draft);
    else if (entry.slice(0, entry.lastIndexOf('-')).endsWith(`-${name}`)) found = true;
  }
  return found;
}

/**
 * @param {string} draft
 * @param {number} pid
 */
async function isAbandoned(draft, pid) {
  if (!isAlive(pid)) return true;
  const sign = await stat(draft).catch(() => undefined);
  return sign === undefined || Date.now() - sign.mtimeMs > ABANDONED_MS;
}

/** @param {string} folder */
const remove = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 });
