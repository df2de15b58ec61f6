import { LRUCache } from 'lru-cache';
import type { Pinned } from '../application/pinnedPolicy.js';
import type { Database } from '../database.js';
import { NotGenuine } from '../notGenuine.js';
import { findPolicyVersion } from './policyVersions.js';

/** More than a few campaigns have versions in use at one time. One takes about 100 kB. */
const most = 64;
const caches = new WeakMap<Database['pool'], LRUCache<string, Pinned, Asked>>();

interface Asked {
  readonly database: Database;
  readonly campaignId: string;
  readonly version: number;
}
const newCache = () =>
  new LRUCache<string, Pinned, Asked>({
    max: most,
    fetchMethod: async (_id, _stale, { context: { database, campaignId, version } }) => {
      const read = Number.isInteger(version) ? await findPolicyVersion(database, { campaignId, version }) : null;
      if (!read) throw new NotGenuine(`no version ${version} of the policy of ${campaignId}`);
      return read;
    },
  });

/** One version of a campaign's policy, with its calendar. A version never changes, so it is read once. @throws NotGenuine when there is none */
export async function keptPolicyVersion(
  database: Database,
  { campaignId, version }: Omit<Asked, 'database'>,
): Promise<Pinned> {
  const cache = caches.get(database.pool) ?? newCache();
  caches.set(database.pool, cache);
  return await cache.forceFetch(`${version} ${campaignId}`, { context: { database, campaignId, version } });
}
