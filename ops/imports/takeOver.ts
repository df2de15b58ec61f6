import type { Engine } from '../../engine/engine.js';
import { importApplication } from '../../records/application/importApplication.js';
import { markStarted } from '../../records/application/markStarted.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import type { Unit } from '../../records/people/organisations.js';
import { employerOfUnit } from '../../records/people/organisations.js';
import type { Facts } from '../../rules/application/facts.js';
import { openDraft } from '../../rules/application/opening.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { roundAt } from '../../rules/policy/rounds.js';
import { recallPast } from './recallPast.js';
import { storeDocuments } from './storeDocuments.js';
import type { UnderWay } from './underWay.js';

export interface TakeOver {
  readonly db: Database;
  readonly engine: Pick<Engine, 'start'>;
  readonly dataDir: string;
  readonly unit: Unit;
  /** The present campaign time: deadlines that passed before it are applied. */
  readonly now: Instant;
  /** Runs after the past was judged valid and before anything is written. */
  readonly admit?: () => Promise<void>;
}

/**
 * Imports an application that is under way: the law judges its past, which is written in one transaction, and its
 * workflow starts where the past ends. Demo samples are imported in the same way.
 *
 * @throws LineRefused, ZodError, Problem about a file; see `isAlreadyThere` for an application that was imported before
 */
export async function takeOver(to: TakeOver, underWay: UnderWay): Promise<Facts> {
  const { db, engine, unit, now } = to;
  const { policy, calendar } = await pinnedPolicy(db, { ...underWay, id: underWay.applicationId });
  const { applicationId, campaignId, applicantId, profile, openedAt, dossier, letters } = underWay;
  const opening = openDraft(
    {
      applicationId,
      campaignId,
      applicantId,
      unitId: unit.id,
      chain: unit.chain,
      unitRegion: unit.region ?? null,
      round: roundAt(policy, unit.chain, openedAt),
      profile: { ...profile, ...employerOfUnit(unit, policy) },
    },
    policy,
    calendar,
  );
  const documents = await storeDocuments(to, underWay);
  const { acts, versions } = await recallPast(opening, underWay, documents, { db, policy, calendar, now });
  await to.admit?.();
  const imported = await importApplication(db, {
    facts: opening,
    openedAt,
    past: acts,
    policy,
    calendar,
    upTo: now,
    dossier,
    papers: { documents, versions },
    letters: letters === 'last' ? 'last' : false,
  });
  await engine.start({ ...imported, policy, clockOffset: 0 });
  await markStarted(db, { id: applicationId, at: now });
  return imported.facts;
}
