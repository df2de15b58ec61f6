import path from 'node:path';
import { readEnvironment } from '../../config/environment.js';
import { type Print, withProgress } from '../process/progress.js';
import { runTool } from '../process/runTool.js';
import { cached } from '../servers/cache.mjs';
import { goInstall } from '../servers/goInstall.mjs';

const VERSION = 'v1.32.1';
const OLDEST_GO = [1, 26, 8] as const;
const oldestGo = OLDEST_GO.join('.');
const programs = {
  modules: [`go.temporal.io/server/cmd/server@${VERSION}`, `go.temporal.io/server/cmd/tools/sql@${VERSION}`],
  oldest: OLDEST_GO,
  otherwise: `集群的 Temporal 服务器要用 Go ${oldestGo} 以上构建。 / the cluster’s Temporal server is built with Go ${oldestGo} or newer`,
};

/** Temporal's server and the tool that makes its tables, as paths. */
export interface TemporalServerPrograms {
  readonly server: string;
  readonly sqlTool: string;
}

/** The programs from the user's cache, else built with Go. @throws Error that says what to install */
export async function temporalServerPrograms(
  print: Print,
  { cacheDir } = readEnvironment(),
): Promise<TemporalServerPrograms> {
  const what =
    '用 Go 构建集群的 Temporal 服务器，约五分钟 / building the cluster’s Temporal server with Go, about five minutes';
  const building = <Result>(work: () => Promise<Result>) => withProgress(print, what, work);
  const build = (draft: string) => building(() => goInstall(draft, programs, runTool));
  const folder = await cached(cacheDir, `temporal-server-${VERSION}`, build, building);
  return { server: path.join(folder, 'server'), sqlTool: path.join(folder, 'sql') };
}
