import path from 'node:path';
import { ROOT } from '../../config/environment.js';

export const SCHEMA_FILE = path.join(ROOT, 'prisma', 'schema.prisma');
export const MIGRATIONS_FOLDER = path.join(ROOT, 'prisma', 'migrations');
/** The table in which the runner notes what it has applied. */
export const MIGRATIONS_TABLE = 'applied_migrations';
