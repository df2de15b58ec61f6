import { setTimeout } from 'node:timers/promises';
import { presentHeads } from '../../records/proof/presentHeads.js';
import { checksDue } from '../../records/proof/recordChecks.js';
import type { SignedHeads } from '../../records/proof/signedHeads.js';
import { withAdvisoryLock } from '../../records/withAdvisoryLock.js';
import { day, hour } from '../../rules/calendar/instant.js';
import { type CheckDeps, checkMoved, checkRecord, signedLines } from './checkRecords.js';
import { reasonToSign, signHeads, stateOf } from './signHeads.js';

/**
 * The part of one core that the rolling pass takes, measured in processor time of this process. The database does about as
 * much work again for it, so both stay below 5 %.
 */
const share = 0.025;
const page = 50;
const filesEvery = 7 * day;

export interface RecordChecks {
  /** Ends the checks after the record that is being checked. */
  stop(): Promise<void>;
}

/**
 * Checks the record in the background. At the start and hourly: what moved since the last signed heads. All the time,
 * within its share of a core: each record daily, its files weekly. Signs the heads of all chains at each event of a
 * campaign, within `interval` of it, and daily. Every worker process does this; an advisory lock lets one work at a time.
 */
export function startRecordChecks(
  deps: CheckDeps,
  { interval = 30_000 }: { readonly interval?: number } = {},
): RecordChecks {
  const ending = new AbortController();
  let movedAt = Number.NEGATIVE_INFINITY;

  // Verified when they are read; in between, each line signed here is added.
  let lines: readonly SignedHeads[] = [];

  const work = async () => {
    if (performance.now() - movedAt >= hour) {
      lines = await signedLines(deps);
      await checkMoved(deps, lines);
      movedAt = performance.now();
    }
    const [present, at] = [await presentHeads(deps.db.pool), await deps.clock()];
    const reason = reasonToSign(lines, present, at, day);
    const line = reason === null ? undefined : await signHeads(deps, lines, { at, reason });
    // Null: another process has signed since the lines were read.
    lines = line === null ? await signedLines(deps) : [...lines, ...(line ? [line] : [])];
    await checkDue(deps, lines, AbortSignal.any([ending.signal, AbortSignal.timeout(interval)]));
  };
  const round = async () => {
    try {
      await withAdvisoryLock(deps.db, 'record-checks', work);
    } catch (error) {
      deps.logger.error({ err: error }, 'the record could not be checked');
    }
  };
  const run = async () => {
    while (!ending.signal.aborted) {
      await round();
      await setTimeout(interval, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const working = run();
  return {
    stop: async () => {
      ending.abort();
      await working;
    },
  };
}

async function checkDue(deps: CheckDeps, lines: readonly SignedHeads[], ending: AbortSignal): Promise<void> {
  const now = await deps.clock();
  const due = await checksDue(deps.db.pool, { since: now - day, filesSince: now - filesEvery, limit: page });
  if (due.length === 0) return;
  const signed = [...stateOf(lines).values()];
  for (const { files, ...name } of due) {
    if (ending.aborted) return;
    const before = process.cpuUsage();
    await checkRecord(deps, name, { signed, files });
    const { user, system } = process.cpuUsage(before);
    const rest = ((user + system) / 1_000) * (1 / share - 1);
    await setTimeout(rest, undefined, { signal: ending }).catch(() => undefined);
  }
}
