import { goInstall } from './goInstall.mjs';

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
 * Leaves the program `temporal` in the folder `draft`.
 *
 * @param {string} draft
 * @param {Parameters<typeof goInstall>[2]} run runs a program to its end, and rejects when it fails
 * @throws Error that says what to install when there is no Go that can build it
 */
export async function buildTemporal(draft, run) {
  const oldest = OLDEST_GO.join('.');
  const otherwise =
    `没有 Temporal 服务器：请安装 temporal 命令，或 Go ${oldest} 以上，或用 TEMPORAL_ADDRESS 给出地址。 / ` +
    `no Temporal server: install the temporal command, or Go ${oldest} or newer, or give TEMPORAL_ADDRESS`;
  await goInstall(draft, { modules: [MODULE], oldest: OLDEST_GO, otherwise }, run);
}
