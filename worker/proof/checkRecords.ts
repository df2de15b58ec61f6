import type { Log } from '../../config/log.js';
import type { Signer } from '../../config/signingKeys.js';
import type { Database } from '../../records/database.js';
import type { RecordKind } from '../../records/proof/fault.js';
import { headsLost, presentHeads } from '../../records/proof/presentHeads.js';
import { noteCheck } from '../../records/proof/recordChecks.js';
import { recordFault } from '../../records/proof/recordFault.js';
import { allSignedHeads, type Head, type SignedHeads } from '../../records/proof/signedHeads.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import { readHeads } from './headsFile.js';
import { headsFault, stateOf } from './signHeads.js';

/** What the checks of the record need. */
export interface CheckDeps {
  readonly db: Database;
  readonly dataDir: string;
  readonly signer: Signer;
  readonly clock: () => Instant | Promise<Instant>;
  readonly logger: Log;
  readonly metrics: { readonly recordFaults: { inc(): void } };
}

/** One record: of an application, of a campaign, or the register of sanctions. */
export interface RecordName {
  readonly kind: RecordKind;
  readonly subject: string;
}

/** The record that a head belongs to. */
function recordOf([kind, id]: Head): RecordName {
  if (kind !== 'register') return { kind: kind as RecordKind, subject: id };
  const [scope = '', subject = 'all'] = id.split(/:(.*)/s);
  return { kind: scope as RecordKind, subject };
}

/**
 * The signed lines: those of the file outside the database, or of the database where there is no file. An alarm is raised
 * where both disagree, or a line was not signed here.
 */
export async function signedLines({ db, dataDir, signer, logger }: CheckDeps): Promise<readonly SignedHeads[]> {
  const [outside, inside, keys] = await Promise.all([readHeads(dataDir), allSignedHeads(db), signer.publicKeys()]);
  const lines = outside.length > 0 ? outside : inside;
  const fault = headsFault(lines, keys);
  const differs = outside.length > 0 && canonical(outside) !== canonical(inside.slice(0, outside.length));
  if (fault !== null || differs) {
    logger.error({ alert: 'heads_broken', at: fault ?? 'database' }, 'the signed heads do not hold');
  }
  return lines;
}

/** Checks one record, with its files when asked, and against its signed heads; notes the result and alarms. */
export async function checkRecord(
  deps: CheckDeps,
  { kind, subject }: RecordName,
  { signed, files }: { readonly signed: readonly Head[]; readonly files: boolean },
): Promise<void> {
  const { db, dataDir, clock, logger, metrics } = deps;
  const own = signed.filter((head) => canonical(recordOf(head)) === canonical({ kind, subject }));
  const [lost] = own.length === 0 ? [] : await headsLost(db.pool, own);
  const fault = lost
    ? ({ what: 'heads', at: `${lost[0]} ${lost[2]}` } as const)
    : await recordFault(db, kind, subject, files ? dataDir : undefined);
  const found = await noteCheck(db.pool, { kind, subject, at: await clock(), fault, files });
  if (!found || !fault) return;
  metrics.recordFaults.inc();
  logger.error({ alert: 'record_broken', kind, subject, ...fault }, 'a record does not hold');
}

/** Checks what moved since the last signed heads, and every record of which a signed head was lost. */
export async function checkMoved(deps: CheckDeps, lines: readonly SignedHeads[]): Promise<void> {
  const signed = [...stateOf(lines).values()];
  const before = new Set(signed.map((head) => canonical(head)));
  const moved = (await presentHeads(deps.db.pool)).filter((head) => !before.has(canonical(head)));
  const lost = await headsLost(deps.db.pool, signed);
  const names = new Map([...lost, ...moved].map((head) => [canonical(recordOf(head)), recordOf(head)]));
  for (const name of names.values()) await checkRecord(deps, name, { signed, files: false });
}
