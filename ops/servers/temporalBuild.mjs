import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { findProgram } from '../process/findProgram.mjs';

// Later tags of the command cannot be built from the module proxy.
const VERSION = 'v1.5.1';
const MODULE = `github.com/temporalio/cli/cmd/temporal@${VERSION}`;
const OLDEST_GO = [1, 25];

/** The folder of the cache that holds Temporal's server. */
export const TEMPORAL_FOLDER = `temporal-${VERSION}`;

/** The progress message of the build. */
export const BUILDING_TEMPORAL =
  '用 Go 构建 Temporal 服务器，约三分钟 / building the Temporal server with Go, about three minutes';

/**
 * Leaves the program `temporal` in the folder `draft`. Everything Go writes besides goes to a folder that is removed:
 * the user's own folders stay as they are.
 *
 * @param {string} draft
 * @param {(command: string, args: string[], options: { cwd: string, env: NodeJS.ProcessEnv }) => Promise<unknown>} run
 * runs a program to its end, and rejects when it fails
 * @throws Error that says what to install when there is no Go that can build it
 */
export async function buildTemporal(draft, run) {
  const go = findGo();
  const work = path.join(draft, 'go');
  await mkdir(work);
  const env = {
    ...process.env,
    GOPATH: path.join(work, 'path'),
    GOCACHE: path.join(work, 'cache'),
    GOMODCACHE: path.join(work, 'modules'),
    GOBIN: draft,
    GOTMPDIR: work,
    CGO_ENABLED: '0',
    // The compilers end before it would be worth collecting their garbage often: a twelfth less processor time.
    GOGC: '400',
  };
  await run(go, ['install', '-modcacherw', '-trimpath', '-ldflags=-s -w', MODULE], { cwd: draft, env });
  await rm(work, { recursive: true, force: true, maxRetries: 3 });
  if (!existsSync(path.join(draft, 'temporal')))
    throw new Error('go install 没有留下 temporal / go install left no program');
}

function findGo() {
  const go = findProgram('go');
  const version = go && spawnSync(go, ['env', 'GOVERSION'], { cwd: '/', encoding: 'utf8' }).stdout;
  const [major = 0, minor = 0] = (version ?? '').replace('go', '').split('.').map(Number);
  if (go && (major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]))) return go;
  const oldest = OLDEST_GO.join('.');
  throw new Error(
    `没有 Temporal 服务器：请安装 temporal 命令，或 Go ${oldest} 以上，或用 TEMPORAL_ADDRESS 给出地址。 / ` +
      `no Temporal server: install the temporal command, or Go ${oldest} or newer, or give TEMPORAL_ADDRESS`,
  );
}
