import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A system user, by number. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user PostgreSQL runs as. It refuses to run as root, so root runs it as the user `postgres`, created when missing.
 * Undefined for everybody else: it then runs as the user who started it.
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await findUser()) ?? (await createUser());
}

async function findUser(): Promise<SystemUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<SystemUser> {
  await run('groupadd', ['--system', '--force', 'postgres']).catch(() => {});
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']).catch(() => {});
  const made = await findUser();
  if (made !== undefined) return made;
  throw new Error(
    'PostgreSQL 不能以 root 运行，也无法建立用户 postgres。请换普通用户运行，或用 DATABASE_URL 给出数据库。 / ' +
      'PostgreSQL refuses to run as root and the user postgres could not be made; run as another user or give DATABASE_URL',
  );
}

/** Whether this user can traverse every folder on the way to `folder`, which need not exist yet. */
export async function canReach(folder: string, user: SystemUser | undefined): Promise<boolean> {
  if (user === undefined) return true;
  for (let each = path.dirname(path.resolve(folder)); ; each = path.dirname(each)) {
    const found = await stat(each).catch(() => undefined);
    if (found !== undefined) {
      const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
      if (((found.mode >> shift) & 1) === 0) return false;
    }
    if (each === path.dirname(each)) return true;
  }
}

// No other user can enter a repository under /root, and opening root's home is not up to this program.
const OPEN_HOME = '/var/lib/pingshen';

/** A folder the user can reach: `folder` itself, or a substitute under /var/lib. */
export async function reachableFolder(folder: string, user: SystemUser | undefined): Promise<string> {
  await mkdir(path.dirname(folder), { recursive: true });
  const real = path.join(await realpath(path.dirname(folder)), path.basename(folder));
  if (await canReach(real, user)) return real;
  const name = createHash('sha256').update(real).digest('hex').slice(0, 12);
  await mkdir(OPEN_HOME, { recursive: true });
  await chmod(OPEN_HOME, 0o711);
  return path.join(OPEN_HOME, `${path.basename(folder)}-${name}`);
}

/** The programs, copied to a folder the user can reach when necessary. */
export async function reachablePrograms(home: string, user: SystemUser | undefined): Promise<string> {
  const reachable = await reachableFolder(home, user);
  if (reachable === (await realpath(home))) return home;
  if (await stat(reachable).catch(() => undefined)) return reachable;
  const draft = `${reachable}.${process.pid}`;
  await cp(home, draft, { recursive: true, verbatimSymlinks: true });
  // The umask of this process keeps what it writes from every other user.
  if (user !== undefined) await run('chown', ['-R', `${user.uid}:${user.gid}`, draft]);
  await rename(draft, reachable).catch(() => rm(draft, { recursive: true, force: true }));
  return reachable;
}
