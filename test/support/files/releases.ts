import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../config/environment.js';

const folder = path.join(ROOT, 'test', 'releases');

/** What each release left behind (`npm run release-copy`): the copy of an installation, and the histories of its workflows. */
export const releases = (existsSync(folder) ? readdirSync(folder) : []).map((version) => ({
  version,
  installation: path.join(folder, version, 'installation.tar.gz'),
  histories: path.join(folder, version, 'histories'),
}));
