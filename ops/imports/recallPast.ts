import { formOf } from '../../api/acts/formOf.js';
import { properActor } from '../../prover/properActor.js';
import { hashOf } from '../../records/application/eventHash.js';
import type { PastAct } from '../../records/application/importApplication.js';
import type { Database } from '../../records/database.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { dossierHash } from '../../records/dossier/dossierHash.js';
import type { FrozenVersion } from '../../records/dossier/insertPapers.js';
import type { Act } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { dueTransitions } from '../../rules/application/timers.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Refusal } from '../../rules/refusal.js';
import { recall } from './recall.js';
import type { PastLine, UnderWay } from './underWay.js';

/** A line of a past that the law does not allow: which, counted from 1, and why. */
export class LineRefused extends Error {
  override readonly name = 'LineRefused';
  constructor(
    readonly line: number,
    { event }: PastLine,
    readonly refusal: Refusal,
  ) {
    super(`第${line}行 ${event}：${refusal.message}（${refusal.code}，${refusal.clause}）`);
  }
}

export interface Setting {
  readonly db: Database;
  readonly policy: Policy;
  readonly calendar: Calendar;
  /** Campaign time now. */
  readonly now: number;
}

/**
 * The acts of a past as the API would have registered them, with what was submitted, each judged by the law.
 *
 * @throws LineRefused, or a ZodError about what was sent with a line
 */
export async function recallPast(
  opening: Facts,
  { past, dossier, applicantId }: UnderWay,
  documents: readonly StoredDocument[],
  { db, policy, calendar, now }: Setting,
): Promise<{ readonly acts: readonly PastAct[]; readonly versions: readonly FrozenVersion[] }> {
  const acts: PastAct[] = [];
  const versions: FrozenVersion[] = [];
  let facts = opening;
  for (const [index, line] of past.entries()) {
    facts = dueTransitions(facts, policy, calendar, line.at).reduce(evolve, facts);
    const form = formOf(line.event);
    const submits = form === 'submission' || form === 'resubmission';
    const then = { dossier: line.dossier ?? dossier, documents: documents.filter((one) => one.uploadedAt < line.at) };
    const version = submits ? { hash: await dossierHash(db, applicantId, then), frozen: then, at: line.at } : null;
    const key = `${line.event}-${facts.seq + 1}`;
    const { data, freeText } = await recall(form, line.body, {
      db,
      facts,
      policy,
      key,
      at: line.at,
      version,
      documents: then.documents,
    });
    const act: Act = {
      key,
      event: line.event,
      receivedAt: line.at,
      expectedSeq: null,
      data,
      actor: actorOf(facts, line),
      freeTextHash: freeText && hashOf(freeText),
    };
    const outcome = decide(facts, act, policy, calendar, now);
    if (isRefusal(outcome)) throw new LineRefused(index + 1, line, outcome);
    facts = evolve(facts, outcome);
    acts.push({ act, freeText });
    if (version) versions.push(version);
  }
  return { acts, versions };
}

function actorOf(facts: Facts, { event, by: { role, personId } }: PastLine): Act['actor'] {
  return properActor(facts, event, personId === undefined ? {} : { [role]: personId }, role);
}
