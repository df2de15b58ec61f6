import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inheritEnvironment, readEnvironment } from '../../config/environment.js';
import { type Print, withProgress } from '../process/progress.js';
import { findProgram, runTool } from '../process/runTool.js';
import { cached } from './cache.js';
import { type DownloadTo, downloadBySdk } from './sdkDownload.js';

// Later tags of the command cannot be built from the module proxy.
const VERSION = 'v1.5.1';
const MODULE = `github.com/temporalio/cli/cmd/temporal@${VERSION}`;
const OLDEST_GO = [1, 25] as const;

/**
 * The `temporal` program: from the PATH, else from the user's cache, else downloaded as the SDK does, else built with
 * Go.
 *
 * @throws Error that says what to install when none of these is possible
 */
export async function temporalProgram(print: Print, { cacheDir } = readEnvironment()): Promise<string> {
  const onPath = findProgram('temporal');
  if (onPath !== undefined) return onPath;
  const folder = await cached(cacheDir, `temporal-${VERSION}`, async (draft) => {
    const program = path.join(draft, 'temporal');
    const start = (executable: DownloadTo) => TestWorkflowEnvironment.createLocal({ server: { executable } });
    if (await downloadBySdk(program, '下载 Temporal 服务器 / downloading the Temporal server', start, print)) return;
    await build(draft, program, print);
  });
  return path.join(folder, 'temporal');
}

async function build(draft: string, program: string, print: Print): Promise<void> {
  const go = await findGo();
  const work = path.join(draft, 'go');
  await mkdir(work);
  // Everything Go writes goes to a folder that is removed: the user's own folders stay as they are.
  const env = inheritEnvironment({
    GOPATH: path.join(work, 'path'),
    GOCACHE: path.join(work, 'cache'),
    GOMODCACHE: path.join(work, 'modules'),
    GOBIN: draft,
    GOTMPDIR: work,
    CGO_ENABLED: '0',
  });
  await withProgress(
    print,
    `用 Go 构建 Temporal 服务器，约两分钟 / building the Temporal server with Go, about two minutes`,
    () => runTool(go, ['install', '-modcacherw', '-trimpath', '-ldflags=-s -w', MODULE], { env, cwd: draft }),
  );
  await rm(work, { recursive: true, force: true, maxRetries: 3 });
  if (!existsSync(program)) throw new Error('go install 没有留下 temporal / go install left no program');
}

async function findGo(): Promise<string> {
  const go = findProgram('go');
  const version = go && (await runTool(go, ['env', 'GOVERSION'], { cwd: '/' }));
  const [major = 0, minor = 0] = (version ?? '').replace('go', '').split('.').map(Number);
  if (go && (major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]))) return go;
  throw new Error(
    `没有 Temporal 服务器：请安装 temporal 命令，或 Go ${OLDEST_GO.join('.')} 以上，或用 TEMPORAL_ADDRESS 给出地址。 / ` +
      `no Temporal server: install the temporal command, or Go ${OLDEST_GO.join('.')} or newer, or give TEMPORAL_ADDRESS`,
  );
}
