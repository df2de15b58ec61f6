import { codeAsTyped } from '../../documents/paper/verification.js';
import type { Database } from '../../records/database.js';
import { findPaper } from '../../records/papers/printedPapers.js';
import { feesByCodes } from '../../records/payment/feeCodes.js';
import { findNamed } from '../../records/queue/findNamed.js';
import { idNumberHash } from '../../records/sealed/sealedDossier.js';
import { parseApplicationNumber } from '../../rules/application/applicationNumber.js';
import { isPayCode } from '../../rules/fees/payCode.js';
import { isUuid } from '../applications/visible.js';

/**
 * The filter for what somebody typed or scanned: an application's id or number, a whole ID number, a pay code, the code of a
 * printed paper or the address in its QR code, or part of a name.
 */
export async function searchedBy(q: string | undefined, db: Database) {
  const typed = q?.trim() ?? '';
  if (typed === '') return {};
  if (isUuid(typed.toLowerCase())) return { id: typed.toLowerCase() };
  if (/^\d{17}[\dXx]$/.test(typed)) return { idNumberHash: (await idNumberHash(db.vault, typed)) ?? undefined };
  const number = parseApplicationNumber(typed);
  if (number !== null) return { number };
  const coded = await applicationOfCode(typed, db);
  return coded === null ? { named: await findNamed(db, typed) } : { id: coded };
}

async function applicationOfCode(typed: string, db: Database): Promise<string | null> {
  if (isPayCode(typed)) return (await feesByCodes(db, [typed]))[0]?.applicationId ?? null;
  const [, scanned = typed] = /\/verify\/([^/?#\s]+)/.exec(typed) ?? [];
  const code = codeAsTyped(scanned);
  return code === null ? null : ((await findPaper(db, code))?.applicationId ?? null);
}
