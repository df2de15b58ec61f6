// Before anything is installed: plain Node, no dependency.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cacheDir } from '../../config/cacheDir.mjs';
import { findProgram } from '../process/findProgram.mjs';
import { guardGroup, releaseGroup } from '../process/processGuard.mjs';
import { cached } from '../servers/cache.mjs';
import { buildTemporal, TEMPORAL_FOLDER } from '../servers/temporalBuild.mjs';

const DOWNLOADS = 'https://temporal.download/';

/**
 * Builds Temporal's server while the dependencies are installed, where it is missing and cannot be downloaded. A build
 * that fails says nothing: `temporalProgram` then tries again, and says why.
 *
 * @param {string} [downloads] where the SDK would download from
 * @returns {Promise<boolean>} whether a build has begun; it ends with this process at the latest
 */
export async function buildTemporalEarly(downloads = DOWNLOADS) {
  const cache = cacheDir(process.env);
  if (findProgram('temporal') !== undefined || existsSync(path.join(cache, TEMPORAL_FOLDER))) return false;
  if (await canDownload(downloads)) return false;
  return await new Promise((resolve) => {
    const fill = (/** @type {string} */ draft) =>
      buildTemporal(draft, (...program) => {
        resolve(true);
        return runUntilExit(draft, ...program);
      });
    // What another process builds is waited for by the program that needs it.
    const refuse = () => Promise.reject(new Error('another process builds it'));
    cached(cache, TEMPORAL_FOLDER, fill, refuse)
      .catch(() => {})
      .finally(() => resolve(false));
  });
}

/**
 * The download is the SDK's, which is not installed yet: whether it will find its server.
 *
 * @param {string} downloads
 */
async function canDownload(downloads) {
  // Behind a proxy `fetch` cannot tell.
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  const answer = fetch(downloads, { method: 'HEAD', signal: AbortSignal.timeout(2000) });
  return await answer.then(
    () => true,
    () => false,
  );
}

/**
 * Runs a program to its end, or until this process ends.
 *
 * @param {string} draft the folder it writes to, removed when this process ends before it
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
async function runUntilExit(draft, command, args, options) {
  // A group of its own: Go's compilers end with it.
  const child = spawn(command, args, { ...options, detached: true, stdio: 'ignore' });
  child.unref();
  const ended = new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  const { pid } = child;
  if (pid === undefined) return await ended;
  guardGroup(pid, 'SIGKILL');
  const abandon = () => {
    process.kill(-pid, 'SIGKILL');
    rmSync(draft, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', abandon);
  const code = await ended;
  process.off('exit', abandon);
  releaseGroup(pid);
  if (code !== 0) throw new Error(`${command}: ${code}`);
}
